using System.Security.Cryptography;
using PublicAdmin.Dossiers;
using PublicAdmin.Eforms;
using PublicAdmin.Eforms.Prefill;
using PublicAdmin.Identity;
using PublicAdmin.Offices;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;
using PublicAdmin.Procedures;

namespace PublicAdmin.Submission;

/// <summary>A filing that may become a dossier.</summary>
/// <param name="As">The role the filer acts in.</param>
/// <param name="StaffOffice">The office a clerk files for; null for citizens and systems.</param>
/// <param name="Answers">The e-form.</param>
public sealed record CheckedFiling(Filing Filing, string ProcedureName, string As, string? StaffOffice, CheckedAnswers Answers);

/// <summary>Holds a filing against procedures, offices, the caller's rights and the papers given.</summary>
public sealed class FilingChecks(
    ProcedureCatalogue procedures, FormBook forms, OfficeDirectory offices, PaperReferences papers, ReceiptNumbers receipts, ReusedResults reused)
{
    public async Task<Result<CheckedFiling>> CheckAsync(FilingForm form, PortalArrival? arrival, Caller caller, DateTimeOffset now, CancellationToken ct)
    {
        var today = DateOnly.FromDateTime(now.Here().DateTime);
        if (FilingRules.FirstBroken(form) is { } broken)
        {
            return broken;
        }

        if (procedures.Find(form.Procedure, today) is not { } procedure)
        {
            return SubmissionRefusals.ProcedureUnknown.At("procedure", form.Procedure);
        }

        if (HttpQueries.First(
            ProcedureBroken(form, procedure), FilingPlaces.FirstBroken(form, offices, today), FilerRules.FirstBroken(form, caller),
            FilingFees.FirstBroken(form, procedure, caller, today), CaseOrFileBroken(form, procedure, arrival)) is { } refused)
        {
            return refused;
        }

        if (!(await AnswersAsync(form, procedure, caller, today, ct)).Try(out var answers, out refused))
        {
            return refused;
        }

        var giver = new Giver(caller, form.Applicant.PersonalNumber, form.Proxy?.PersonalNumber);
        if (!ConsentRules.LookUp(form.LookUpConsent, giver, form.Consent, now).Try(out var agreed, out refused))
        {
            return refused;
        }

        var resolved = await GivenAsync(form, answers, giver, procedure, now, ct);
        return resolved.Then<CheckedFiling>(given => MissingPaper(form, procedure, given, arrival) is { } missing
            ? missing
            : new CheckedFiling(
                ToFiling(form with { Fee = form.Fee ?? answers.Fee }, answers, giver, procedure, given, agreed, now) with { Arrival = arrival },
                procedure.Name.Vi,
                FilerRules.RoleOf(caller),
                FilerRules.OfficeOf(form, caller),
                answers));
    }

    private async Task<Result<CheckedAnswers>> AnswersAsync(
        FilingForm form, ProcedureVersion procedure, Caller caller, DateOnly today, CancellationToken ct)
    {
        var check = FilingAnswers.Check(form, procedure.Code, forms, today, caller, FilingPlaces.Commune(form, procedure, offices, today));
        return check.Try(out var answers, out _) && answers is { Pin: { } pin, Json: { } json } && form.Results is { Count: > 0 } used
            ? (await reused.NoteAsync(pin, json, today, used, caller, ct)).Then<CheckedAnswers>(noted => answers with { Pin = noted })
            : check;
    }

    // The papers, and behind them the files that answers of the e-form name.
    private async Task<Result<IReadOnlyList<Paper>>> GivenAsync(
        FilingForm form, CheckedAnswers answers, Giver giver, ProcedureVersion procedure, DateTimeOffset now, CancellationToken ct)
    {
        var resolved = await papers.ResolveAsync(giver, ConsentRules.Of(giver, form.Consent, now), procedure, form.Papers ?? [], firstId: 1, now, ct);
        if (!resolved.Try(out var given, out _) || answers.Files is not { Count: > 0 } files)
        {
            return resolved;
        }

        return (await papers.OfAnswersAsync(giver, files, given.Count + 1, now, ct)).Then<IReadOnlyList<Paper>>(named => given.Concat(named).ToList());
    }

    /// <summary>What stands against a filing that was never sent before: the receipt it was paid with is booked elsewhere.</summary>
    public async Task<Refusal?> BookedBeforeAsync(
        FilingForm form, CancellationToken ct) => form.Paid is { } paid && await receipts.HolderAsync(form.Receipt, paid.Receipt, ct) is { } holder
        ? FeeRefusals.ReceiptTaken.At("paid.receipt", paid.Receipt, holder)
        : null;

    private static Refusal? ProcedureBroken(FilingForm form, ProcedureVersion procedure) => (form.Channel, procedure) switch
    {
        (_, { Route.System: ServiceSystem.Ministry }) =>
            SubmissionRefusals.ProcedureElsewhere.At("procedure", procedure.Code, procedure.Route.Where ?? "dichvucong.gov.vn"),
        (Channel.Online, { Mode.Kind: ServiceModeKind.InPerson }) =>
            SubmissionRefusals.ProcedureInPerson.At("channel", procedure.Code, procedure.Mode.Reason),
        _ => null,
    };

    private static Refusal? CaseOrFileBroken(FilingForm form, ProcedureVersion procedure, PortalArrival? arrival) =>
        form.TermCase is { } one && procedure.Term.Case(one) is null ? SubmissionRefusals.TermCaseUnknown.At("termCase", one)
        : ArrivalRules.FirstBroken(arrival, procedure);

    // Online the citizen can still fetch the paper; over the counter or by post it is received and asked for on form 02.
    private static Refusal? MissingPaper(FilingForm form, ProcedureVersion procedure, IReadOnlyList<Paper> given, PortalArrival? arrival) =>
        form.Channel is Channel.Online
        && Completeness.Missing(
            procedure, form.Form is not null, [.. ArrivalRules.Components(arrival), .. given.Select(paper => paper.Component)]) is [var first, ..]
            ? SubmissionRefusals.ComponentMissing.At("papers", first.Name).Knowing("component", first.Id)
            : null;

    private Filing ToFiling(
        FilingForm form, CheckedAnswers answers, Giver giver, ProcedureVersion procedure, IReadOnlyList<Paper> given, Agreed agreed, DateTimeOffset now)
    {
        var caller = giver.Caller;
        var today = DateOnly.FromDateTime(now.Here().DateTime);
        var competent = FilingPlaces.Competent(form, procedure, offices, today);
        var a = form.Applicant;
        return new Filing(
            new ProcedurePin(procedure.Code, procedure.Version),
            form.Channel,
            new Applicant(a.Name.Trim().Normalize(), a.PersonalNumber, a.Phone, a.Email, a.Address, a.Kind),
            new Places(form.PlaceOfHelp, form.Receipt, competent),
            form.ReturnWay,
            given,
            caller.Id,
            form.Proxy is { } proxy ? new Proxy(proxy.Name.Trim().Normalize(), proxy.PersonalNumber, proxy.Authority) : null,
            form.Channel is Channel.Assisted ? caller.Id : null,
            form.Summary,
            answers.Json is { } json ? Convert.ToHexStringLower(SHA256.HashData(json.Span)) : null,
            caller.Kind is CallerKind.System ? caller.Id : null,
            agreed,
            FilingFees.Of(form, procedure, now, caller.Id),
            form.TermCase,
            FilerRules.RepresentativeOf(caller),
            ConsentRules.AuthorityOf(giver, form.Consent, now),
            answers.Pin,
            procedure.LinkageOf(form.FormCase, answers.Pin?.Case, form.TermCase));
    }
}
