using System.Diagnostics;
using PublicAdmin.Api.OpenApi;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Site;

/// <summary>
/// The scripts as TypeScript's checker reads them, without a build step: types stand in JSDoc, and those of the API's answers and bodies are made here
/// from its description, so a page that reads a field no answer has is found before anybody opens it.
/// </summary>
public sealed class ScriptTypesTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "functions", "Site");

    private static readonly string Made = Path.Combine(Repository.Root, "functions", "obj", "site", "api.d.ts");

    private static readonly Lazy<Task> ApiTypes = new(MakeApiTypesAsync);

    [FactNeedingTypeScript]
    public async Task The_pages_scripts_are_of_one_mind_with_the_apis_description()
    {
        await ApiTypes.Value;

        Assert.Equal("", await CheckAsync("-p", Folder));
    }

    [FactNeedingTypeScript]
    public async Task The_service_worker_is_checked_too() =>
        Assert.Equal("", await CheckAsync("-p", Path.Combine(Folder, "tsconfig.worker.json")));

    [FactNeedingTypeScript]
    public async Task A_script_that_reads_or_sends_what_the_api_does_not_know_is_found()
    {
        await ApiTypes.Value;
        var folder = Directory.CreateTempSubdirectory();
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "tsconfig.json"),
            $$"""{ "extends": "{{Folder}}/tsconfig.json", "include": ["*.js", "{{Folder}}/types.d.ts", "{{Made}}"] }""");
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "page.js"), $$"""
            import { get, post } from "{{Folder}}/assets/api.js";
            export const read = async () => (await get("/api/delegations")).items;
            export const asked = async year => (await get(`/api/calendars/${year}`)).version;
            export const sent = code => post(`/api/dossiers/${code}/stop`, { cause: "" });
            """);

        var found = await CheckAsync("-p", folder.FullName);
        folder.Delete(recursive: true);

        Assert.All(["'items' does not exist on type 'DelegationList'", "'version' does not exist on type 'NoSuchAddress'", "'cause' does not exist in type"],
            told => Assert.Contains(told, found, StringComparison.Ordinal));
    }

    private static async Task MakeApiTypesAsync()
    {
        var description = Path.GetTempFileName();
        await File.WriteAllTextAsync(description, ApiDescription.Of(FunctionCatalogue.All).ToJsonString(OfficeJson.Options));
        Directory.CreateDirectory(Path.GetDirectoryName(Made)!);
        var maker = Path.Combine(Repository.Root, "tests", "PublicAdmin.Functions.Tests", "Site", "api-types.mjs");
        Assert.Equal("", await RunAsync([maker, description, Made]));
        File.Delete(description);
    }

    private static Task<string> CheckAsync(params string[] arguments) => RunAsync([FactNeedingTypeScriptAttribute.Program, .. arguments]);

    private static async Task<string> RunAsync(IEnumerable<string> arguments)
    {
        using var node = Process.Start(new ProcessStartInfo("node", arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (told, failed) = (node.StandardOutput.ReadToEndAsync(), node.StandardError.ReadToEndAsync());
        await node.WaitForExitAsync();
        return await told + await failed;
    }
}

/// <summary>Skipped, with the reason, where node or the TypeScript that .ci/run fetches is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FactNeedingTypeScriptAttribute : FactAttribute
{
    public FactNeedingTypeScriptAttribute() => Skip = Missing;

    public static string Program { get; } = NpmTools.PathOf("typescript", "bin", "tsc");

    public static string? Missing { get; } = NpmTools.Missing(Program);
}
