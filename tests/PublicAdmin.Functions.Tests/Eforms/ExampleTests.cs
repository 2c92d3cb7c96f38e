using PublicAdmin.Eforms;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Eforms;

public sealed class ExampleTests
{
    private static readonly FormBook Book = new();
    private static readonly DateOnly Today = new(2026, 11, 20);

    public static TheoryData<string, string?> Cases()
    {
        var data = new TheoryData<string, string?>();
        foreach (var form in Book.All(Today))
        {
            data.Add(form.Id, null);
            form.Cases.ToList().ForEach(one => data.Add(form.Id, one.Id));
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Every_form_can_be_filled_in_for_every_case(string form, string? formCase)
    {
        var definition = Book.Find(form, "1")!;

        var verdict = Book.Check(definition, ExampleAnswers.Of(definition, formCase), Today, formCase);

        Assert.NotNull(verdict.Answers);
    }

    [Fact]
    public void What_a_parent_fills_in_is_kept_as_it_was_said_with_the_date_in_words()
    {
        var verdict = Book.Check(Book.Of("1.001193", Today)!, ExampleAnswers.Of("1.001193", "du-cha-me"), Today, "du-cha-me");
        var kept = System.Text.Json.JsonElement.Parse(verdict.Answers!);

        Assert.Equal("Lò Minh An", kept.GetProperty("childName").GetString());
        Assert.Equal("Ngày mười lăm tháng mười một năm hai nghìn không trăm hai mươi sáu", kept.GetProperty("childBirthDateInWords").GetString());
    }
}
