using PublicAdmin.Identity;

namespace PublicAdmin.Dossiers;

/// <summary>When, by whom and in what capacity: one per request or message, shared by everything it does.</summary>
/// <param name="By">A directory, citizen or client id; never a name.</param>
/// <param name="As">The role acted in, e.g. <c>Clerk</c>.</param>
/// <param name="Office">The office acted for; null for citizens and the system.</param>
/// <param name="For">The staff member whose duty was borrowed, when it was.</param>
/// <param name="Signs">In what capacity a leader signs what follows from this; kept here, since positions change and signed papers do not.</param>
public sealed record Stamp(DateTimeOffset At, string By, string As, string? Office = null, string? For = null, SigningCapacity? Signs = null)
{
    /// <summary>The id of the office's own clockwork.</summary>
    public const string Clockwork = "system";

    /// <summary>The office's own clockwork: timers and queue handlers.</summary>
    public static Stamp System(DateTimeOffset at) => new(at, Clockwork, "System");
}
