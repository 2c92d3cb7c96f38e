using System.Text.RegularExpressions;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Shape;

/// <summary>infra/ hangs together, in the eyes of Microsoft's compiler and in its seams with azd.</summary>
public sealed partial class InfraGrammarTests
{
    [Fact]
    public void The_compiler_has_nothing_to_say_of_main_and_its_modules()
    {
        var answer = OutsideTool.Run(ArmTemplate.Compiler, "lint", Path.Combine(Repository.Root, "infra", "main.bicep"));

        Assert.True(answer.ExitCode == 0 && !answer.Output.Contains("Warning", StringComparison.Ordinal), answer.Output);
    }

    [Fact]
    public void One_resource_type_has_one_version_everywhere() =>
        Assert.All(ArmTemplate.Open("main.bicep").Resources.GroupBy(one => one.Type, one => one.Version), versions => Assert.Single(versions.Distinct()));

    [Fact]
    public void Every_parameter_of_main_has_a_value_in_the_parameters_file_or_a_default()
    {
        var main = ArmTemplate.Open("main.bicep");
        using var file = System.Text.Json.JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "infra", "main.parameters.json")));
        var given = file.RootElement.GetProperty("parameters").EnumerateObject().Select(parameter => parameter.Name).ToList();

        Assert.Empty(given.Except(main.Parameters));
        Assert.Empty(main.Asked.Except(given));
    }

    [Fact]
    public void Every_variable_a_hook_reads_is_given_by_azd_or_infra()
    {
        string[] ofAzd = ["AZURE_ENV_NAME", "AZURE_SUBSCRIPTION_ID"];
        var parameters = File.ReadAllText(Path.Combine(Repository.Root, "infra", "main.parameters.json"));
        var given = ofAzd.Append("CERTIFICATE_REQUESTS")
            .Concat(ArmTemplate.Open("main.bicep").Outputs)
            .Concat(Variable().Matches(parameters).Select(match => match.Groups[1].Value)).ToHashSet();

        var read = Hooks().SelectMany(hook => Variable().Matches(File.ReadAllText(hook))).Select(match => match.Groups[1].Value).Distinct();

        Assert.All(read, name => Assert.Contains(name, given));
    }

    [Fact]
    public void Every_hook_of_azd_is_there_and_can_be_run()
    {
        var azure = File.ReadAllText(Path.Combine(Repository.Root, "azure.yaml"));

        Assert.All(Hooks(), hook => Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(hook).HasFlag(UnixFileMode.UserExecute), hook));
        Assert.All(Run().Matches(azure), match => Assert.True(File.Exists(Path.Combine(Repository.Root, match.Groups[1].Value)), match.Value));
    }

    [FactNeeding("shellcheck")]
    public void Every_hook_is_sound_in_the_eyes_of_shellcheck() => Assert.Equal(new ToolAnswer(0, ""), OutsideTool.Run("shellcheck", Hooks()));

    private static IEnumerable<string> Hooks() => Directory.EnumerateFiles(Path.Combine(Repository.Root, "infra", "hooks"));

    [GeneratedRegex(@"\$\{?([A-Z][A-Z_]+)\b")]
    private static partial Regex Variable();

    [GeneratedRegex(@"run: (\S+)")]
    private static partial Regex Run();
}
