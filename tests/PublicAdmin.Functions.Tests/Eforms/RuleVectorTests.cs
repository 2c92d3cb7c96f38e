using System.Text.Json;
using PublicAdmin.Eforms;
using PublicAdmin.Eforms.Answers;
using PublicAdmin.Eforms.Definitions;
using PublicAdmin.Platform;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Eforms;

/// <summary>The vectors both interpreters are held against: this one here, the pages' in node.</summary>
public sealed class RuleVectorTests
{
    private static readonly RuleVectors Vectors = RuleVectors.Read();

    public static TheoryData<int> Places() => new(Enumerable.Range(0, Vectors.Cases.Count));

    [Theory]
    [MemberData(nameof(Places))]
    public void Exactly_these_rules_are_broken(int place)
    {
        var vector = Vectors.Cases[place];
        var form = new FormBook().Find(vector.Form, "1")!;
        var officers = form.Rules.Where(rule => rule.Level is RuleLevel.Office).Select(rule => rule.Id);

        var broken = AnswerCheck.BrokenRules(new FormBook().Ready(form), vector.Answers, Vectors.Today);

        Assert.Equal(vector.Fires.Order(), broken.Except(officers).Order());
    }
}

internal sealed record RuleVectors(DateOnly Today, string Note, IReadOnlyList<RuleVector> Cases)
{
    public static string File { get; } = Path.Combine(Repository.Root, "tests", "PublicAdmin.Functions.Tests", "Eforms", "rule-tests.json");

    public static RuleVectors Read() => JsonSerializer.Deserialize<RuleVectors>(System.IO.File.ReadAllText(File), OfficeJson.Options)!;
}

/// <param name="Why">How the result was worked out by hand.</param>
internal sealed record RuleVector(string Form, JsonElement Answers, IReadOnlyList<string> Fires, string Why);
