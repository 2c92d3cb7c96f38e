using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Dossiers;
using PublicAdmin.Identity;
using PublicAdmin.Platform;

namespace PublicAdmin.Processing;

/// <summary>POST /api/dossiers/{code}/issue: the registrar numbers the result and releases it to the one-stop desk (phát hành); lateness is judged by this moment.</summary>
public sealed class IssueResult(ProcessingDesk desk)
{
    [Function(nameof(IssueResult)), AllowedTo(Role.Registrar), Accepts(typeof(IssueForm)), Guarded]
    [Answers(200, typeof(DossierView)), Refuses(typeof(DossierRefusals)), Refuses(typeof(FieldRefusals)), Refuses(typeof(HttpRefusals))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/dossiers/{code}/issue")] HttpRequest request, string code, CancellationToken ct) =>
        desk.ActAsync<IssueForm>(
            request,
            code,
            Act.Issue,
            (form, dossier, stamp) => Fields.Text("number", form.Number, 60) ?? dossier.Issue(form.Number, DateOnly.FromDateTime(stamp.At.Here().DateTime), stamp),
            ct);
}

/// <param name="Number">Số, ký hiệu, e.g. <c>12/GKS</c>.</param>
public sealed record IssueForm(string Number);
