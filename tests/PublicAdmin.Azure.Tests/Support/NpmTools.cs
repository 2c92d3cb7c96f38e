namespace PublicAdmin.Tests.Azure.Support;

/// <summary>What <c>.ci/run</c> has from npm, in the user's cache.</summary>
internal static class NpmTools
{
    public static string Folder { get; } = Path.Combine(
        Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } cache
            ? cache : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache"),
        "public-admin-tools");

    /// <summary>The path of a file of a package; null when the package, or node, is not there.</summary>
    public static string? Find(string file) => HasNode && Path.Combine(Folder, "node_modules", file) is var path && File.Exists(path) ? path : null;

    private static bool HasNode =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, "node")));
}
