using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace PublicAdmin.Tests.Support;

/// <summary>A logger that keeps the codes of what was written.</summary>
public sealed class WrittenRecords<T> : ILogger<T>
{
    private readonly ConcurrentQueue<string> _names = new();

    public IReadOnlyCollection<string> Names => _names;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _names.Enqueue(eventId.Name ?? "");
}
