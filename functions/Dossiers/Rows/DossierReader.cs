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
        var found = await FindAsync(code, caller, ct);
        if (found.Try(out var stored, out _) && caller.Kind is CallerKind.Staff)
        {
            await accesses.RecordAsync(stored.Dossier, caller, purpose, ct);
        }

        return found;
    }

    /// <summary>The same without writing anything down: for who writes the visit together with what the visitor does.</summary>
    public async Task<Result<StoredDossier>> FindAsync(string code, Caller caller, CancellationToken ct)
    {
        if (!DossierCode.TryParse(code, out var parsed))
        {
            return DossierRefusals.NotFound.With(code);
        }

        var (stored, erased) = await dossiers.LookAsync(parsed, ct);
        return stored is not null && caller.MayRead(stored.Dossier) ? stored
            : erased is not null && caller.MayRead(erased) ? DossierRefusals.Erased.With(code, erased.ErasedOn).Knowing("erasedAt", erased.ErasedAt)
            : DossierRefusals.NotFound.With(code);
    }
}
