using PublicAdmin.Dossiers;
using PublicAdmin.Platform;
using PublicAdmin.Procedures;

namespace PublicAdmin.Deadlines.Explanation;

/// <summary>All that is known about one dossier's clock: enough to explain it.</summary>
/// <param name="Term">As it counts now.</param>
/// <param name="Verification">Why the longer term counts; null for the term promised at receipt.</param>
/// <param name="Case">The case of the procedure whose own term counts; null for none.</param>
public sealed record DeadlineFacts(
    Deadline Deadline, Term Term, bool DifficultCommune, IReadOnlyList<Pause> Pauses, Extension? Extension = null,
    Verification? Verification = null, Text? Case = null)
{
    /// <summary>Pauses that stop what is owed; those beyond what the procedure provides move only the end.</summary>
    public IEnumerable<Pause> Stops => Pauses.Where(pause => !pause.Beyond);

    /// <summary>The pause going on now; null while the clock runs.</summary>
    public Pause? OpenPause => Pauses.FirstOrDefault(pause => pause.To is null);
}
