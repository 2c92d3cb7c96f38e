using Azure.Security.KeyVault.Keys;
using Microsoft.Extensions.Configuration;

namespace PublicAdmin.Azure;

/// <summary>
/// Where three of Microsoft's packages cannot be had, the edition is built with stand-ins of them (AzureSurface=Partly), to be tested. Such a
/// package says so by carrying them, and must never serve: the host would not read its queues.
/// </summary>
internal static class StandIns
{
    private const string Assembly = "AzureSurface";

    /// <summary>Set by App Service in everything it runs.</summary>
    private const string Site = "WEBSITE_SITE_NAME";

    public static bool AreBuiltIn { get; } = typeof(KeyClient).Assembly.GetName().Name == Assembly;

    /// <exception cref="InvalidOperationException">This package was built to be tested, and it is being started in Azure.</exception>
    public static void RefuseInAzure(IConfiguration settings)
    {
        if (AreBuiltIn && settings[Site] is { Length: > 0 })
        {
            throw new InvalidOperationException(
                $"This package was built with stand-ins ({Assembly}.dll) and is not to be deployed. Publish without AzureSurface.");
        }
    }
}
