using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Dossiers;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;
using PublicAdmin.Processing.Lists;

namespace PublicAdmin.Processing.Deciding;

/// <summary>POST /api/dossiers/{code}/issue: the registrar numbers the result and releases it to the one-stop desk (phát hành); lateness is judged by this moment.</summary>
public sealed class IssueResult(ProcessingDesk desk, ResultNumbers numbers)
{
    [Function(nameof(IssueResult)), AllowedTo(Role.Registrar), Accepts(typeof(IssueForm)), Guarded]
    [Answers(200, typeof(DossierView)), Refuses(typeof(DossierRefusals)), Refuses(typeof(FieldRefusals)), Refuses(typeof(HttpRefusals))]
    [Refuses(typeof(WorkRefusals), nameof(WorkRefusals.NumberTaken))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/dossiers/{code}/issue")] HttpRequest request, string code, CancellationToken ct) =>
        desk.ActAsync<IssueForm>(request, code, Act.Issue, DecideAsync, ct);

    private async ValueTask<Result<DossierEvent>> DecideAsync(IssueForm form, Dossier dossier, Stamp stamp, CancellationToken ct)
    {
        if (Fields.Line("number", form.Number, 60) is { } broken)
        {
            return broken;
        }

        var today = DateOnly.FromDateTime(stamp.At.Here().DateTime);
        var holder = await numbers.KeepAsync(dossier, form.Number, today.Year, ct);
        return holder == dossier.Code ? dossier.Issue(form.Number, today, stamp) : WorkRefusals.NumberTaken.At("number", form.Number, holder);
    }
}

/// <param name="Number">Số, ký hiệu, e.g. <c>12/GKS</c>: once a year for each procedure of the office.</param>
public sealed record IssueForm(string Number);
