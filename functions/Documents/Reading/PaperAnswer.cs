using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using PublicAdmin.Documents.Judging;
using PublicAdmin.Platform;

namespace PublicAdmin.Documents;

/// <summary>
/// Sends a paper: typed by its content, always as an attachment and never to be sniffed, so that no file can act as a page of this
/// site; in parts when asked, so that a broken line goes on where it stopped.
/// </summary>
internal sealed class PaperAnswer(PaperFile file, IBlobs blobs) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var (stored, response) = (file.Stored, httpContext.Response);
        var tag = new EntityTagHeaderValue($"\"{stored.Id.Sha256}\"");
        SetHeaders(response, file.FileName);
        response.Headers.ETag = tag.ToString();
        response.Headers.AcceptRanges = "bytes";
        if (httpContext.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Equals(EntityTagHeaderValue.Any) || known.Compare(tag, useStrongComparison: false)))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        var range = ByteRange.Of(httpContext.Request, stored.Plan.Size, tag);
        if (!range.Satisfiable)
        {
            response.StatusCode = StatusCodes.Status416RangeNotSatisfiable;
            response.Headers.ContentRange = new ContentRangeHeaderValue(stored.Plan.Size).ToString();
            return;
        }

        await SendAsync(response, range, httpContext.RequestAborted);
    }

    /// <summary>An attachment under its Vietnamese name, never sniffed, never kept by a shared kiosk.</summary>
    public static void SetHeaders(HttpResponse response, string fileName)
    {
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(fileName); // filename for the old, filename* (RFC 8187) for Vietnamese.
        response.Headers.ContentDisposition = disposition.ToString();
        response.Headers.CacheControl = "private, no-store";
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
    }

    private async Task SendAsync(HttpResponse response, ByteRange range, CancellationToken ct)
    {
        var stored = file.Stored;
        await using var content = await blobs.OpenAsync(stored.Id.Blob, range.From, range.Length, ct)
            ?? throw new InvalidOperationException($"{stored.Id.Blob} is gone.");
        if (range.Partial)
        {
            response.StatusCode = StatusCodes.Status206PartialContent;
            response.Headers.ContentRange = new ContentRangeHeaderValue(range.From, range.From + range.Length - 1, stored.Plan.Size).ToString();
        }

        response.ContentType = stored.Check.Kind.ContentType();
        response.ContentLength = range.Length;
        await content.CopyToAsync(response.Body, ct);
    }
}
