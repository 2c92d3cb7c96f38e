using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Identity;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Site;

/// <summary>GET /assets/{version}/{file}: a style, script or picture of the site, kept by browsers for as long as its address stands in a page.</summary>
public sealed class GetAsset(SiteAssets assets)
{
    [Function(nameof(GetAsset)), AllowedTo(Role.Anyone), Answers(200, ContentType = "text/javascript"), Answers(304)]
    [Refuses(typeof(HttpRefusals), nameof(HttpRefusals.RouteUnknown))]
    public IResult Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "assets/{version}/{file}")] HttpRequest request, string version, string file)
    {
        if (file == SiteAssets.Worker)
        {
            request.HttpContext.Response.Headers["Service-Worker-Allowed"] = "/"; // Its pages do not lie in the folder of assets.
        }

        return assets.Find(version, file) ?? HttpRefusals.RouteUnknown.With().ToProblem();
    }
}
