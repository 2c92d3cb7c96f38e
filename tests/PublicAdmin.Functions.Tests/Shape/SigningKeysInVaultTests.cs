using System.Text.Json;
using System.Text.RegularExpressions;
using PublicAdmin.Audit;
using PublicAdmin.Results;
using PublicAdmin.Signing.Certificates;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Shape;

/// <summary>infra/ makes the keys the code signs with, under the very names.</summary>
public sealed partial class SigningKeysInVaultTests
{
    private static readonly string Main = ArmTemplate.Open("main.bicep").Source;

    public static TheoryData<string> Offices()
    {
        using var file = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "functions", "Offices", "offices.json")));
        return new(file.RootElement.EnumerateArray().Select(office => office.GetProperty("code").GetString()!));
    }

    [Theory]
    [MemberData(nameof(Offices))]
    public void Every_office_has_a_seal_of_its_name(string office) => Assert.Equal(SigningKeyNames.OfSeal(office), Named("sealKeys", office));

    [Theory]
    [InlineData("7d1f3a3e-0f5b-4c0a-9d6e-1a2b3c4d5e6f")]
    [InlineData("Quang.Lo@dienbien.gov.vn")]
    [InlineData("lo_thi_mai")]
    public void A_leader_has_a_key_of_their_name(string id) => Assert.Equal(SigningKeyNames.OfPerson(id), Named("leaderKeys", id));

    [Fact]
    public void The_only_other_keys_are_those_of_the_QR_codes_and_of_the_audit_seals() =>
        Assert.Equal([QrTokens.Key, SealSigner.Key], OtherKey().Matches(Main.Split('\n').Single(line => line.StartsWith("var signingKeys", StringComparison.Ordinal))).Select(match => match.Groups[1].Value));

    // Does what the expression of the variable says: text, replace(…, 'a', 'b') and toLower.
    private static string Named(string variable, string id)
    {
        var expression = Regex.Match(Main, $@"^var {variable} = .*name: '([a-z]+-)\$\{{(toLower\(.*\))\}}'", RegexOptions.Multiline);
        Assert.True(expression.Success);
        var replaced = Replacement().Matches(expression.Groups[2].Value).Aggregate(id, (text, one) => text.Replace(one.Groups[1].Value, one.Groups[2].Value, StringComparison.Ordinal));
        return expression.Groups[1].Value + replaced.ToLowerInvariant();
    }

    [GeneratedRegex("'(.)', '(.)'")]
    private static partial Regex Replacement();

    [GeneratedRegex(@"name: '([\w-]+)'")]
    private static partial Regex OtherKey();
}
