using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Submission.Elsewhere;

/// <summary>GET /api/help: whom an office helped to file with a ministry's own system, the newest first.</summary>
public sealed class ListHelp(HelpBook book)
{
    [Function(nameof(ListHelp)), AllowedTo(Role.Clerk, Role.Supervisor, Role.Auditor)]
    [Answers(200, typeof(PageOf<HelpGiven>)), Refuses(typeof(SubmissionRefusals), nameof(SubmissionRefusals.NotYourOffice))]
    [Refuses(typeof(HttpRefusals), nameof(HttpRefusals.QueryInvalid))]
    [Reads("office", "Code of the office."), Reads("limit", "1 to 100, 20 unless said."), Reads("after", "The next of the page before.")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/help")] HttpRequest request, CancellationToken ct)
    {
        var (office, caller) = (request.Query["office"].ToString(), request.Caller());
        if (!(caller.Has(Role.Clerk, office) || caller.Has(Role.Supervisor, office) || caller.Has(Role.Auditor, office)))
        {
            return SubmissionRefusals.NotYourOffice.At("office", office).ToProblem();
        }

        return PageAsked.Of(request).Try(out var asked, out var invalid)
            ? TypedResults.Json(await book.ListAsync(office, asked, ct), OfficeJson.Options)
            : invalid.ToProblem();
    }
}
