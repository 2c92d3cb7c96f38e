using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Platform.Http;

/// <summary>
/// Sends a stored file: typed by its content, always as an attachment and never to be sniffed, so that no file can act as a page of this
/// site; in parts when asked, so that a broken line goes on where it stopped. With a link it says only where the file is.
/// </summary>
internal sealed class FileAnswer(StoredFile file, IBlobs blobs, Uri? link = null) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var (request, response) = (httpContext.Request, httpContext.Response);
        var tag = new EntityTagHeaderValue($"\"{file.Tag}\"");
        response.Headers.ETag = tag.ToString();
        if (request.GetTypedHeaders().IfNoneMatch.Any(known => known.Equals(EntityTagHeaderValue.Any) || known.Compare(tag, useStrongComparison: false)))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        if (link is not null)
        {
            // 307, not 302: nobody may keep it, and whoever follows it asks for the same bytes.
            response.StatusCode = StatusCodes.Status307TemporaryRedirect;
            response.Headers.Location = link.OriginalString;
            return Task.CompletedTask;
        }

        response.Headers.AcceptRanges = "bytes";
        var range = ByteRange.Of(request, file.Size, tag);
        if (!range.Satisfiable)
        {
            response.Headers.ContentRange = new ContentRangeHeaderValue(file.Size).ToString();
            return HttpRefusals.RangeBeyondEnd.With(file.Size).ToProblem().ExecuteAsync(httpContext);
        }

        SetHeaders(response, file.FileName);
        return SendAsync(response, range, httpContext.RequestAborted);
    }

    /// <summary>An attachment under its Vietnamese name, never sniffed, never kept by a shared kiosk.</summary>
    public static void SetHeaders(HttpResponse response, string fileName)
    {
        response.Headers.ContentDisposition = DispositionOf(fileName);
        response.Headers.CacheControl = CacheControl;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
    }

    public const string CacheControl = "private, no-store";

    /// <summary>filename for the old, filename* (RFC 8187) for Vietnamese.</summary>
    public static string DispositionOf(string fileName)
    {
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(fileName);
        return disposition.ToString();
    }

    private async Task SendAsync(HttpResponse response, ByteRange range, CancellationToken ct)
    {
        await using var content = await blobs.OpenIntactAsync(file.Blob, range.From, range.Length, ct)
            ?? throw new BlobLostException($"{file.Blob.Container}: a blob is gone.");
        if (range.Partial)
        {
            response.StatusCode = StatusCodes.Status206PartialContent;
            response.Headers.ContentRange = new ContentRangeHeaderValue(range.From, range.From + range.Length - 1, file.Size).ToString();
        }

        response.ContentType = file.ContentType;
        response.ContentLength = range.Length;
        await content.CopyToAsync(response.Body, ct);
    }
}
