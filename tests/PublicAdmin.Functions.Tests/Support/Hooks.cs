using System.Diagnostics;
using System.Runtime.Versioning;
using System.Text;

namespace PublicAdmin.Tests.Support;

/// <summary>
/// Runs a hook of infra/ as azd would, on a machine whose az, azd and curl are scripts of the test's own: each call is written down with its
/// arguments, and answered by the shell lines given for it.
/// </summary>
[UnsupportedOSPlatform("windows")]
internal sealed class Hooks : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly Dictionary<string, string> _environment = new()
    {
        ["AZURE_ENV_NAME"] = "test",
        ["AZURE_SUBSCRIPTION_ID"] = "sub",
        ["AZURE_TENANT_ID"] = "tenant",
        ["AZURE_RESOURCE_GROUP"] = "rg-test",
        ["AZURE_KEY_VAULT_NAME"] = "kv-test",
        ["AZURE_FUNCTION_NAME"] = "func-test",
        ["SERVICE_FUNCTIONS_URI"] = "https://office",
        ["SIGNING_KEY_NAMES"] = "qr-codes",
        ["STAFF_AUDIENCE"] = "api",
    };

    public Hooks With(string variable, string value)
    {
        _environment[variable] = value;
        return this;
    }

    /// <param name="program">az, azd, curl or dotnet.</param>
    /// <param name="answer">Shell lines that see the arguments as <c>$*</c>.</param>
    public Hooks Answering(string program, string answer)
    {
        var script = _folder.Write(program, Encoding.UTF8.GetBytes($"#!/bin/sh\necho \"{program} $*\" >> '{_folder["calls"]}'\n{answer}\n"));
        File.SetUnixFileMode(script, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        return this;
    }

    public ToolAnswer Run(string hook)
    {
        var start = new ProcessStartInfo("sh", [Path.Combine(Repository.Root, "infra", "hooks", hook)])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Folder,
        };
        start.Environment.Clear();
        foreach (var (name, value) in _environment.Append(new("PATH", $"{start.WorkingDirectory}:/usr/bin:/bin")))
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new ToolAnswer(process.ExitCode, output + errors.Result);
    }

    public IReadOnlyList<string> Calls => File.Exists(_folder["calls"]) ? File.ReadAllLines(_folder["calls"]) : [];

    public string Folder => Path.GetDirectoryName(_folder["calls"])!;

    public void Dispose() => _folder.Dispose();
}
