using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Identity;
using PublicAdmin.Platform.Http;
using PublicAdmin.Tracking;

namespace PublicAdmin.Site;

/// <summary>POST /track: the answer to code and secret as a page, for a browser without scripts or one whose scripts are still on their way.</summary>
public sealed class TrackPage(SitePages pages, TrackAnswer answer, TrackingDesk desk)
{
    private const int Longest = 4 * 1024;

    [Function(nameof(TrackPage)), AllowedTo(Role.Anyone), Answers(200, ContentType = "text/html")]
    public async Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "track")] HttpRequest request, CancellationToken ct)
    {
        var sent = await request.ReadFormAsync(Longest, ct);
        var form = new TrackingForm(sent["code"].ToString(), sent["secret"].ToString());
        var said = form.Secret.Length > 0 ? answer.Of(await desk.TrackAsync(form, request, ct), request.Chosen()) : "";
        return pages.Answer("track", request, html => TrackAnswer.Into(html, said, form.Code));
    }
}
