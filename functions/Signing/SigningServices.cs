using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PublicAdmin.Signing.Certificates;
using PublicAdmin.Signing.Status;

namespace PublicAdmin.Signing;

internal static class SigningServices
{
    /// <summary>Setting: the address of an RFC 3161 timestamp authority; without it signatures are PAdES B-B.</summary>
    public const string TimestampSetting = "Signing:TimestampAuthority";

    public static IServiceCollection AddSigning(this IServiceCollection services) => services
        .AddSingleton<TrustedRoots>()
        .AddSingleton(
            provider => new CertificateStatuses(
                new HttpClient(new SocketsHttpHandler { MaxAutomaticRedirections = 2, UseCookies = false }), provider.GetRequiredService<TimeProvider>()))
        .AddSingleton<CertificateCheck>()
        .AddSingleton<SigningCertificates>()
        .AddSingleton<SignaturePictures>()
        .AddSingleton<CertificateRequests>()
        .AddSingleton(MakeSigner)
        .AddSingleton<LongTermProofs>();

    /// <summary>The authority of the settings; null for none.</summary>
    internal static TimestampAuthority? AuthorityOf(IConfiguration settings) => settings[TimestampSetting] is { Length: > 0 } address
        ? new TimestampAuthority(new HttpClient { Timeout = TimeSpan.FromSeconds(10) }, new Uri(address))
        : null;

    private static PdfSigner MakeSigner(IServiceProvider provider) =>
        new(provider.GetRequiredService<ISigningKeys>(), AuthorityOf(provider.GetRequiredService<IConfiguration>()));
}
