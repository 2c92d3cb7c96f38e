using System.Text.RegularExpressions;
using Microsoft.Azure.Functions.Worker;
using NCrontab;
using PublicAdmin.Platform.Http;
using PublicAdmin.Platform.Messages;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Shape;

/// <summary>What the app is told by infra/ is what the code asks for; its timers tick at the office's hours.</summary>
public sealed partial class SettingsTests
{
    private static readonly CrontabSchedule.ParseOptions SixFields = new() { IncludingSeconds = true };
    private static readonly ArmTemplate App = ArmTemplate.Open("modules/app.bicep");
    private static readonly Dictionary<string, string> Utc =
        App.Variable("schedules").EnumerateObject().ToDictionary(pair => pair.Name, pair => pair.Value.GetString()!);

    /// <summary>Settings that the Functions host and the SDKs read, not we.</summary>
    private static readonly string[] HostPrefixes = ["AzureWebJobsStorage__", "AzureWebJobsDisableHomepage", $"{Queues.Connection}__", "APPLICATIONINSIGHTS_"];

    /// <summary>
    /// Of the scanner that the Azure edition replaces, a mail server without STARTTLS, a folder for letters, and claims whose names VNeID decides.
    /// </summary>
    private static readonly string[] NotInAzure =
    [
        "Antivirus__Host", "Antivirus__Port", "Mail__StartTls", "Mail__Folder",
        "Identity__Citizens__PersonalNumberClaim", "Identity__Staff__PersonalNumberClaim", "Identity__Citizens__OrganisationClaim",
        "Identity__Staff__OrganisationClaim",
    ];

    [Fact]
    public void Infra_sets_exactly_what_the_code_reads() =>
        Assert.Equal(Read().Except(NotInAzure).Order(), Given().Where(name => !HostPrefixes.Any(name.StartsWith)).Order());

    [Fact]
    public void Every_setting_of_an_environment_reaches_the_pipeline()
    {
        var parameters = File.ReadAllText(Path.Combine(Repository.Root, "infra", "main.parameters.json"));
        var pipeline = File.ReadAllText(Path.Combine(Repository.Root, ".github", "workflows", "deploy.yml"));

        var asked = EnvironmentName().Matches(parameters).Select(match => match.Groups[1].Value);

        Assert.All(asked, name => Assert.Contains($"      {name}: ", pipeline, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_setting_of_an_environment_is_told_to_the_operator_and_no_other()
    {
        string[] ofAzd = ["AZURE_ENV_NAME", "AZURE_LOCATION", "BUDGET_START"]; // Asked for by azd, or set by a hook.
        var parameters = File.ReadAllText(Path.Combine(Repository.Root, "infra", "main.parameters.json"));
        var manual = File.ReadAllText(Path.Combine(Repository.Root, "infra", "README.md"));

        var asked = EnvironmentName().Matches(parameters).Select(match => match.Groups[1].Value).Except(ofAzd).Append("CERTIFICATE_REQUESTS");
        var told = TableRow().Matches(manual).SelectMany(row => Quoted().Matches(row.Groups[1].Value)).Select(match => match.Groups[1].Value);
        var typed = SetCommand().Matches(manual).Select(match => match.Groups[1].Value).ToList();

        Assert.Equal(asked.Order(), told.Order());
        Assert.Empty(typed.Except(asked));
    }

    [Fact]
    public void The_pipeline_gives_nothing_that_nobody_asks_for()
    {
        string[] signIn = ["AZURE_CLIENT_ID", "AZURE_TENANT_ID", "AZURE_SUBSCRIPTION_ID"];
        var parameters = File.ReadAllText(Path.Combine(Repository.Root, "infra", "main.parameters.json"));
        var pipeline = File.ReadAllText(Path.Combine(Repository.Root, ".github", "workflows", "deploy.yml"));

        var given = Given(pipeline).Except(signIn);

        Assert.Equal(EnvironmentName().Matches(parameters).Select(match => match.Groups[1].Value).Order(), given.Order());
    }

    private static IEnumerable<string> Given(string pipeline) => PipelineVariable().Matches(pipeline).Select(match => match.Groups[1].Value);

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

    private static IEnumerable<string> Read() => FromTypes().Concat(FromAzure()).Concat(ByName()).Distinct();

    private static IEnumerable<string> FromTypes() =>
        from type in typeof(Queues).Assembly.GetTypes()
        where type.Name.EndsWith("Settings", StringComparison.Ordinal) && type.GetField("Section") is not null
            && type.Namespace?.Contains("Embedded", StringComparison.Ordinal) != true
        from setting in Leaves((string)type.GetField("Section")!.GetRawConstantValue()!, type)
        select setting;

    private static IEnumerable<string> Leaves(string path, Type settings) =>
        from property in settings.GetProperties()
        where property.CanWrite
        let name = $"{path}__{property.Name}"
        from leaf in property.PropertyType.IsClass && property.PropertyType.Assembly == typeof(Queues).Assembly ? Leaves(name, property.PropertyType) : [name]
        select leaf;

    // The Azure edition is not compiled into this one; its settings are read from the source.
    private static IEnumerable<string> FromAzure() =>
        AzureProperty().Matches(File.ReadAllText(Path.Combine(Repository.Root, "functions", "Azure", "AzureSettings.cs")))
            .Select(match => $"Azure__{match.Groups[1].Value}");

    // Settings without a type of their own: asked for as settings["Some:Name"], or named by a constant of that form.
    private static IEnumerable<string> ByName() =>
        from file in Directory.EnumerateFiles(Path.Combine(Repository.Root, "functions"), "*.cs", SearchOption.AllDirectories)
        where !file.Contains($"{Path.DirectorySeparatorChar}Embedded{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
            && !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
        from match in NamedSetting().Matches(File.ReadAllText(file)).Cast<Match>()
        select match.Groups.Values.Skip(1).First(found => found.Success).Value.Replace(":", "__", StringComparison.Ordinal);

    [GeneratedRegex("""[sS]ettings\["(\w+(?::\w+)*)"\]|const string \w*Setting = "(\w+(?::\w+)*)";""")]
    private static partial Regex NamedSetting();

    [GeneratedRegex(@"\$\{(\w+)(?:=\w*)?\}")]
    private static partial Regex EnvironmentName();

    // A row of the table of settings: its first cell names one or several.
    [GeneratedRegex(@"^\| ((?:`[A-Z_]+`(?:, )?)+) \|", RegexOptions.Multiline)]
    private static partial Regex TableRow();

    [GeneratedRegex("`([A-Z_]+)`")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"azd env set ([A-Z_]+)")]
    private static partial Regex SetCommand();

    [GeneratedRegex(@"^      ([A-Z_]+): \$\{\{ vars\.\1 \}\}", RegexOptions.Multiline)]
    private static partial Regex PipelineVariable();

    [GeneratedRegex(@"public (?:required )?\w+ (\w+) \{ get; set; \}")]
    private static partial Regex AzureProperty();

    [GeneratedRegex(@"^      (\w+): ", RegexOptions.Multiline)]
    private static partial Regex SettingName();
}
