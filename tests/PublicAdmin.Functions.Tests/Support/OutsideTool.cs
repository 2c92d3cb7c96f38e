using System.Diagnostics;

namespace PublicAdmin.Tests.Support;

/// <summary>A test that asks a program nobody here wrote. Skipped, with the reason, where that program is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FactWithToolAttribute : FactAttribute
{
    public FactWithToolAttribute(params string[] tools) => Skip = OutsideTool.Missing(tools);
}

/// <summary>The same for a theory.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class TheoryWithToolAttribute : TheoryAttribute
{
    public TheoryWithToolAttribute(params string[] tools) => Skip = OutsideTool.Missing(tools);
}

/// <summary>What a program answered.</summary>
public sealed record ToolAnswer(int ExitCode, string Output);

/// <summary>Runs programs of the machine, such as qpdf and openssl.</summary>
public static class OutsideTool
{
    public static string? Missing(params IEnumerable<string> tools) => tools.FirstOrDefault(tool => PathOf(tool) is null) is { } missing
        ? $"{missing} is not installed."
        : null;

    /// <summary>Runs to the end; standard output and errors together.</summary>
    public static ToolAnswer Run(string tool, params IEnumerable<string> arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(tool, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new ToolAnswer(process.ExitCode, output + errors.Result);
    }

    private static string? PathOf(string tool) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, tool))
        .FirstOrDefault(File.Exists);
}

/// <summary>A folder of a test's own, gone when the test is.</summary>
public sealed class Folder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("office-test-").FullName;

    /// <summary>Writes a file and answers its path.</summary>
    public string Write(string name, byte[] content)
    {
        var path = System.IO.Path.Combine(Path, name);
        File.WriteAllBytes(path, content);
        return path;
    }

    public string this[string name] => System.IO.Path.Combine(Path, name);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
