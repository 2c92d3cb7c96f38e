using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Identity;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Site;

/// <summary>
/// GET /filed/{code}: what a citizen sees after filing: code, secret, and what happens next. An address of its own, so that going back or reloading files
/// nothing again.
/// </summary>
public sealed class GetFiledPage(SitePages pages)
{
    [Function(nameof(GetFiledPage)), AllowedTo(Role.Anyone), Answers(200, ContentType = "text/html"), Answers(304)]
    [Reads("lang", "vi or en; else what the reader chose before, else Accept-Language.")]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "filed/{code}")] HttpRequest request, string code) =>
        pages.Answer("filed", request);
}
