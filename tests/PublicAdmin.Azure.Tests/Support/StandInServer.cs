using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace PublicAdmin.Tests.Azure.Support;

/// <summary>What our stand-ins of Azure's services have in common: https on a free port of this machine, bodies of any size, no word of their own.</summary>
internal static class StandInServer
{
    public static WebApplication Build()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Listen(IPAddress.Loopback, 0, https => https.UseHttps(StandInCertificate.Whole));
        });
        return builder.Build();
    }
}
