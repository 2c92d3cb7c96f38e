using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace PublicAdmin.Tests.Azure.Support;

/// <summary>A request on its way through one of our stand-ins to the server behind it, and the answer on its way back.</summary>
internal static class PassedOn
{
    private static readonly string[] OfTheLine = ["Host", "Connection", "Transfer-Encoding", "Keep-Alive"];

    /// <param name="http">The request as it came.</param>
    /// <param name="server">Where it goes; path and query stay.</param>
    public static HttpRequestMessage To(Uri server, HttpContext http)
    {
        var request = new HttpRequestMessage(new HttpMethod(http.Request.Method), new Uri(server, http.Request.GetEncodedPathAndQuery()));
        if (http.Request.ContentLength is not null || http.Request.Headers.TransferEncoding.Count > 0)
        {
            request.Content = new StreamContent(http.Request.Body);
        }

        foreach (var (name, values) in http.Request.Headers.Where(header => !OfTheLine.Contains(header.Key, StringComparer.OrdinalIgnoreCase)))
        {
            if (!request.Headers.TryAddWithoutValidation(name, values.AsEnumerable()))
            {
                request.Content?.Headers.TryAddWithoutValidation(name, values.AsEnumerable());
            }
        }

        return request;
    }

    public static async Task BackAsync(HttpResponseMessage from, HttpContext http)
    {
        http.Response.StatusCode = (int)from.StatusCode;
        foreach (var (name, values) in from.Headers.Concat(from.Content.Headers)
            .Where(header => !OfTheLine.Contains(header.Key, StringComparer.OrdinalIgnoreCase)))
        {
            http.Response.Headers[name] = values.ToArray();
        }

        await from.Content.CopyToAsync(http.Response.Body, http.RequestAborted);
    }
}
