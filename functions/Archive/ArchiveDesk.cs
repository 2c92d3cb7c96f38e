using PublicAdmin.Archive.Packages;
using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Archive;

/// <summary>
/// Hands dossiers over: due, prepared, offered, refused or accepted. Each step asks how far it is, so that the same request again has the same answer; of two
/// at once one is first and the other sees what became of it.
/// </summary>
public sealed class ArchiveDesk(
    DossierReader reader, ArchiveBook book, PackageMaker maker, KeepingTerms terms, KeepReasons reasons, TimeProvider clock)
{
    private const int MostHolds = 30;

    public Task<Result<ArchiveView>> PrepareAsync(string code, Caller caller, CancellationToken ct) => ActAsync(code, caller, async (dossier, file) =>
        file.Step switch
        {
            ArchiveStep.Prepared => file,
            ArchiveStep.Waiting or ArchiveStep.Refused => (await maker.MakeAsync(dossier, (file.Package?.Number ?? 0) + 1, caller, terms.Of(dossier), ct))
                .Then<ArchiveFile>(package => file with { Step = ArchiveStep.Prepared, Package = package, Reasons = null }),
            _ => Wrong(file),
        }, ct);

    public Task<Result<ArchiveView>> OfferAsync(string code, Caller caller, CancellationToken ct) => ActAsync(code, caller, (_, file) => Now(
        file.Step switch
        {
            ArchiveStep.Offered => file,
            ArchiveStep.Prepared => file with { Step = ArchiveStep.Offered },
            _ => Wrong(file),
        }), ct);

    public Task<Result<ArchiveView>> AnswerAsync(string code, ArchiveAnswerForm form, Caller caller, CancellationToken ct) =>
        ActAsync(code, caller, (_, file) => Now(form.Accepted ? Accept(file, form, caller) : Refuse(file, form)), ct);

    public Task<Result<ArchiveView>> HoldAsync(string code, ArchiveHoldForm form, Caller caller, CancellationToken ct) =>
        ActAsync(code, caller, (_, file) => Now(form.Lift ? Lift(file, caller) : Hold(file, form.Reason, caller)), ct);

    public async Task<Result<(StoredDossier Stored, ArchiveFile File, string? Tag)>> OpenAsync(string code, Caller caller, CancellationToken ct)
    {
        var opened = await reader.OpenAsync(code, caller, "archive", ct);
        if (!opened.Try(out var stored, out var refusal))
        {
            return refusal;
        }

        var (file, tag) = await book.FindAsync(stored.Dossier.Code, ct);
        return (stored, file, tag);
    }

    public async Task<ArchiveView> ViewOfAsync(Dossier dossier, ArchiveFile file, CancellationToken ct) =>
        ArchiveView.Of(dossier, file, terms.DueOn(dossier), terms.Of(dossier), await reasons.OfAsync(dossier, file, ct));

    internal async Task<Result<ArchiveView>> ActAsync(
        string code, Caller caller, Func<Dossier, ArchiveFile, Task<Result<ArchiveFile>>> decide, CancellationToken ct)
    {
        if (!(await reader.OpenAsync(code, caller, "archive", ct)).Try(out var stored, out var refusal))
        {
            return refusal;
        }

        return Objection(stored.Dossier, caller) is { } objection ? objection : await DecideAsync(stored.Dossier, decide, ct);
    }

    private Task<Result<ArchiveView>> DecideAsync(Dossier dossier, Func<Dossier, ArchiveFile, Task<Result<ArchiveFile>>> decide, CancellationToken ct) =>
        Contention.UntilWrittenAsync<Result<ArchiveView>>(async () =>
        {
            var (file, tag) = await book.FindAsync(dossier.Code, ct);
            return file.Step is ArchiveStep.Erasing ? ArchiveRefusals.BeingErased.With(dossier.Code)
                : !(await decide(dossier, file)).Try(out var next, out var refusal) ? refusal
                : await ViewOfAsync(dossier, next == file ? file : await book.SaveAsync(next, tag, ct), ct);
        }, ct);

    private static Refusal? Objection(Dossier dossier, Caller caller) =>
        !caller.Has(Role.Registrar, dossier.Holding) ? ArchiveRefusals.NotYourAgency.With(dossier.Holding)
        : dossier.IsCase() ? ArchiveRefusals.OnlyParts.With(dossier.Code)
        : dossier.IsOpen ? ArchiveRefusals.StillOpen.With(dossier.Code)
        : null;

    private Result<ArchiveFile> Accept(ArchiveFile file, ArchiveAnswerForm form, Caller caller) => file switch
    {
        { Step: not (ArchiveStep.Offered or ArchiveStep.Accepted) } => Wrong(file),
        _ when file.Package!.Sha256 != form.Sha256 => ArchiveRefusals.OtherPackage.At("sha256", file.Package.Sha256),
        _ when file.Receipts.Any(known => known.Set == form.Set && known.Number == form.Receipt) => file,
        _ when file.Receipts.FirstOrDefault(known => known.Set == form.Set || known.Number == form.Receipt) is { } known =>
            ArchiveRefusals.SetReceived.At("receipt", known.Set, known.Number),
        _ => file with { Step = ArchiveStep.Accepted, Receipts = [.. file.Receipts, new ArchiveReceipt(form.Receipt!, form.Set, clock.Now(), caller.Id)] },
    };

    private static Result<ArchiveFile> Refuse(ArchiveFile file, ArchiveAnswerForm form) => file switch
    {
        { Step: ArchiveStep.Refused } when file.Reasons == form.Reasons => file,
        { Step: not ArchiveStep.Offered } => Wrong(file),
        _ when file.Package!.Sha256 != form.Sha256 => ArchiveRefusals.OtherPackage.At("sha256", file.Package.Sha256),
        _ => file with { Step = ArchiveStep.Refused, Reasons = form.Reasons },
    };

    private Result<ArchiveFile> Hold(ArchiveFile file, string reason, Caller caller) =>
        file.Holds.Any(hold => hold.LiftedAt is null && hold.Reason == reason) ? file
        : file.Holds.Count == MostHolds ? ArchiveRefusals.HeldTooOften.With(file.Code)
        : file with { Holds = [.. file.Holds, new ArchiveHold(reason, clock.Now(), caller.Id)] };

    private Result<ArchiveFile> Lift(ArchiveFile file, Caller caller) => !file.IsHeld
        ? ArchiveRefusals.NotHeld.With(file.Code)
        : file with
        {
            Holds = [.. file.Holds.Select(hold => hold.LiftedAt is null ? hold with { LiftedAt = clock.Now(), LiftedBy = caller.Id } : hold)],
        };

    private static Task<Result<ArchiveFile>> Now(Result<ArchiveFile> decided) => Task.FromResult(decided);

    private static Refusal Wrong(ArchiveFile file) => ArchiveRefusals.WrongStep.With(file.Code, ArchiveView.NameOf(file.Step)).Knowing("step", file.Step);
}
