using System.Text;
using PublicAdmin.Eforms;
using PublicAdmin.Eforms.Answers;
using PublicAdmin.Eforms.Schemas;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Eforms;

/// <summary>What the office keeps, the schema it publishes takes too: by a validator nobody here wrote.</summary>
public sealed class AnswerSchemaTests
{
    private static readonly FormBook Book = new();
    private static readonly DateOnly Today = new(2026, 11, 20);

    public static TheoryData<string> Forms() => new(Book.All(Today).Select(form => form.Id));

    [TheoryNeeding("jsonschema")]
    [MemberData(nameof(Forms))]
    public void What_is_kept_is_valid_for_every_case(string id)
    {
        using var folder = new TempFolder();
        var form = Book.Find(id, "1")!;
        var schema = folder.Write("schema.json", Encoding.UTF8.GetBytes(AnswerSchema.Of(Book.Ready(form), null).GetRawText()));
        var kept = form.Cases.Select(one => folder.Write($"{one.Id}.json", Encoding.UTF8.GetBytes(
            AnswerCheck.Check(Book.Ready(form), ExampleAnswers.Of(form, one.Id), Today, one.Id).Answers!)));

        var answer = OutsideTool.Run("jsonschema", [.. kept.SelectMany(file => new[] { "-i", file }), schema]);

        Assert.True(answer.ExitCode == 0, answer.Output);
    }
}
