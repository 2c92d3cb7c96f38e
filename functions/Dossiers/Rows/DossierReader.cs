using PublicAdmin.Identity;
using PublicAdmin.Platform;

namespace PublicAdmin.Dossiers.Rows;

/// <summary>
/// The one door to a dossier: finds it, checks that the caller may see it, and writes down that staff did. An unknown code and a
/// dossier out of scope get the same answer.
/// </summary>
public sealed class DossierReader(DossierStore dossiers, AccessLog accesses)
{
    /// <param name="purpose">What it is opened for, e.g. <c>read</c> or <c>documents</c>; the citizen can read it.</param>
    public async Task<Result<StoredDossier>> OpenAsync(string code, Caller caller, string purpose, CancellationToken ct)
    {
        if (!DossierCode.TryParse(code, out var parsed) || await dossiers.FindAsync(parsed, ct) is not { } stored || !caller.MayRead(stored.Dossier))
        {
            return DossierRefusals.NotFound.With(code);
        }

        if (caller.Kind is CallerKind.Staff)
        {
            await accesses.RecordAsync(stored.Dossier, caller, purpose, ct);
        }

        return stored;
    }
}
