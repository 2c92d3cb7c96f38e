using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Identity;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Site;

/// <summary>GET /verify/{token}: where the QR code of a paper leads a telephone: the page that asks for the verdict and says it in words.</summary>
public sealed class GetPaperPage(SitePages pages)
{
    [Function(nameof(GetPaperPage)), AllowedTo(Role.Anyone), Answers(200, ContentType = "text/html"), Answers(304)]
    [Reads("lang", "vi or en; else what the reader chose before, else Accept-Language.")]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "verify/{token}")] HttpRequest request, string token) =>
        pages.Answer(SitePages.Verify, request);
}
