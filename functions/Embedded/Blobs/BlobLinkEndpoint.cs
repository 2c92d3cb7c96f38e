using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Embedded.Blobs;

/// <summary>GET /links/{container}/{path}: the file a link was made for. What Blob Storage does in Azure; no part of the office's API.</summary>
internal static class BlobLinkEndpoint
{
    // 50 MB at 29 kB/s; on a worse line the rest is asked for by a range.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(30);

    public static void MapBlobLinks(this IEndpointRouteBuilder app) =>
        app.MapGet($"{SignedBlobLinks.Prefix}/{{container}}/{{**path}}", AnswerAsync).WithRequestTimeout(Patience);

    private static async Task<IResult> AnswerAsync(
        string container, string path, HttpRequest request, SignedBlobLinks links, IBlobs blobs, TimeProvider clock, CancellationToken ct)
    {
        var blob = new BlobName(container, path);
        var (type, name) = (request.Query["type"].ToString(), request.Query["name"].ToString());
        if (!long.TryParse(request.Query["until"], NumberStyles.None, CultureInfo.InvariantCulture, out var until)
            || !links.Made(blob, until, type, name, request.Query["signature"].ToString()))
        {
            return LinkRefusals.Invalid.With().ToProblem();
        }

        if (until <= clock.GetUtcNow().ToUnixTimeSeconds())
        {
            return LinkRefusals.Expired.With().ToProblem();
        }

        return await blobs.FindAsync(blob, ct) is { } found
            ? new FileAnswer(new StoredFile(blob, found.Length, type, name, found.Tag), blobs)
            : LinkRefusals.Gone.With().ToProblem();
    }
}

internal static class LinkRefusals
{
    public static readonly RefusalCode Invalid = new(
        RefusalKind.Forbidden, "link-invalid", "Liên kết tải tệp không hợp lệ. Hãy yêu cầu lại tệp từ hồ sơ.",
        "This download link is not valid. Ask for the file again in its dossier.");

    public static readonly RefusalCode Expired = new(
        RefusalKind.Forbidden, "link-expired", "Liên kết tải tệp đã hết hạn. Hãy yêu cầu lại tệp từ hồ sơ.",
        "This download link has expired. Ask for the file again in its dossier.");

    public static readonly RefusalCode Gone = new(
        RefusalKind.NotFound, "link-without-file", "Tệp của liên kết này không còn. Hãy yêu cầu lại tệp từ hồ sơ.",
        "The file of this link is no longer there. Ask for it again in its dossier.");
}
