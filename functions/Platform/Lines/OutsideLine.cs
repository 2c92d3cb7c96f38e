using PublicAdmin.Platform.Messages;

namespace PublicAdmin.Platform.Lines;

/// <summary>A line out of the office. Each room names its own; <c>GET /api/lines</c> shows them all.</summary>
/// <param name="Name">One of <see cref="OutsideLines"/>.</param>
/// <param name="IsOpen">Whether the settings name the other side.</param>
/// <param name="Queue">Whose messages go over it.</param>
/// <param name="Owns">Which of its dead letters, where lines share a queue; null for all.</param>
/// <param name="Waiting">Since when each thing waits, where a list says so; null for the messages that met the line away.</param>
public sealed record OutsideLine(
    string Name, bool IsOpen, string Queue, Predicate<DeadLetter>? Owns = null, Func<CancellationToken, IAsyncEnumerable<DateTimeOffset>>? Waiting = null);

/// <summary>The lines out of the office.</summary>
public static class OutsideLines
{
    /// <summary>E-mail.</summary>
    public const string Mail = "mail";

    /// <summary>The gateway for SMS and Zalo.</summary>
    public const string Messages = "messages";

    /// <summary>The National Portal, hearing of our dossiers.</summary>
    public const string Portal = "portal";

    /// <summary>The National Portal's store, where its filings' files are fetched.</summary>
    public const string PortalFiles = "portal-files";

    /// <summary>The payment platform.</summary>
    public const string Payments = "payments";

    /// <summary>The data-sharing gateway: registers that are asked.</summary>
    public const string Records = "records";

    /// <summary>The timestamp authority signatures lean on.</summary>
    public const string Timestamps = "timestamps";
}
