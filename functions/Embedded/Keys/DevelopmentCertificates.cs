using Microsoft.Extensions.DependencyInjection;
using PublicAdmin.Audit;
using PublicAdmin.Dossiers.Keys;
using PublicAdmin.Results;
using PublicAdmin.Signing;
using PublicAdmin.Signing.Certificates;

namespace PublicAdmin.Embedded.Keys;

/// <summary>The signing of one machine: key files, and a certificate from the development authority for whoever signs for the first time.</summary>
internal static class DevelopmentCertificates
{
    public static IServiceCollection AddSigningKeys(this IServiceCollection services, string folder) => services
        .AddSingleton(_ => OpenKeys(Path.Combine(folder, "keys")))
        .AddSingleton<IVaultKey>(_ => new KeyFileVaultKey(folder))
        .AddSingleton<ISigningKeys>(provider => provider.GetRequiredService<KeyFileSigningKeys>())
        .AddSingleton(provider => new DevelopmentAuthority(Path.Combine(folder, "keys", "authority"), provider.GetRequiredService<TimeProvider>()))
        .AddSingleton<FirstCertificate>(provider => (owner, ct) => IssueAsync(provider, owner, ct));

    private static KeyFileSigningKeys OpenKeys(string folder)
    {
        var keys = new KeyFileSigningKeys(folder);
        keys.EnsureExists(QrTokens.Key);
        keys.EnsureExists(SealSigner.Key);
        return keys;
    }

    private static async Task<bool> IssueAsync(IServiceProvider provider, SigningOwner owner, CancellationToken ct)
    {
        var key = provider.GetRequiredService<KeyFileSigningKeys>().EnsureExists(owner.KeyName);
        var pem = provider.GetRequiredService<DevelopmentAuthority>().Issue(key, owner.Name, owner.Organisation);
        return (await provider.GetRequiredService<SigningCertificates>().ImportAsync(key, pem, ct)).Refusal is null;
    }
}
