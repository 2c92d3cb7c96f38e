using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;
using PublicAdmin.Platform.Lines;

namespace PublicAdmin.Portal;

/// <summary>GET /api/portal/changes: dossiers with a change this system has not acknowledged, the longest waiting first.</summary>
public sealed class ListPortalChanges(PortalNews news, LineWatch watch, IOptions<PortalSettings> settings)
{
    [Function(nameof(ListPortalChanges)), AllowedTo(Role.System)]
    [Answers(200, typeof(PageOf<PortalChange>)), Refuses(typeof(HttpRefusals), nameof(HttpRefusals.QueryInvalid))]
    [Reads("limit", "1 to 100, 20 unless said."), Reads("after", "The next of the page before.")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/portal/changes")] HttpRequest request, CancellationToken ct)
    {
        if (!PageAsked.Of(request).Try(out var asked, out var invalid))
        {
            return invalid.ToProblem();
        }

        var client = request.Caller().Id;
        if (client == settings.Value.Client && settings.Value.Address.Length is 0)
        {
            await watch.GoodAsync(OutsideLines.Portal, ct); // A portal that is not told comes for its news itself: then it is there.
        }

        return TypedResults.Json(await news.PageAsync(client, asked, ct), OfficeJson.Options);
    }
}
