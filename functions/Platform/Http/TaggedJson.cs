using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace PublicAdmin.Platform.Http;

/// <summary>
/// A JSON answer, or a table, made once and given often. Its ETag is the hash of its bytes; a caller who has it already gets 304 and no body
/// (RFC 9110 section 13.1.2).
/// </summary>
public sealed class TaggedJson : IResult
{
    private readonly byte[] _body;
    private readonly EntityTagHeaderValue _tag;
    private readonly string _caching;

    private readonly string _contentType;

    private TaggedJson(byte[] body, string caching, string contentType = "application/json; charset=utf-8")
    {
        (_body, _caching, _contentType) = (body, caching, contentType);
        _tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(body).AsSpan(0, 12))}\"");
    }

    /// <summary>For what anybody may see. Kept by caches for a minute, as long as reference data may lag.</summary>
    public static TaggedJson Public<T>(T value) => new(JsonSerializer.SerializeToUtf8Bytes(value, OfficeJson.Options), "public, max-age=60");

    /// <summary>The same for what is no JSON, such as a table as CSV.</summary>
    public static TaggedJson Public(byte[] body, string contentType) => new(body, "public, max-age=60", contentType);

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.Headers.ETag = _tag.ToString();
        response.Headers.CacheControl = _caching;
        if (httpContext.Request.GetTypedHeaders().IfNoneMatch.Any(tag => tag.Compare(_tag, useStrongComparison: false) || tag.Equals(EntityTagHeaderValue.Any)))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.ContentType = _contentType;
        response.ContentLength = _body.Length;
        await response.Body.WriteAsync(_body, httpContext.RequestAborted);
    }
}
