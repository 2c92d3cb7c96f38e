using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PublicAdmin.Platform.Lines;
using PublicAdmin.Platform.Messages;
using PublicAdmin.Platform.Reference;
using PublicAdmin.Signing.Certificates;
using PublicAdmin.Signing.Certificates.Purposes;
using PublicAdmin.Signing.Status;

namespace PublicAdmin.Signing;

internal static class SigningServices
{
    /// <summary>Setting: the address of an RFC 3161 timestamp authority; without it signatures are PAdES B-B.</summary>
    public const string TimestampSetting = "Signing:TimestampAuthority";

    public static IServiceCollection AddSigning(this IServiceCollection services) => AddTimestampClient(services)
        .AddSingleton(provider => new OutsideLine(
            OutsideLines.Timestamps, provider.GetRequiredService<IConfiguration>()[TimestampSetting] is { Length: > 0 }, Queues.ResultsToSign))
        .AddSingleton<TrustedRoots>()
        .AddSingleton(
            provider => new CertificateStatuses(
                new HttpClient(new SocketsHttpHandler { MaxAutomaticRedirections = 2, UseCookies = false }), provider.GetRequiredService<TimeProvider>()))
        .AddVersions<PurposeVersion>(PurposeBook.Partition)
        .AddSingleton<PurposeBook>()
        .AddSingleton<IReferenceData>(provider => provider.GetRequiredService<PurposeBook>())
        .AddSingleton<PurposeRegister>()
        .AddSingleton<CertificateCheck>()
        .AddSingleton<SigningCertificates>()
        .AddSingleton<SignaturePictures>()
        .AddSingleton<CertificateRequests>()
        .AddSingleton(MakeSigner)
        .AddSingleton(
            provider => new DetachedSeals(
                provider.GetRequiredService<SigningCertificates>(), provider.GetRequiredService<ISigningKeys>(), AuthorityOf(provider)))
        .AddSingleton<LongTermProofs>();

    /// <summary>The authority of the settings; null for none.</summary>
    internal static TimestampAuthority? AuthorityOf(IServiceProvider provider) =>
        provider.GetRequiredService<IConfiguration>()[TimestampSetting] is { Length: > 0 } address
            ? new TimestampAuthority(provider.GetRequiredService<IHttpClientFactory>().CreateClient(nameof(TimestampAuthority)), new Uri(address))
            : null;

    // A token is a few kilobytes; who sends more is no authority.
    private static IServiceCollection AddTimestampClient(IServiceCollection services) => services
        .AddHttpClient(
            nameof(TimestampAuthority), http => (http.Timeout, http.MaxResponseContentBufferSize) = (TimeSpan.FromSeconds(10), 1024 * 1024))
        .Watched(OutsideLines.Timestamps).Services;

    private static PdfSigner MakeSigner(IServiceProvider provider) =>
        new(provider.GetRequiredService<ISigningKeys>(), AuthorityOf(provider));
}
