using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Submission.Elsewhere;

/// <summary>GET /api/mirrors: dossiers of ministries' own systems that concern an office, to read and to urge.</summary>
public sealed class ListMirrors(MirrorBook book)
{
    private static readonly Role[] Readers = [Role.Clerk, Role.Officer, Role.Leader, Role.Supervisor, Role.Auditor];

    [Function(nameof(ListMirrors)), AllowedTo(Role.Clerk, Role.Officer, Role.Leader, Role.Supervisor, Role.Auditor)]
    [Answers(200, typeof(PageOf<Mirror>)), Refuses(typeof(SubmissionRefusals), nameof(SubmissionRefusals.NotYourOffice))]
    [Refuses(typeof(HttpRefusals), nameof(HttpRefusals.QueryInvalid))]
    [Reads("office", "Code of the office."), Reads("limit", "1 to 100, 20 unless said."), Reads("after", "The next of the page before.")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/mirrors")] HttpRequest request, CancellationToken ct)
    {
        var (office, caller) = (request.Query["office"].ToString(), request.Caller());
        if (!Readers.Any(role => caller.Has(role, office)))
        {
            return SubmissionRefusals.NotYourOffice.At("office", office).ToProblem();
        }

        return PageAsked.Of(request).Try(out var asked, out var invalid)
            ? TypedResults.Json(await book.ListAsync(office, asked, ct), OfficeJson.Options)
            : invalid.ToProblem();
    }
}
