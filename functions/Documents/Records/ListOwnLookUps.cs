using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Documents.Uploads;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Documents.Records;

/// <summary>GET /api/look-ups: when the citizen had the own record looked up to fill in a form, with the consent, newest last.</summary>
public sealed class ListOwnLookUps(OwnRecords records, PaperOwners owners)
{
    [Function(nameof(ListOwnLookUps)), AllowedTo(Role.Citizen)]
    [Answers(200, typeof(PageOf<OwnLookUp>)), Refuses(typeof(UploadRefusals), nameof(UploadRefusals.NoPersonalNumber))]
    [Refuses(typeof(HttpRefusals), nameof(HttpRefusals.QueryInvalid))]
    [Reads("limit", "1 to 100, 20 unless said."), Reads("after", "The next of the page before.")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/look-ups")] HttpRequest request, CancellationToken ct)
    {
        if (!PageAsked.Of(request).Try(out var asked, out var refusal) || !owners.Own(request.Caller()).Try(out var owner, out refusal))
        {
            return refusal.ToProblem();
        }

        return TypedResults.Json(await records.PageAsync(owner, asked, ct), OfficeJson.Options);
    }
}
