namespace PublicAdmin.Tests.Support;

/// <summary>A test that asks a program nobody here wrote. Skipped, with the reason, where the program is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FactNeedingAttribute : FactAttribute
{
    public FactNeedingAttribute(params string[] programs)
    {
        if (Array.FindAll(programs, program => Find(program) is null) is { Length: > 0 } missing)
        {
            Skip = $"Not installed: {string.Join(", ", missing)}.";
        }
    }

    /// <summary>The program's path; null when it is not installed.</summary>
    public static string? Find(string program) => (Environment.GetEnvironmentVariable("PATH") + ":/usr/sbin")
        .Split(':').Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);
}
