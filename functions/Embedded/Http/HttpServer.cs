using System.IO.Compression;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Embedded.Http;

/// <summary>How the web server itself behaves: limits, patience and compression. How much it takes on at once say the <see cref="Lanes"/>.</summary>
internal static class HttpServer
{
    private static readonly string[] Compressed = [
        "application/json", "application/problem+json", "text/csv", "text/html", "text/css", "text/javascript", "image/svg+xml"];

    public static void AddHttpServer(this WebApplicationBuilder builder, HostSettings host)
    {
        builder.WebHost.ConfigureKestrel(Limit);
        builder.Services.AddResponseCompression(options =>
        {
            options.MimeTypes = Compressed;
            options.EnableForHttps = true; // No answer mixes a secret with what a stranger sent.
            options.Providers.Add<BrotliCompressionProvider>();
            options.Providers.Add<GzipCompressionProvider>();
        });
        builder.Services.Configure<BrotliCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest);
        builder.Services.Configure<GzipCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest);
        builder.Services.AddRequestTimeouts(
            options => options.DefaultPolicy = new RequestTimeoutPolicy { Timeout = host.FunctionTimeout, WriteTimeoutResponse = TookTooLongAsync });
        builder.Services.AddSingleton<Lanes>().AddSingleton<BodyIntake>();
    }

    public static void UseHttpServer(this WebApplication app) => app
        .UseMiddleware<HttpFront>()
        .UseResponseCompression()
        .UseRouting()
        .UseRequestTimeouts();

    private static void Limit(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        kestrel.ConfigureEndpointDefaults(endpoint => endpoint.Use(HalfClosed.Bear).Use(LastWords.Hear).Use(BareRefusals.Fill));
        kestrel.Limits.MaxConcurrentConnections = 8_192; // Idle ones are cheap; each may hold a small body.
        kestrel.Limits.MaxRequestLineSize = 4 * 1024;
        kestrel.Limits.MaxRequestHeadersTotalSize = 16 * 1024;
        kestrel.Limits.MaxRequestHeaderCount = 50;
        kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
        kestrel.Limits.MaxRequestBodySize = AcceptsAttribute.DefaultMaxBytes; // A function that takes more says so.
        // A commune's worst line brings a few hundred bytes a second; slower is an attack, or somebody who must resume anyway.
        kestrel.Limits.MinRequestBodyDataRate = new MinDataRate(bytesPerSecond: 240, gracePeriod: TimeSpan.FromSeconds(5));
        kestrel.Limits.MinResponseDataRate = new MinDataRate(bytesPerSecond: 240, gracePeriod: TimeSpan.FromSeconds(5));
    }

    private static Task TookTooLongAsync(HttpContext context)
    {
        context.RequestAborted = CancellationToken.None; // The time for the work is over, not that for saying so.
        return HttpRefusals.TookTooLong.With().ToProblem().ExecuteAsync(context);
    }
}
