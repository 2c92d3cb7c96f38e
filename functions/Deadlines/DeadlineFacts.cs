using PublicAdmin.Dossiers;

namespace PublicAdmin.Deadlines;

/// <summary>All that is known about one dossier's clock: enough to explain it.</summary>
public sealed record DeadlineFacts(
    Deadline Deadline, Term Term, bool DifficultCommune, IReadOnlyList<Pause> Pauses, Extension? Extension = null)
{
    /// <summary>The pause going on now; null while the clock runs.</summary>
    public Pause? OpenPause => Pauses.FirstOrDefault(pause => pause.To is null);
}
