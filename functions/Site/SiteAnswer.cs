using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace PublicAdmin.Site;

/// <summary>
/// A file of the site as an answer: packed as the browser likes, with a strong ETag, and 304 for who has it already (RFC 9110 section 13.1.2).
/// </summary>
/// <param name="file">What is answered.</param>
/// <param name="caching">Cache-Control.</param>
/// <param name="policy">What a page may load; null for a file that loads nothing.</param>
/// <param name="status">200 unless the page says that there is none.</param>
internal sealed class SiteAnswer(SiteFile file, string caching, string? policy = null, int status = StatusCodes.Status200OK) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var (request, response) = (httpContext.Request, httpContext.Response);
        var encoding = EncodingFor(request);
        var tag = new EntityTagHeaderValue($"\"{file.Hash}{(encoding is null ? "" : $"-{encoding}")}\"");
        response.Headers.ETag = tag.ToString();
        response.Headers.CacheControl = caching;
        response.Headers.Append(HeaderNames.Vary, "Accept-Encoding");
        Protect(response.Headers); // Of a 304 too: a browser takes its headers over into the page it has kept.
        if (status is StatusCodes.Status200OK && request.GetTypedHeaders().IfNoneMatch.Any(held => held.Compare(tag, useStrongComparison: false)))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.StatusCode = status;
        response.ContentType = file.ContentType;
        response.Headers.ContentEncoding = encoding;
        var body = file.In(encoding);
        response.ContentLength = body.Length;
        await response.Body.WriteAsync(body, httpContext.RequestAborted);
    }

    private static string? EncodingFor(HttpRequest request)
    {
        var taken = request.GetTypedHeaders().AcceptEncoding.Where(entry => entry.Quality is not 0).Select(entry => entry.Value.Value).ToHashSet();
        return taken.Contains("br") ? "br" : taken.Contains("gzip") ? "gzip" : null;
    }

    private void Protect(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = policy ?? headers.ContentSecurityPolicy;
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
    }
}
