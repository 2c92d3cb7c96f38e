using System.Text.RegularExpressions;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Platform.Http;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Shape;

/// <summary>Alerts wait for records the code writes, and the silence of every timer is heard.</summary>
public sealed partial class AlertsTests
{
    private static readonly ArmTemplate Alerts = ArmTemplate.Open("modules/alerts.bicep");
    private static readonly string[] Written = [.. Sources().SelectMany(source => EventName().Matches(source)).Select(match => match.Groups[1].Value)];

    [Fact]
    public void Every_record_waited_for_is_written_at_one_place() =>
        Assert.All(Alerts.Objects("watched").Select(one => one.GetProperty("event").GetString()!).Append("RunFinished"), name => Assert.Single(Written, name));

    [Fact]
    public void Every_record_with_a_code_is_waited_for() =>
        Assert.Equal(Written.Order(), Alerts.Objects("watched").Select(one => one.GetProperty("event").GetString()!).Append("RunFinished").Order());

    [Fact]
    public void Every_timer_is_missed_when_it_does_not_run() => Assert.Equal(
        FunctionCatalogue.All
            .Where(function => function.Trigger is TimerTriggerAttribute && function.Class.Namespace?.Contains("Embedded", StringComparison.Ordinal) != true)
            .Select(function => function.Name).Order(),
        Alerts.Objects("heartbeats").Select(beat => beat.GetProperty("function").GetString()!).Order());

    [Fact]
    public void What_an_alert_asks_for_is_a_property_of_the_record()
    {
        var middleware = Sources().Single(source => source.Contains("\"RunFinished\"", StringComparison.Ordinal));

        Assert.Contains("\"{Function} ran.\"", middleware, StringComparison.Ordinal);
        Assert.Contains("tostring(Properties.Function)", Alerts.Source, StringComparison.Ordinal);
    }

    [Fact]
    public void A_record_with_a_code_names_no_person() => Assert.All(
        from source in Sources()
        from match in CodedRecord().Matches(source)
        from parameter in Placeholder().Matches(match.Value)
        select parameter.Groups[1].Value,
        name => Assert.Contains(
            name, (string[])[
                "Function", "Fault", "Trace", "RequestId", "Code", "Rung", "Key", "Days", "Reason", "Wait", "Version", "Authority", "Reference", "Day",
                "Matched", "Differences"]));

    // The Azure edition is not compiled into this one, so all are read from their source.
    private static IEnumerable<string> Sources() => Directory.EnumerateFiles(Path.Combine(Repository.Root, "functions"), "*.cs", SearchOption.AllDirectories)
        .Where(file => !Path.GetRelativePath(Repository.Root, file).Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin"))
        .Select(File.ReadAllText);

    [GeneratedRegex("EventName = \"(\\w+)\"")]
    private static partial Regex EventName();

    [GeneratedRegex(@"\[LoggerMessage\(.*EventName = .*\)\]")]
    private static partial Regex CodedRecord();

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Placeholder();
}
