using System.Net;

namespace PublicAdmin.Load;

/// <summary>One of the callers of a measurement: a connection and some citizens of its own.</summary>
internal sealed class Caller(IPEndPoint office, IReadOnlyList<Person> citizens) : IDisposable
{
    private int _turn;

    public Wire Wire { get; } = new(office);

    public Random Random { get; } = new(citizens[0].Number.GetHashCode(StringComparison.Ordinal));

    public Person NextCitizen() => citizens[_turn++ % citizens.Count];

    public void Dispose() => Wire.Dispose();
}
