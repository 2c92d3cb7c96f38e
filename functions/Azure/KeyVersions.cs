using Azure.Security.KeyVault.Keys;

namespace PublicAdmin.Azure;

internal static class KeyVersions
{
    /// <summary>May be used at that instant: enabled, begun, not ended.</summary>
    public static bool IsUsable(this KeyProperties version, DateTimeOffset now) =>
        version.Enabled is not false && !(version.NotBefore > now) && !(version.ExpiresOn <= now);

    /// <summary>The version made last of those that may be used; null when none may.</summary>
    /// <exception cref="global::Azure.RequestFailedException">404: there is no such key.</exception>
    public static async Task<string?> NewestAsync(this KeyClient vault, string name, DateTimeOffset now, CancellationToken ct)
    {
        KeyProperties? newest = null;
        await foreach (var version in vault.GetPropertiesOfKeyVersionsAsync(name, ct))
        {
            newest = version.IsUsable(now) && (newest is null || version.CreatedOn > newest.CreatedOn) ? version : newest;
        }

        return newest?.Version;
    }
}
