using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Archive.Erasure;

/// <summary>
/// Hủy hồ sơ hết thời hạn lưu trữ: the registrar proposes once nothing stands against it any more, the notice runs, the head of another name decides; then it
/// is done at once and cannot be undone. Broken off, it goes on by itself.
/// </summary>
public sealed class ErasureDesk(
    ArchiveDesk desk, ArchiveBook book, DossierStore dossiers, DossierErasure erasure, KeepReasons reasons, ErasedFiles files, TimeProvider clock)
{
    // How long after it was noted an erasure may still be decided.
    private static readonly TimeSpan Undecided = TimeSpan.FromHours(1);

    public Task<Result<ArchiveView>> ProposeAsync(string code, ErasureForm form, Caller caller, CancellationToken ct) =>
        desk.ActAsync(code, caller, async (dossier, file) => await ObjectionAsync(dossier, file, ct) is { } objection ? objection
            : file.Erasure is { } before && before.Ground == form.Ground ? file
            : file with { Erasure = new ErasureProposal(form.Ground, clock.Now(), caller.Id, clock.Today().AddDays(reasons.NoticeDays)) }, ct);

    public async Task<Result<ErasedDossier>> DecideAsync(string code, Caller caller, CancellationToken ct)
    {
        var begun = await Contention.UntilWrittenAsync(() => BeginAsync(code, caller, ct), ct);
        return begun.Try(out var decided, out var refusal) ? await erasure.RunAsync(decided, ct) : refusal;
    }

    /// <summary>Goes on with erasures that broke off.</summary>
    public async Task GoOnAsync(CancellationToken ct)
    {
        var begun = await book.BegunErasuresAsync(ct);
        await Task.WhenAll(begun.Select(one => GoOnAsync(one.Code, one.At, ct))); // One that cannot go on keeps no other from it.
    }

    /// <summary>What is left of an erased dossier.</summary>
    public async Task<Result<ErasedDossier>> FindAsync(string code, Caller caller, CancellationToken ct) =>
        DossierCode.TryParse(code, out var parsed) && (await dossiers.LookAsync(parsed, ct)).Erased is { } erased && caller.MayRead(erased)
            ? erased : ErasureRefusals.NotErased.With(code);

    private async Task GoOnAsync(DossierCode code, DateTimeOffset begun, CancellationToken ct)
    {
        if ((await dossiers.LookAsync(code, ct)).Erased is not null)
        {
            await erasure.RunAsync(code, ct);
        }
        else if (begun + Undecided < clock.GetUtcNow()) // Nothing of it was destroyed yet: it is to be decided again.
        {
            var (file, tag) = await book.FindAsync(code, ct);
            if (file.Step is ArchiveStep.Erasing)
            {
                var undecided = file.Erasure! with { DecidedAt = null, DecidedBy = null };
                await book.SaveAsync(file with { Step = ArchiveStep.Accepted, Erasure = undecided }, tag, ct);
            }

            await book.ForgetErasureAsync(code, ct);
        }
    }

    // What speaks against it is looked at under the tags with which it is written, at the hand-over and then at the dossier that it is being erased: whoever
    // holds or changes the dossier meanwhile is first, or is refused.
    private async Task<Result<DossierCode>> BeginAsync(string code, Caller caller, CancellationToken ct)
    {
        if (!(await desk.OpenAsync(code, caller, ct)).Try(out var opened, out var refusal))
        {
            return refusal;
        }

        var (stored, file, tag) = opened;
        if ((await ObjectionAsync(stored.Dossier, file, ct) ?? ObjectionTo(stored, file, caller)) is { } objection)
        {
            return objection;
        }

        await book.NoteErasureAsync(file.Code, clock.GetUtcNow(), ct);
        if (file.Step is not ArchiveStep.Erasing)
        {
            var decided = file.Erasure! with { DecidedAt = clock.Now(), DecidedBy = caller.Id };
            file = await book.SaveAsync(file with { Step = ArchiveStep.Erasing, Erasure = decided }, tag, ct);
        }

        await dossiers.BeginErasingAsync(stored, Left(stored, file.Erasure!), ct);
        return file.Code;
    }

    private async Task<Refusal?> ObjectionAsync(Dossier dossier, ArchiveFile file, CancellationToken ct)
    {
        var kept = await reasons.OfAsync(dossier, file, ct);
        if (kept.Count > 0)
        {
            return ErasureRefusals.Kept.With(dossier.Code).Knowing("keptBecause", kept);
        }

        return await files.SealedUntilAsync(dossier.Code, ct) is { } until && until > clock.GetUtcNow()
            ? ErasureRefusals.ResultSealed.With(dossier.Code, DateOnly.FromDateTime(until.Here().DateTime)) : null;
    }

    private Refusal? ObjectionTo(StoredDossier stored, ArchiveFile file, Caller caller) => file.Erasure switch
    {
        _ when !caller.Has(Role.Leader, stored.Dossier.Holding) => ArchiveRefusals.NotYourAgency.With(stored.Dossier.Holding),
        _ when stored.Key is null => ErasureRefusals.NoKey.With(stored.Dossier.Code),
        null => ErasureRefusals.NotProposed.With(stored.Dossier.Code),
        { By: var by } when by == caller.Id => ErasureRefusals.OwnProposal,
        { NoticeUntil: var until } when clock.Today() < until => ErasureRefusals.NoticeRuns.With(until),
        _ => null,
    };

    private static ErasedDossier Left(StoredDossier stored, ErasureProposal decided)
    {
        var dossier = stored.Dossier;
        return new(
            dossier.Code, dossier.Procedure.Code, dossier.Channel, dossier.Places.Receipt, dossier.Places.Competent, dossier.Offices, dossier.Phase,
            dossier.SubmittedAt, KeepingTerms.EndOf(dossier), stored.Version, decided.DecidedAt!.Value, decided.DecidedBy!, decided.By, decided.Ground);
    }
}
