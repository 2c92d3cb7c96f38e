using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Dossiers;
using PublicAdmin.Forms;
using PublicAdmin.Forms.Results;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Processing.Deciding;

/// <summary>
/// POST /api/dossiers/{code}/proposal: the officer in charge proposes a result to the leader (trình): content this office will print, or a paper made
/// elsewhere that was sent before (PUT /api/dossiers/{code}/result-paper).
/// </summary>
public sealed class ProposeResult(ProcessingDesk desk, KeyedHashes hashes, ResultFit fit, SentResult sent)
{
    [Function(nameof(ProposeResult)), AllowedTo(Role.Officer), Accepts(typeof(ProposalForm)), Guarded]
    [Answers(200, typeof(DossierView)), Refuses(typeof(DossierRefusals)), Refuses(typeof(FieldRefusals)), Refuses(typeof(FileRefusals))]
    [Refuses(typeof(HttpRefusals))]
    [Refuses(typeof(ResultContentRefusals))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/dossiers/{code}/proposal")] HttpRequest request, string code, CancellationToken ct) =>
        desk.ActAsync<ProposalForm>(request, code, Act.Propose, DecideAsync, ct);

    private async ValueTask<Result<DossierEvent>> DecideAsync(ProposalForm form, Dossier dossier, Stamp stamp, CancellationToken ct)
    {
        if (form.FirstBroken(DateOnly.FromDateTime(stamp.At.Here().DateTime)) is { } broken)
        {
            return broken;
        }

        if (form.Elsewhere is { } made)
        {
            var found = await sent(dossier, made.Sha256, ct);
            return found.Try(out var worth, out var refusal)
                ? dossier.Propose(form.Outcome, form.Summary, made.As(worth.Evidence, worth.SignedBy), stamp) : refusal;
        }

        if (!ResultContents.Of(form.Content!, "content").Try(out var content, out var unsound))
        {
            return unsound;
        }

        if (FormResultProof.Objection("content", content.Data, dossier.AnswersMark(), hashes) is { } objection)
        {
            return objection;
        }

        var proposed = dossier.Propose(form.Outcome, form.Summary, form.Content!, stamp);
        var asked = new ResultAsked(dossier.Procedure.Code, dossier.Form is not null, form.Outcome is Decision.Grant);
        return proposed.Try(out _, out _) && fit("content", asked, content.Data) is { } unfit ? unfit : proposed;
    }
}

/// <param name="Summary">For the leader, at most 1,000 characters.</param>
/// <param name="Content">The text or data of the result as it will be signed, at most 20,000 characters; absent for a paper made elsewhere.</param>
/// <param name="Elsewhere">The paper made elsewhere that is the result; absent for one of ours.</param>
public sealed record ProposalForm(Decision Outcome, string Summary, string? Content = null, ElsewhereForm? Elsewhere = null)
{
    public Refusal? FirstBroken(DateOnly today) => Fields.Text("summary", Summary, 1_000)
        ?? (Elsewhere is null
            ? Fields.Text("content", Content, 20_000)
            : Content is null ? Elsewhere.FirstBroken(today) : FieldRefusals.OneOfTwo.At("content", "content", "elsewhere"));
}

/// <summary>What stands on a paper made elsewhere.</summary>
/// <param name="Kind">What it is, such as <c>Giấy chứng nhận quyền sử dụng đất</c>.</param>
/// <param name="Number">Số, ký hiệu.</param>
/// <param name="Date">The day on it, not after today.</param>
/// <param name="Issuer">The agency that issued it.</param>
/// <param name="Signer">Who signed it, with the position.</param>
/// <param name="Sha256">As answered when it was sent.</param>
public sealed record ElsewhereForm(string Kind, string Number, DateOnly Date, string Issuer, string Signer, string Sha256)
{
    internal Refusal? FirstBroken(DateOnly today) => PrintableText.Line("elsewhere.kind", Kind, 200) ?? PrintableText.Line("elsewhere.number", Number, 60)
        ?? PrintableText.Line("elsewhere.issuer", Issuer, 200) ?? PrintableText.Line("elsewhere.signer", Signer, 200)
        ?? Fields.Line("elsewhere.sha256", Sha256, 64)
        ?? (Date > today ? DossierRefusals.ResultDateAhead.At("elsewhere.date") : null);

    internal ResultElsewhere As(ResultEvidence evidence, string? signedBy) => new(Kind, Number, Date, Issuer, Signer, Sha256, evidence, signedBy);
}
