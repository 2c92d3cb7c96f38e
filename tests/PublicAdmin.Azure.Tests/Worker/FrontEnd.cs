using Microsoft.AspNetCore.Http;
using PublicAdmin.Tests.Azure.Support;

namespace PublicAdmin.Tests.Azure.Worker;

/// <summary>What the front end of Azure and the host add to a request on its way to the worker.</summary>
internal static class FrontEnd
{
    private const string ForwardedFor = "X-Forwarded-For";

    /// <summary>The front end appends the address it sees to X-Forwarded-For, whatever the caller wrote there.</summary>
    public static HttpRequestMessage Forward(HttpContext http, Uri worker, string invocation)
    {
        var request = PassedOn.To(worker, http);
        request.Headers.Remove(ForwardedFor);
        string[] seen = [.. http.Request.Headers[ForwardedFor].OfType<string>(), $"{http.Connection.RemoteIpAddress}:{http.Connection.RemotePort}"];
        request.Headers.TryAddWithoutValidation(ForwardedFor, string.Join(", ", seen));
        request.Headers.Add("x-ms-invocation-id", invocation);
        return request;
    }
}
