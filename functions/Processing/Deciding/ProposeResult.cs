using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Dossiers;
using PublicAdmin.Forms;
using PublicAdmin.Forms.Results;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Processing.Deciding;

/// <summary>POST /api/dossiers/{code}/proposal: the officer in charge proposes a result to the leader (trình).</summary>
public sealed class ProposeResult(ProcessingDesk desk, KeyedHashes hashes)
{
    [Function(nameof(ProposeResult)), AllowedTo(Role.Officer), Accepts(typeof(ProposalForm)), Guarded]
    [Answers(200, typeof(DossierView)), Refuses(typeof(DossierRefusals)), Refuses(typeof(FieldRefusals)), Refuses(typeof(HttpRefusals))]
    [Refuses(typeof(ResultContentRefusals)), Refuses(typeof(PrintableText), nameof(PrintableText.Unfit))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/dossiers/{code}/proposal")] HttpRequest request, string code, CancellationToken ct) =>
        desk.ActAsync<ProposalForm>(
            request,
            code,
            Act.Propose,
            (form, dossier, stamp) => Fields.Text("summary", form.Summary, 1_000) ?? Fields.Text("content", form.Content, 10_000)
                ?? ResultContents.Objection("content", form.Content) ?? FormResultProof.Objection("content", form.Content, code, hashes)
                ?? dossier.Propose(form.Outcome, form.Summary, form.Content, stamp),
            ct);
}

/// <param name="Summary">For the leader, at most 1,000 characters.</param>
/// <param name="Content">The text or data of the result as it will be signed, at most 10,000 characters.</param>
public sealed record ProposalForm(Decision Outcome, string Summary, string Content);
