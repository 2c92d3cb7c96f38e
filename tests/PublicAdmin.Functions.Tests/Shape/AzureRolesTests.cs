using System.Text.RegularExpressions;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Shape;

/// <summary>
/// The app may do what its adapters say they need (<c>[NeedsRole]</c>, read from the source: the Azure edition is not compiled here), on
/// nothing wider, and nothing else.
/// </summary>
public sealed partial class AzureRolesTests
{
    private static readonly string Roles = ArmTemplate.Open("modules/roles.bicep").Source;
    private static readonly string[] Adapters = [
        .. Directory.EnumerateFiles(Path.Combine(Repository.Root, "functions", "Azure"), "*.cs").Select(File.ReadAllText)];

    /// <summary>The names of the scopes in roles.bicep.</summary>
    private static readonly Dictionary<string, string> Scopes = new()
    {
        ["Host"] = "host",
        ["Records"] = "records",
        ["SealedContainers"] = "sealed",
        ["OpenContainers"] = "opened",
        ["Bus"] = "bus",
        ["Vault"] = "vault",
        ["Keys"] = "keys",
        ["DataKey"] = "dataKey",
        ["Insights"] = "insights",
        ["Communication"] = "communication",
    };

    [Fact]
    public void The_app_has_exactly_the_roles_its_adapters_need() => Assert.Equal(Needed().Distinct().Order(), Assigned().Order());

    [Fact]
    public void Nobody_else_gets_a_role() => Assert.All(Principal().Matches(Roles), match => Assert.Equal("appPrincipalId", match.Groups[1].Value));

    [Fact]
    public void Every_adapter_that_opens_a_service_says_what_it_needs() => Assert.Empty(
        from source in Adapters
        from match in Client().Matches(source)
        where !source[..match.Index].TrimEnd().EndsWith(']') || !source.Contains("[NeedsRole(", StringComparison.Ordinal)
        select match.Value);

    [Fact]
    public void A_role_of_our_own_names_single_operations() => Assert.All(
        OwnOperations().Matches(Roles).SelectMany(match => match.Groups[1].Value.Split(',')).Select(operation => operation.Trim(' ', '\''))
            .Where(operation => operation.Length > 0),
        operation => Assert.Matches("^Microsoft\\.[A-Za-z/]+(/\\*)?/(read|action)$", operation));

    private static IEnumerable<(string Role, string Scope)> Needed() =>
        from source in Adapters
        from match in Need().Matches(source).Cast<Match>()
        select (char.ToLowerInvariant(match.Groups[1].Value[0]) + match.Groups[1].Value[1..], Scopes[match.Groups[2].Value]);

    private static IEnumerable<(string Role, string Scope)> Assigned() =>
        from block in Assignment().Matches(Roles).Select(match => match.Value)
        let scope = ScopeOf().Match(block).Groups[1].Value
        from role in RoleOf().Matches(block).Select(match => match.Groups[1].Value).Distinct()
        select (role, scope);

    [GeneratedRegex(@"NeedsRole\(AzureRole\.(\w+), AzureScope\.(\w+)\)")]
    private static partial Regex Need();

    [GeneratedRegex(@"internal sealed class \w+\([^)]*(?:ServiceClient|ServiceBusClient|KeyClient|EmailClient) ")]
    private static partial Regex Client();

    [GeneratedRegex(@"^resource \w+ 'Microsoft\.Authorization/roleAssignments@.*?^\}", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Assignment();

    [GeneratedRegex(@"principalId: (\w+)")]
    private static partial Regex Principal();

    [GeneratedRegex(@"scope: (\w+)")]
    private static partial Regex ScopeOf();

    [GeneratedRegex(@"\broles\.(\w+)|roleDefinitionId: (?!subscriptionResourceId)(?<1>\w+)\.id")]
    private static partial Regex RoleOf();

    [GeneratedRegex(@"(?:dataA|A|a)ctions: \[([^\]]*)\]")]
    private static partial Regex OwnOperations();
}
