using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Identity;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Site;

/// <summary>
/// GET /{page?}: a page of the site in the reader's language; the home page when none is named, and a page that says so when there is no such page.
/// </summary>
public sealed class GetPage(SitePages pages)
{
    [Function(nameof(GetPage)), AllowedTo(Role.Anyone), Answers(200, ContentType = "text/html"), Answers(304)]
    [Reads("lang", "vi or en; else what the reader chose before, else Accept-Language.")]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "{page?}")] HttpRequest request) =>
        pages.Answer(request.Path.Value?.Trim('/') is { Length: > 0 } page ? page : SitePages.Home, request);
}
