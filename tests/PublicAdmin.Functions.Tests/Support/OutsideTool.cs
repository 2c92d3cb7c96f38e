using System.Diagnostics;

namespace PublicAdmin.Tests.Support;

/// <summary>What a program answered: its exit code, and standard output and errors together.</summary>
internal sealed record ToolAnswer(int ExitCode, string Output);

/// <summary>Asks a program of the machine whose "no" is an answer too, such as qpdf and openssl.</summary>
internal static class OutsideTool
{
    public static ToolAnswer Run(string program, params IEnumerable<string> arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new ToolAnswer(process.ExitCode, output + errors.Result);
    }
}
