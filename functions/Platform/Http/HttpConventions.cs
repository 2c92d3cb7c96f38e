using System.Collections.Concurrent;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace PublicAdmin.Platform.Http;

/// <summary>What every request and answer has in common, whichever server carries them.</summary>
public static partial class HttpConventions
{
    private static readonly ConcurrentDictionary<MethodInfo, int> MaxBytes = new(); // Reading an attribute makes it anew, with code to set it.

    /// <summary>Takes over the caller's <c>X-Request-Id</c> and <c>traceparent</c> when they are well formed, and says the id in the answer.</summary>
    public static void Identify(HttpContext context)
    {
        var headers = context.Request.Headers;
        if (headers["X-Request-Id"].ToString() is { Length: > 0 } id && IdPattern().IsMatch(id))
        {
            context.TraceIdentifier = id;
        }

        if (headers.TraceParent.ToString() is { Length: > 0 } parent && TraceParentPattern().IsMatch(parent))
        {
            context.Response.Headers.TraceParent = parent;
        }

        context.Response.Headers["X-Request-Id"] = context.TraceIdentifier;
    }

    public static void Protect(IHeaderDictionary headers)
    {
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers.ContentSecurityPolicy = "default-src 'none'; frame-ancestors 'none'";
        headers.CacheControl = "no-store"; // Unless a function says otherwise: answers are about people.
    }

    public static int MaxBytesOf(MethodInfo function) =>
        MaxBytes.GetOrAdd(function, method => method.GetCustomAttribute<AcceptsAttribute>()?.MaxBytes ?? AcceptsAttribute.DefaultMaxBytes);

    /// <summary>Told by its length before a byte of it is read; a body that does not tell its length is cut off by the server.</summary>
    public static Refusal? Limit(HttpContext context, int maxBytes)
    {
        if (context.Request.ContentLength > maxBytes)
        {
            context.Response.Headers.Connection = "close"; // Else the server would read the rest, to keep the line usable.
            return HttpRefusals.BodyTooLarge;
        }

        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit && limit.MaxRequestBodySize != maxBytes)
        {
            limit.MaxRequestBodySize = maxBytes;
        }

        return null;
    }

    [GeneratedRegex(@"^[A-Za-z0-9._:-]{1,64}\z")]
    private static partial Regex IdPattern();

    // W3C Trace Context, section 3.2.
    [GeneratedRegex(@"^[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}\z")]
    private static partial Regex TraceParentPattern();
}
