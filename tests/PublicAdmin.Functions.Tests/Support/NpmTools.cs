namespace PublicAdmin.Tests.Support;

/// <summary>What <c>.ci/run</c> has from npm, in the user's cache.</summary>
internal static class NpmTools
{
    private static readonly string Folder = Path.Combine(
        Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } cache
            ? cache : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache"),
        "public-admin-tools", "node_modules");

    /// <summary>Where a package, or a file of it, lies or would lie.</summary>
    public static string PathOf(params string[] parts) => Path.Combine([Folder, .. parts]);

    /// <summary>Why a test with this file of a package is skipped here; null when it can run.</summary>
    public static string? Missing(string path) => FactNeedingAttribute.Find("node") is null ? "Not installed: node."
        : File.Exists(path) ? null : $"{path} is missing; .ci/run fetches it with npm.";
}
