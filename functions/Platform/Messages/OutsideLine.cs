using PublicAdmin.Platform.Lines;

namespace PublicAdmin.Platform.Messages;

/// <summary>A line out of the office. Each room names its own; <c>GET /api/lines</c> shows them all.</summary>
/// <param name="Name">One of <see cref="OutsideLines"/>.</param>
/// <param name="IsOpen">Whether the settings name the other side.</param>
/// <param name="Queue">Whose messages go over it.</param>
/// <param name="Owns">Which of its dead letters, where lines share a queue; null for all.</param>
/// <param name="Waiting">Since when each thing waits, where a list says so; null for the messages that met the line away.</param>
public sealed record OutsideLine(
    string Name, bool IsOpen, string Queue, Predicate<DeadLetter>? Owns = null, Func<CancellationToken, IAsyncEnumerable<DateTimeOffset>>? Waiting = null);
