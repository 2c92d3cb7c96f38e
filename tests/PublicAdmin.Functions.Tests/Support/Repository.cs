namespace PublicAdmin.Tests.Support;

/// <summary>The repository this test was built from.</summary>
public static class Repository
{
    public static string Root { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    private static string Find(DirectoryInfo folder) =>
        File.Exists(Path.Combine(folder.FullName, "PublicAdmin.Functions.sln")) ? folder.FullName : Find(folder.Parent!);
}
