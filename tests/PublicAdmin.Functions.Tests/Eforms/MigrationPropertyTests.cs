using System.Text.Json;
using PublicAdmin.Eforms;
using PublicAdmin.Eforms.Definitions;
using PublicAdmin.Eforms.Versions;
using PublicAdmin.Submission.Drafts;

namespace PublicAdmin.Tests.Eforms;

/// <summary>Whatever the next version of a form does to its fields, a draft keeps every answer or says which it lost.</summary>
public sealed class MigrationPropertyTests
{
    private const int Tries = 40;

    private static readonly DateOnly Today = new(2026, 11, 28);

    public static TheoryData<string> Forms() => [.. new FormBook().All(Today).Select(form => form.Id)];

    [Theory]
    [MemberData(nameof(Forms))]
    public void No_answer_of_a_draft_disappears_without_a_word(string id)
    {
        for (var seed = 0; seed < Tries; seed++)
        {
            var book = new FormBook();
            var before = book.Find(id, "1")!;
            var next = Changed(before, new Random(seed));
            var answers = new RandomAnswers(seed).Of(before);
            Assert.Empty(MigrationCheck.Faults(before, next));
            book.Load([next]);

            var carried = DraftCarrier.Carry(new DraftEform(id, "1", answers), next, book.VersionsOf(id));

            var kept = carried.Answers.EnumerateObject().ToDictionary(answer => answer.Name, answer => answer.Value);
            var lost = carried.Lost?.Select(one => one.Key).ToHashSet() ?? [];
            foreach (var answer in answers.EnumerateObject())
            {
                var step = next.Migration!.Steps.FirstOrDefault(one => one.Key == answer.Name);
                var isKept = kept.TryGetValue(step?.To ?? answer.Name, out var value)
                    && (step?.Codes is not null || JsonElement.DeepEquals(value, answer.Value));
                Assert.True(isKept != lost.Contains(answer.Name), $"{id}, {seed}: {answer.Name} is {(isKept ? "kept and told of as lost" : "gone")}.");
            }
        }
    }

    // Some fields go, some are renamed, of some the codes change.
    private static FormDefinition Changed(FormDefinition form, Random random)
    {
        var steps = form.Fields.Select(field => (MigrationStep?)(random.Next(6) switch
        {
            0 => new(MigrationKind.Drop, field.Key),
            1 => new(MigrationKind.Rename, field.Key, $"{field.Key}New"),
            2 when field.Type is FieldType.Choice => new(MigrationKind.MapList, field.Key, Codes: new Dictionary<string, string> { ["1"] = "a", ["01"] = "b" }),
            _ => null,
        })).OfType<MigrationStep>().ToDictionary(step => step.Key);
        return form with
        {
            Version = "2",
            ValidFrom = Today,
            Migration = new FormMigration("1", [.. steps.Values]),
            Sections =
            [
                .. form.Sections.Select(section => section with { Fields = [.. section.Fields.Select(field => Next(field, steps)).OfType<FormField>()] }),
            ],
        };
    }

    private static FormField? Next(FormField field, Dictionary<string, MigrationStep> steps) => steps.GetValueOrDefault(field.Key) switch
    {
        { Kind: MigrationKind.Drop } => null,
        { Kind: MigrationKind.Rename } step => field with { Key = step.To! },
        _ => field,
    };
}
