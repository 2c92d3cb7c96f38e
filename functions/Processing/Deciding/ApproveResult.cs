using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Dossiers;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Processing.Deciding;

/// <summary>POST /api/dossiers/{code}/approval: the leader approves exactly the proposal that was read (duyệt).</summary>
public sealed class ApproveResult(ProcessingDesk desk)
{
    [Function(nameof(ApproveResult)), AllowedTo(Role.Leader), Accepts(typeof(ApprovalForm)), Guarded]
    [Answers(200, typeof(DossierView)), Refuses(typeof(DossierRefusals)), Refuses(typeof(FieldRefusals)), Refuses(typeof(HttpRefusals))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/dossiers/{code}/approval")] HttpRequest request, string code, CancellationToken ct) =>
        desk.ActAsync<ApprovalForm>(request, code, Act.Approve, (form, dossier, stamp) => dossier.Approve(form.ProposalHash, stamp), ct);
}

/// <param name="ProposalHash">The hash shown with the proposal: what was read is what is approved.</param>
public sealed record ApprovalForm(string ProposalHash);
