using System.Text.RegularExpressions;
using PublicAdmin.Tests.Support;
using PublicAdmin.Tests.Support.Bicep;

namespace PublicAdmin.Tests.Shape;

/// <summary>infra/ hangs together: what can be said of Bicep without its compiler.</summary>
public sealed partial class InfraGrammarTests
{
    [Fact]
    public void Every_word_names_something_declared() => Assert.Empty(BicepFile.All().SelectMany(file => file.Unknown()));

    [Fact]
    public void Every_parameter_and_variable_is_used() => Assert.Empty(
        from file in BicepFile.All()
        from declared in file.Of("param").Concat(file.Of("var"))
        where !file.Uses(declared.Name)
        select $"{file.Path}: {declared.Name}");

    [Fact]
    public void No_object_gives_a_name_twice() => Assert.Empty(BicepFile.All().SelectMany(file => file.Repeated()));

    [Fact]
    public void Every_module_is_given_exactly_the_parameters_it_asks_for()
    {
        var main = BicepFile.Open("main.bicep");
        foreach (var module in main.Of("module"))
        {
            var asked = BicepFile.Open(module.Type).Of("param").ToList();
            var given = main.Names(module, "params");

            Assert.Empty(given.Except(asked.Select(param => param.Name)));
            Assert.Empty(asked.Where(param => !param.HasValue).Select(param => param.Name).Except(given));
        }
    }

    [Fact]
    public void Every_output_asked_of_a_module_exists()
    {
        var main = BicepFile.Open("main.bicep");
        var outputs = main.Of("module").ToDictionary(module => module.Name, module => BicepFile.Open(module.Type).Of("output").Select(output => output.Name).ToHashSet());

        var asked = Regex.Matches(main.Source, @"(\w+)!?\.outputs\.(\w+)");

        Assert.NotEmpty(asked);
        Assert.All(asked, match => Assert.Contains(match.Groups[2].Value, outputs[match.Groups[1].Value]));
    }

    [Fact]
    public void One_resource_type_has_one_version_everywhere()
    {
        var versions = BicepFile.All().SelectMany(file => file.Of("resource")).Where(resource => resource.Type.Contains('@', StringComparison.Ordinal))
            .Select(resource => resource.Type.Split('@')).GroupBy(parts => parts[0], parts => parts[1]);

        Assert.All(versions, group => Assert.Single(group.Distinct()));
    }

    [Fact]
    public void Every_parameter_of_main_has_a_value_in_the_parameters_file_or_a_default()
    {
        var main = BicepFile.Open("main.bicep").Of("param").ToList();
        using var file = System.Text.Json.JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "infra", "main.parameters.json")));
        var given = file.RootElement.GetProperty("parameters").EnumerateObject().Select(parameter => parameter.Name).ToList();

        Assert.Empty(given.Except(main.Select(param => param.Name)));
        Assert.Empty(main.Where(param => !param.HasValue).Select(param => param.Name).Except(given));
    }

    [Fact]
    public void Every_variable_a_hook_reads_is_given_by_azd_or_infra()
    {
        string[] ofAzd = ["AZURE_ENV_NAME", "AZURE_SUBSCRIPTION_ID"];
        var parameters = File.ReadAllText(Path.Combine(Repository.Root, "infra", "main.parameters.json"));
        var given = ofAzd.Append("CERTIFICATE_REQUESTS")
            .Concat(BicepFile.Open("main.bicep").Of("output").Select(output => output.Name))
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

    [FactNeeding("bicep")]
    public void The_compiler_has_nothing_to_say()
    {
        var main = Path.Combine(Repository.Root, "infra", "main.bicep");

        var answer = OutsideTool.Run("bicep", "lint", main);

        Assert.True(answer.ExitCode == 0 && !answer.Output.Contains("Warning", StringComparison.Ordinal), answer.Output);
    }

    private static IEnumerable<string> Hooks() => Directory.EnumerateFiles(Path.Combine(Repository.Root, "infra", "hooks"));

    [GeneratedRegex(@"\$\{?([A-Z][A-Z_]+)\b")]
    private static partial Regex Variable();

    [GeneratedRegex(@"run: (\S+)")]
    private static partial Regex Run();
}
