using Microsoft.AspNetCore.Http;

namespace PublicAdmin.Platform.Http;

/// <summary>The tag a caller read, and the tag we answer: If-Match and ETag (RFC 9110 section 13.1.1).</summary>
public static class Preconditions
{
    /// <summary>The tag in If-Match without its quotes; null when the header is absent. A weak tag never matches, as RFC 9110 asks.</summary>
    public static string? IfMatch(this HttpRequest request) =>
        request.GetTypedHeaders().IfMatch.FirstOrDefault() is { } tag ? (tag.IsWeak ? "W/" : "") + tag.Tag.ToString().Trim('"') : null;

    /// <summary>Refuses what names no version: any version at all, several, or no tag. Nobody overwrites what they have not read.</summary>
    public static Refusal? FirstBroken(HttpRequest request) => request.Headers.IfMatch.Count == 0 ? null
        : request.GetTypedHeaders().IfMatch is [{ Tag.Value: not "*" }] ? null
        : HttpRefusals.IfMatchUnusable.At("If-Match");

    public static void Tag(this HttpResponse response, string tag) => response.Headers.ETag = $"\"{tag}\"";

    /// <summary>The client's own name for this request (draft-ietf-httpapi-idempotency-key-header): 8 to 64 visible ASCII characters.</summary>
    public static Result<string> IdempotencyKey(this HttpRequest request) =>
        request.Headers["Idempotency-Key"] is [{ Length: >= 8 and <= 64 } key] && key.All(c => c is > ' ' and <= '~')
            ? key
            : HttpRefusals.IdempotencyKeyMissing.At("Idempotency-Key");
}
