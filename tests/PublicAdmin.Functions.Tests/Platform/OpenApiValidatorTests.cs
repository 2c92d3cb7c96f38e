using System.Diagnostics;
using PublicAdmin.Api.OpenApi;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Platform;

public sealed class OpenApiValidatorTests
{
    [FactNeedingValidator]
    public async Task A_validator_nobody_here_wrote_accepts_the_description()
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, ApiDescription.Of(FunctionCatalogue.All).ToJsonString(OfficeJson.Options));

        using var node = Process.Start(new ProcessStartInfo("node", [FactNeedingValidatorAttribute.Script, file]) { RedirectStandardOutput = true })!;
        var told = await node.StandardOutput.ReadToEndAsync();
        await node.WaitForExitAsync();
        File.Delete(file);

        Assert.True(node.ExitCode == 0, told);
    }
}

/// <summary>Skipped, with the reason, where node or the validator that .ci/run fetches is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FactNeedingValidatorAttribute : FactAttribute
{
    public FactNeedingValidatorAttribute() =>
        Skip = FactNeedingAttribute.Find("node") is null ? "Not installed: node."
            : File.Exists(Script) ? null : $"{Script} is missing; .ci/run fetches it with npm.";

    public static string Script { get; } = Path.Combine(
        Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } cache
            ? cache : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache"),
        "public-admin-tools", "node_modules", "@seriousme", "openapi-schema-validator", "bin", "validate-api-cli.js");
}
