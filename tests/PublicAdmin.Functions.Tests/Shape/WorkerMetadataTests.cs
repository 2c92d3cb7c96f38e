using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Platform.Http;
using PublicAdmin.Platform.Messages;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Shape;

/// <summary>What the Functions host wants of a function app and would only say when it is deployed.</summary>
public sealed partial class WorkerMetadataTests
{
    private static readonly string Project = File.ReadAllText(Path.Combine(Repository.Root, "functions", "PublicAdmin.Functions.csproj"));

    [Fact]
    public void Every_door_says_its_level_and_its_route() => Assert.All(
        Triggers().SelectMany(source => Door().Matches(source)).Select(match => match.Value),
        door => Assert.Matches(
            "^HttpTrigger\\(\\s*AuthorizationLevel\\.Anonymous, (\"get\", \"head\"|\"(post|put|patch|delete)\").*Route = \"[^\"]+\"$",
            door)); // The Gate decides who comes in. The host answers HEAD only where a function names it.

    [Fact]
    public void No_route_is_one_the_host_keeps_for_itself() => Assert.All(
        FunctionCatalogue.All.Where(function => function.Trigger is HttpTriggerAttribute).Select(function => function.Route.Split('/')[0]),
        first => Assert.DoesNotContain(first, (string[])["admin", "runtime", "warmup"]));

    [Fact]
    public void The_host_file_is_published_and_azd_finds_its_secrets_id()
    {
        Assert.Contains(
            "Include=\"../host.json\" Link=\"host.json\" CopyToOutputDirectory=\"PreserveNewest\" CopyToPublishDirectory=\"PreserveNewest\"", Project,
            StringComparison.Ordinal);
        Assert.Matches("<UserSecretsId>[0-9a-f-]{36}</UserSecretsId>", Project);
    }

    [Fact]
    public void A_timer_that_comes_once_a_day_is_tried_again_when_it_fails() => Assert.All(
        FunctionCatalogue.All.Where(
            function => function.Trigger is TimerTriggerAttribute trigger && Schedules.All.TryGetValue(trigger.Schedule.Trim('%'), out var when)
                && !when.Contains('/', StringComparison.Ordinal)),
        function => Assert.NotNull(function.Method.GetCustomAttribute<FixedDelayRetryAttribute>()));

    private static IEnumerable<string> Triggers() => Directory.EnumerateFiles(Path.Combine(Repository.Root, "functions"), "*.cs", SearchOption.AllDirectories)
        .Where(file => !Path.GetRelativePath(Repository.Root, file).Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin"))
        .Select(File.ReadAllText);

    [GeneratedRegex(@"(?<=\[)HttpTrigger\([^)]*")]
    private static partial Regex Door();
}
