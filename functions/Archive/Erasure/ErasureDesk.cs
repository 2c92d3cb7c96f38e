using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Identity;
using PublicAdmin.Platform;

namespace PublicAdmin.Archive.Erasure;

/// <summary>
/// Hủy hồ sơ hết thời hạn lưu trữ: the registrar proposes once nothing stands against it any more, the notice runs, the head of another name decides; then it
/// is done at once and cannot be undone. Asked again after it broke off, it goes on.
/// </summary>
public sealed class ErasureDesk(
    ArchiveDesk desk, DossierStore dossiers, DossierErasure erasure, KeepingTerms terms, ErasedFiles files, TimeProvider clock)
{
    public Task<Result<ArchiveView>> ProposeAsync(string code, ErasureForm form, Caller caller, CancellationToken ct) =>
        desk.ActAsync(code, caller, async (dossier, file) => await ObjectionAsync(dossier, file, ct) is { } objection ? objection
            : file.Erasure is { } before && before.Ground == form.Ground ? file
            : file with { Erasure = new ErasureProposal(form.Ground, clock.Now(), caller.Id, clock.Today().AddDays(terms.Profile.NoticeDays)) }, ct);

    public async Task<Result<ErasedDossier>> DecideAsync(string code, Caller caller, CancellationToken ct)
    {
        if (!(await desk.OpenAsync(code, caller, ct)).Try(out var opened, out var refusal))
        {
            return refusal;
        }

        var (stored, file) = opened;
        if (await ObjectionAsync(stored.Dossier, file, ct) is { } objection || (objection = Undecided(stored, file, caller)) is not null)
        {
            return objection;
        }

        var erased = Left(stored, file.Erasure!, caller);
        await erasure.RunAsync(stored, erased, ct);
        return erased;
    }

    /// <summary>What is left of an erased dossier.</summary>
    public async Task<Result<ErasedDossier>> FindAsync(string code, Caller caller, CancellationToken ct) =>
        DossierCode.TryParse(code, out var parsed) && (await dossiers.LookAsync(parsed, ct)).Erased is { } erased && caller.MayRead(erased)
            ? erased : ErasureRefusals.NotErased.With(code);

    private async Task<Refusal?> ObjectionAsync(Dossier dossier, ArchiveFile file, CancellationToken ct)
    {
        var kept = KeepReasons.Of(dossier, file, terms.Of(dossier), clock.Today());
        if (kept.Count > 0)
        {
            return ErasureRefusals.Kept.With(dossier.Code).Knowing("keptBecause", kept);
        }

        return await files.SealedUntilAsync(dossier.Code, ct) is { } until && until > clock.GetUtcNow()
            ? ErasureRefusals.ResultSealed.With(dossier.Code, DateOnly.FromDateTime(until.Here().DateTime)) : null;
    }

    private Refusal? Undecided(StoredDossier stored, ArchiveFile file, Caller caller) => file.Erasure switch
    {
        _ when !caller.Has(Role.Leader, stored.Dossier.Holding) => ArchiveRefusals.NotYourAgency.With(stored.Dossier.Holding),
        _ when stored.Key is null => ErasureRefusals.NoKey.With(stored.Dossier.Code),
        null => ErasureRefusals.NotProposed.With(stored.Dossier.Code),
        { By: var by } when by == caller.Id => ErasureRefusals.OwnProposal,
        { NoticeUntil: var until } when clock.Today() < until => ErasureRefusals.NoticeRuns.With(until),
        _ => null,
    };

    private ErasedDossier Left(StoredDossier stored, ErasureProposal proposal, Caller caller)
    {
        var dossier = stored.Dossier;
        return new(
            dossier.Code, dossier.Procedure.Code, dossier.Channel, dossier.Places.Receipt, dossier.Places.Competent, dossier.Offices, dossier.Phase,
            dossier.SubmittedAt, KeepingTerms.EndOf(dossier), stored.Version, clock.Now(), caller.Id, proposal.By, proposal.Ground);
    }
}
