using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Documents.Wallet;
using PublicAdmin.Identity;
using PublicAdmin.Platform.Http;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Portal.Outbound;

/// <summary>
/// GET /api/portal/files/{code}/{file}: a file by a link that was told to the National Portal; once, or from where a broken line left off. It streams through
/// the office however large it is, for a link to a store could be used again.
/// </summary>
public sealed class SendPortalFile(PortalDelivery delivery, IBlobs blobs)
{
    [Function(nameof(SendPortalFile)), AllowedTo(Role.Anyone)]
    [Answers(200, typeof(byte[]), ContentType = "application/octet-stream"), Answers(206, typeof(byte[]), ContentType = "application/octet-stream")]
    [Answers(304), Refuses(typeof(PortalLinkRefusals)), Refuses(typeof(HttpRefusals), nameof(HttpRefusals.RangeBeyondEnd))]
    [Refuses(typeof(PaperRefusals), nameof(PaperRefusals.NotFound), nameof(PaperRefusals.NoBytes), nameof(PaperRefusals.NotChecked),
        nameof(PaperRefusals.Blocked))]
    [Reads("until", "Unix seconds."), Reads("once", "Another for each link."), Reads("signature", "Of the link.")]
    [Reads("Range", "bytes=from-to: one range, to go on after a broken line.", Header = true)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/portal/files/{code}/{file}")] HttpRequest request, string code, string file,
        CancellationToken ct)
    {
        var until = long.TryParse(request.Query["until"], NumberStyles.None, CultureInfo.InvariantCulture, out var second) ? second : 0;
        var link = new PortalLink(code, file, until, request.Query["once"].ToString(), request.Query["signature"].ToString());
        var opened = await delivery.OpenAsync(link, request, ct);
        return opened.Try(out var stored, out var refusal) ? new FileAnswer(stored, blobs) : refusal.ToProblem();
    }
}
