using System.Reflection;
using System.Reflection.PortableExecutable;
using System.Text.Json.Nodes;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Azure;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Tests.Azure.Worker;

/// <summary>
/// What the host and its scaling read of the package before any code of ours runs: every function, its trigger and what binds it, and none missing.
/// </summary>
public sealed class PackageTests
{
    private static readonly Dictionary<string, JsonNode> Functions =
        Package.Read("functions.metadata").AsArray().ToDictionary(function => (string)function!["name"]!, function => function!);

    public static TheoryData<string> Names() => [.. FunctionCatalogue.All.Select(function => function.Name)];

    [Xunit.Fact]
    public void It_names_the_functions_of_the_code_and_no_other() =>
        Assert.Equal(FunctionCatalogue.All.Select(function => function.Name).Order(), Functions.Keys.Order());

    [Xunit.Theory]
    [MemberData(nameof(Names))]
    public void Each_has_its_trigger_as_the_code_says(string name)
    {
        var function = FunctionCatalogue.All.Single(one => one.Name == name);
        var trigger = Functions[name]["bindings"]!.AsArray().Single(binding => ((string)binding!["type"]!).EndsWith("Trigger", StringComparison.Ordinal))!;

        Assert.Equal($"{function.Class.FullName}.{function.Method.Name}", (string?)Functions[name]["entryPoint"]);
        Assert.Equal(ToldOf(function.Trigger), Read(trigger));
        var retry = function.Method.GetCustomAttribute<FixedDelayRetryAttribute>();
        Assert.Equal(
            (retry?.MaxRetryCount, retry?.DelayInterval),
            ((int?)Functions[name]["retry"]?["maxRetryCount"], (string?)Functions[name]["retry"]?["delayInterval"]));
    }

    [Xunit.Fact]
    public void The_extension_of_Service_Bus_is_in_it_unless_the_package_says_that_it_must_not_be_deployed()
    {
        var extensions = Package.Read("extensions.json")["extensions"]!.AsArray().Select(one => (string)one!["typeName"]!).ToList();

        Assert.Equal(StandIns.AreBuiltIn ? 0 : 1, extensions.Count(type => type.Contains("ServiceBus", StringComparison.Ordinal)));
        Assert.Contains(extensions, type => type.Contains("FunctionMetadataLoader", StringComparison.Ordinal));
        Assert.Equal(StandIns.AreBuiltIn, File.Exists(Path.Combine(Package.Folder, "AzureSurface.dll")));
    }

    [Xunit.Fact]
    public void Its_host_file_is_that_of_the_repository() =>
        Assert.Equal(
            File.ReadAllText(Path.Combine(PublicAdmin.Tests.Support.Repository.Root, "host.json")),
            File.ReadAllText(Path.Combine(Package.Folder, "host.json")));

    [Xunit.Fact]
    public void What_is_published_is_compiled_ahead()
    {
        using var file = new PEReader(File.OpenRead(Path.Combine(Package.Folder, "PublicAdmin.Functions.dll")));

        Assert.Equal(Package.IsPublished, file.PEHeaders.CorHeader!.ManagedNativeHeaderDirectory.Size > 0);
    }

    private static string ToldOf(Attribute trigger) => trigger switch
    {
        HttpTriggerAttribute http => $"httpTrigger {http.AuthLevel} {http.Route} {string.Join(' ', http.Methods!)}",
        TimerTriggerAttribute timer => $"timerTrigger {timer.Schedule}",
        ServiceBusTriggerAttribute bus => $"serviceBusTrigger {bus.QueueName} {bus.Connection} {bus.IsSessionsEnabled} {bus.AutoCompleteMessages}",
        _ => throw new ArgumentOutOfRangeException(nameof(trigger), trigger, null),
    };

    private static string Read(JsonNode trigger) => (string)trigger["type"]! switch
    {
        "httpTrigger" => $"httpTrigger {trigger["authLevel"]} {trigger["route"]} {string.Join(' ', trigger["methods"]!.AsArray())}",
        "timerTrigger" => $"timerTrigger {trigger["schedule"]}",
        "serviceBusTrigger" =>
            $"serviceBusTrigger {trigger["queueName"]} {trigger["connection"]} {(bool?)trigger["isSessionsEnabled"] is true} {(bool?)trigger["autoCompleteMessages"] is true}",
        var other => other,
    };
}
