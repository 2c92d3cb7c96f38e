using PublicAdmin.Identity;
using PublicAdmin.Offices;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Reference;

namespace PublicAdmin.Procedures;

/// <summary>Where an administrator enters how a procedure will be from a day to come.</summary>
public sealed class ProcedureRegister(
    ReferenceVersions<ProcedureVersion> stored, ProcedureCatalogue catalogue, OfficeDirectory offices, TimeProvider clock) : IReferenceData
{
    public async Task RefreshAsync(CancellationToken ct) => catalogue.Load(await stored.LoadAsync(ct));

    /// <param name="version">How the procedure will be.</param>
    /// <param name="tag">The tag of the stored version it replaces; null for a new one.</param>
    /// <param name="editor">Who writes: one catalogue for the whole province, kept by the province.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The version with its new tag.</returns>
    public async Task<Result<StoredVersion<ProcedureVersion>>> WriteAsync(ProcedureVersion version, string? tag, Caller editor, CancellationToken ct)
    {
        if (!editor.Has(Role.Administrator, Duty.Everywhere))
        {
            return IdentityRefusals.NotYourTask;
        }

        // Only what holds for nobody yet may change: a dossier may have pinned a version from its first day on.
        if (version.ValidFrom <= clock.Today())
        {
            return ProcedureRefusals.NotInFuture.At("validFrom");
        }

        if (ProcedureRules.FirstBroken(version, offices) is { } broken)
        {
            return broken;
        }

        return await stored.EnterAsync(version, tag, new(editor.Id, clock.Instant()), ProcedureRefusals.Changed, RefreshAsync, ct);
    }
}
