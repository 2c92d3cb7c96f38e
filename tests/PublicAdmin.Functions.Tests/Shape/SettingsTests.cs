using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using NCrontab;
using PublicAdmin.Platform;
using PublicAdmin.Signing.Issuing;
using PublicAdmin.Tests.Support;
using PublicAdmin.Tests.Support.Bicep;

namespace PublicAdmin.Tests.Shape;

/// <summary>What the app is told by infra/ is what the code asks for; its timers tick at the office's hours.</summary>
public sealed partial class SettingsTests
{
    private static readonly CrontabSchedule.ParseOptions SixFields = new() { IncludingSeconds = true };
    private static readonly BicepFile App = BicepFile.Open("modules/app.bicep");
    private static readonly Dictionary<string, string> Utc =
        ((Dictionary<string, object?>)App.Value("schedules")!).ToDictionary(pair => pair.Key, pair => (string)pair.Value!);

    /// <summary>Settings that the Functions host and the SDKs read, not we.</summary>
    private static readonly string[] HostPrefixes = ["AzureWebJobsStorage__", $"{Queues.Connection}__", "APPLICATIONINSIGHTS_"];

    [Fact]
    public void Infra_sets_nothing_the_code_does_not_read() =>
        Assert.Empty(Given().Where(name => !HostPrefixes.Any(name.StartsWith)).Except(Read().Select(setting => setting.Name)));

    [Fact]
    public void Infra_sets_everything_that_has_no_default() =>
        Assert.Empty(Read().Where(setting => !setting.HasDefault).Select(setting => setting.Name).Except(Given()));

    [Fact]
    public void Every_timer_is_scheduled_in_infra_and_no_other() => Assert.Equal(Timers().Select(timer => timer.Setting).Distinct().Order(), Utc.Keys.Order());

    [Fact]
    public void A_schedule_in_infra_comes_at_the_same_instants_as_in_the_office()
    {
        foreach (var (name, expression) in Utc)
        {
            var office = Occurrences(Schedules.All[name]).Select(local => new DateTimeOffset(local, TimeSpan.FromHours(7)).UtcDateTime);

            Assert.Equal(office, Occurrences(expression, offset: TimeSpan.FromHours(-7)));
        }
    }

    [Fact]
    public void Every_heartbeat_watches_a_timer() =>
        Assert.Subset(Timers().Select(timer => timer.Function).ToHashSet(), BicepFile.Open("modules/alerts.bicep").Objects("heartbeats").Select(beat => (string)beat["function"]!).ToHashSet());

    [Fact]
    public void Every_watched_log_record_is_written_by_the_code() => Assert.All(
        BicepFile.Open("modules/alerts.bicep").Objects("watchedLogs"),
        log => Assert.NotNull(Method((string)log["class"]!, (string)log["event"]!)?.GetCustomAttribute<LoggerMessageAttribute>()));

    private static MethodInfo? Method(string type, string name) =>
        typeof(Queues).Assembly.GetType(type, throwOnError: true)!.GetMethod(name, BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static);

    // A year is enough to see every weekday in every month. Shifted by the offset so that both cover the same instants.
    private static IEnumerable<DateTime> Occurrences(string expression, TimeSpan offset = default)
    {
        var start = new DateTime(2027, 1, 1, 0, 0, 0, DateTimeKind.Unspecified).Add(offset).AddTicks(-1);
        return CrontabSchedule.Parse(expression, SixFields).GetNextOccurrences(start, start.AddYears(1)).Take(200_000);
    }

    private static IEnumerable<(string Function, string Setting)> Timers() =>
        from function in FunctionCatalogue.All
        where function.Trigger is TimerTriggerAttribute && function.Class.Namespace?.Contains("Embedded", StringComparison.Ordinal) != true
        select (function.Name, ((TimerTriggerAttribute)function.Trigger).Schedule.Trim('%'));

    private static IEnumerable<string> Given()
    {
        var start = App.Source.IndexOf("union(schedules, {", StringComparison.Ordinal);
        return SettingName().Matches(App.Source[start..App.Source.IndexOf("})", start, StringComparison.Ordinal)]).Select(match => match.Groups[1].Value);
    }

    private static IEnumerable<(string Name, bool HasDefault)> Read() => FromTypes().Concat(FromAzure())
        .Append((KeyedHashes.Setting, false))
        .Append((QrTokens.AddressSetting.Replace(":", "__", StringComparison.Ordinal), true));

    private static IEnumerable<(string Name, bool HasDefault)> FromTypes() =>
        from type in typeof(Queues).Assembly.GetTypes()
        where type.Name.EndsWith("Settings", StringComparison.Ordinal) && type.GetField("Section") is not null
        from setting in Leaves((string)type.GetField("Section")!.GetRawConstantValue()!, Activator.CreateInstance(type)!)
        select setting;

    private static IEnumerable<(string Name, bool HasDefault)> Leaves(string path, object settings)
    {
        foreach (var property in settings.GetType().GetProperties().Where(property => property.CanWrite))
        {
            var value = property.GetValue(settings);
            var name = $"{path}__{property.Name}";
            if (value?.GetType() is { IsClass: true } type && type != typeof(string) && type.Assembly == typeof(Queues).Assembly)
            {
                foreach (var leaf in Leaves(name, value))
                {
                    yield return leaf;
                }
            }
            else
            {
                yield return (name, HasDefault: value is not null); // Empty means: without it.
            }
        }
    }

    // The Azure edition is not compiled into this one; its settings are read from the source.
    private static IEnumerable<(string Name, bool HasDefault)> FromAzure()
    {
        var source = File.ReadAllText(Path.Combine(Repository.Root, "functions", "Azure", "AzureSettings.cs"));
        return AzureProperty().Matches(source).Select(match => ($"Azure__{match.Groups[2].Value}", HasDefault: !match.Groups[1].Success));
    }

    [GeneratedRegex(@"public (required )?\w+ (\w+) \{ get; set; \}")]
    private static partial Regex AzureProperty();

    [GeneratedRegex(@"^      (\w+): ", RegexOptions.Multiline)]
    private static partial Regex SettingName();
}
