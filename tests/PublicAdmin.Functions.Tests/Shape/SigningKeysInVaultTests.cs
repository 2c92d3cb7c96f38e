using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using PublicAdmin.Audit;
using PublicAdmin.Offices;
using PublicAdmin.Results;
using PublicAdmin.Signing.Certificates;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Shape;

/// <summary>infra/ makes the keys the code signs with, under the very names.</summary>
public sealed partial class SigningKeysInVaultTests
{
    private static readonly string Main = ArmTemplate.Open("main.bicep").Source;
    private static readonly string SigningKeys = Main.Split('\n').Single(line => line.StartsWith("var signingKeys", StringComparison.Ordinal));
    private static readonly string OfficesFile = Path.Combine(Repository.Root, "functions", "Offices", "offices.json");

    public static TheoryData<string> Offices()
    {
        using var file = JsonDocument.Parse(File.ReadAllText(OfficesFile));
        return new(file.RootElement.EnumerateArray().Select(office => office.GetProperty("code").GetString()!));
    }

    [Theory]
    [MemberData(nameof(Offices))]
    public void Every_office_has_a_seal_of_its_name(string office) => Assert.Equal(SigningKeyNames.OfSeal(office), Named("sealKeys", office));

    [Theory]
    [InlineData("7d1f3a3e-0f5b-4c0a-9d6e-1a2b3c4d5e6f")]
    [InlineData("Quang.Lo@dienbien.gov.vn")]
    [InlineData("lo_thi_mai")]
    public void Whoever_signs_has_a_key_of_their_name(string id) => Assert.Equal(SigningKeyNames.OfPerson(id), Named("personKeys", id));

    [Theory]
    [MemberData(nameof(Offices))]
    public void The_center_of_every_commune_has_a_seal_of_its_name_and_no_other_office(string office)
    {
        var kinds = Regex.Match(
            Main, @"^var centers = filter\(offices, office => contains\(\[([^\]]+)\], office\.kind\)", RegexOptions.Multiline).Groups[1].Value;
        using var file = JsonDocument.Parse(File.ReadAllText(OfficesFile));
        var kind = file.RootElement.EnumerateArray().First(one => one.GetProperty("code").GetString() == office).GetProperty("kind").GetString()!;

        Assert.Equal(SigningKeyNames.OfCenter(office), Named("centerKeys", office));
        Assert.Equal(new OfficeDirectory().VersionsOf(office)[^1].IsCommune, kinds.Contains($"'{kind}'", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_kind_of_key_the_code_names_is_made()
    {
        var named = typeof(SigningKeyNames).GetMethods(BindingFlags.Public | BindingFlags.Static).Where(method => method.ReturnType == typeof(string))
            .Select(method => ((string)method.Invoke(null, ["x"])!)[..^1]);
        var made = KeyKind().Matches(Main).ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value);

        Assert.Equal(named.Order(), made.Values.Order());
        Assert.All(made.Keys, variable => Assert.Contains(variable, SigningKeys, StringComparison.Ordinal));
    }

    [Fact]
    public void The_only_other_keys_are_those_of_the_QR_codes_and_of_the_audit_seals() =>
        Assert.Equal([QrTokens.Key, SealSigner.Key], OtherKey().Matches(SigningKeys).Select(match => match.Groups[1].Value));

    // Does what the expression of the variable says: text, replace(…, 'a', 'b') and toLower.
    private static string Named(string variable, string id)
    {
        var expression = Regex.Match(Main, $@"^var {variable} = .*name: '([a-z]+-)\$\{{(toLower\(.*\))\}}'", RegexOptions.Multiline);
        Assert.True(expression.Success);
        var replaced = Replacement().Matches(expression.Groups[2].Value)
            .Aggregate(id, (text, one) => text.Replace(one.Groups[1].Value, one.Groups[2].Value, StringComparison.Ordinal));
        return expression.Groups[1].Value + replaced.ToLowerInvariant();
    }

    [GeneratedRegex("'(.)', '(.)'")]
    private static partial Regex Replacement();

    [GeneratedRegex(@"^var (\w+Keys) = map\(.*name: '([a-z]+-)\$\{", RegexOptions.Multiline)]
    private static partial Regex KeyKind();

    [GeneratedRegex(@"name: '([\w-]+)'")]
    private static partial Regex OtherKey();
}
