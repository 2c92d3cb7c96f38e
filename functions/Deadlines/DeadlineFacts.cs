using PublicAdmin.Dossiers;

namespace PublicAdmin.Deadlines;

/// <summary>The one extension a dossier may have (gia hạn).</summary>
/// <param name="By">Directory id of the head of the agency who granted it.</param>
public sealed record Extension(DateTimeOffset NewDueAt, string Reason, string By, DateTimeOffset At);

/// <summary>All that is known about one dossier's clock: enough to explain it.</summary>
public sealed record DeadlineFacts(
    Deadline Deadline, Term Term, bool DifficultCommune, IReadOnlyList<Pause> Pauses, Extension? Extension = null)
{
    /// <summary>The pause going on now; null while the clock runs.</summary>
    public Pause? OpenPause => Pauses.FirstOrDefault(pause => pause.To is null);
}
