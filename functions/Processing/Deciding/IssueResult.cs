using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Dossiers;
using PublicAdmin.Forms;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Processing.Deciding;

/// <summary>
/// POST /api/dossiers/{code}/issue: the registrar numbers the result and releases it to the one-stop desk (phát hành); lateness is judged by this moment.
/// </summary>
public sealed class IssueResult(ProcessingDesk desk, ResultNumbers numbers)
{
    [Function(nameof(IssueResult)), AllowedTo(Role.Registrar), Accepts(typeof(IssueForm)), Guarded]
    [Answers(200, typeof(DossierView)), Refuses(typeof(DossierRefusals)), Refuses(typeof(FieldRefusals)), Refuses(typeof(HttpRefusals))]
    [Refuses(typeof(DecidingRefusals), nameof(DecidingRefusals.NumberTaken))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/dossiers/{code}/issue")] HttpRequest request, string code, CancellationToken ct) =>
        desk.ActAsync<IssueForm>(request, code, Act.Issue, DecideAsync, ct);

    private async ValueTask<Result<DossierEvent>> DecideAsync(IssueForm form, Dossier dossier, Stamp stamp, CancellationToken ct)
    {
        var made = dossier.Proposal?.Elsewhere;
        var number = form.Number ?? made?.Number;
        if ((PrintableText.Line("number", number, 60)
            ?? (made is not null && made.Number != number ? DossierRefusals.ResultNumberDiffers.At("number", made.Number) : null)) is { } broken)
        {
            return broken;
        }

        var date = made?.Date ?? DateOnly.FromDateTime(stamp.At.Here().DateTime);
        var holder = await numbers.KeepAsync(dossier, number!, date.Year, ct);
        return holder == dossier.Code ? dossier.Issue(number!, date, stamp) : DecidingRefusals.NumberTaken.At("number", number, holder);
    }
}

/// <param name="Number">
/// Số, ký hiệu, e.g. <c>12/GKS</c>: once a year for each procedure of the office. A result made elsewhere keeps its own and needs none here.
/// </param>
public sealed record IssueForm(string? Number = null);
