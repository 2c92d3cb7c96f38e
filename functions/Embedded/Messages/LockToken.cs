using System.Globalization;

namespace PublicAdmin.Embedded.Messages;

/// <summary>Which delivery of which message a lock is for, as a receiver carries it about.</summary>
internal readonly record struct LockToken(long Sequence, int Delivery)
{
    public static LockToken Of(WaitingMessage message) => new(message.Sequence, message.Deliveries);

    public static LockToken Parse(string token)
    {
        var slash = token.IndexOf('/', StringComparison.Ordinal);
        return new(long.Parse(token.AsSpan(0, slash), CultureInfo.InvariantCulture), int.Parse(token.AsSpan(slash + 1), CultureInfo.InvariantCulture));
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Sequence}/{Delivery}");
}
