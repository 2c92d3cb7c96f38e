using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using PublicAdmin.Dossiers;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Eforms;

/// <summary>Where the citizen and a register say different things, the office reads both and the form stays as it was signed.</summary>
public sealed class RegisterDifferenceTests
{
    private const string Clerk = "clerk-muong-ang";

    [Fact]
    public async Task Where_a_register_says_otherwise_theoffice_sees_both()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var filing = Filings.MaritalStatus(office.OfficeOf(Clerk)) with { LookUpConsent = true };
        var code = (await office.As("mai").FileAsync(filing)).Code;
        await office.DeliverMessagesAsync();

        var seen = (await LinesAsync(office.As(Clerk), code)).Where(line => line["held"] is not null).ToList();
        var citizen = await LinesAsync(office.As("mai"), code);

        var differing = Assert.Single(seen, line => (string?)line["key"] == "personBirthDate");
        Assert.Equal(("02/03/1995", "12/04/1995", "DC-000123"),
            ((string?)differing["text"], (string?)differing["held"]!["text"], (string?)differing["held"]!["reference"]));
        Assert.DoesNotContain(seen, line => (string?)line["key"] is "personName" or "personSex" or "personResidence");
        Assert.All(citizen, line => Assert.Null(line["held"]));
    }

    [Theory]
    [InlineData("Lò Thị Mây", "Lò Thị Mai")]
    [InlineData("LÒ  THỊ MAI", null)]
    public async Task What_a_citizen_writes_otherwise_than_the_account_vouches_for_is_a_note_for_the_office_and_stays_as_written(string written, string? noted)
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var form = JsonNode.Parse(Filings.MaritalStatus("").Form!.Value.GetRawText())!;
        form["personName"] = written;
        var filing = Filings.MaritalStatus(office.OfficeOf(Clerk)) with { Form = JsonSerializer.SerializeToElement(form) };

        var code = (await office.As("mai").FileAsync(filing)).Code;

        var line = (await LinesAsync(office.As(Clerk), code)).Single(line => (string?)line["key"] == "personName");
        Assert.Equal((written, noted), ((string?)line["text"], (string?)line["held"]?["text"]));
        Assert.DoesNotContain(await LinesAsync(office.As("mai"), code), one => one["held"] is not null);
    }

    [Fact]
    public async Task A_rule_about_what_the_register_holds_speaks_to_the_office_once_it_was_asked()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var answers = ExampleAnswers.About("1.004873", "Quàng Văn Thanh", Filings.Thanh.PersonalNumber, "0987654321");
        var filing = Filings.MaritalStatus(office.OfficeOf(Clerk)) with { Applicant = Filings.Thanh, Form = answers };
        var (asked, not) = ((await office.As("thanh").FileAsync(filing with { LookUpConsent = true })).Code, (await office.As("thanh").FileAsync(filing)).Code);
        await office.DeliverMessagesAsync();

        var seen = await NotesAsync(office.As(Clerk), asked);

        Assert.Equal("xac-nhan-tinh-trang-hon-nhan.status-matches", (string?)Assert.Single(seen!.AsArray())!["code"]);
        Assert.Null(await NotesAsync(office.As(Clerk), not));
        Assert.Null(await NotesAsync(office.As("thanh"), asked));
    }

    private static async Task<JsonNode?> NotesAsync(HttpClient http, DossierCode code) =>
        (await http.GetFromJsonAsync<JsonNode>($"/api/dossiers/{code}/answers"))!["notes"];

    [Fact]
    public async Task A_clerk_who_files_for_somebody_vouches_for_nothing()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var filing = Filings.MaritalStatus(office.OfficeOf(Clerk)) with { Channel = Channel.Counter };

        var code = (await office.As(Clerk).FileAsync(filing)).Code;

        Assert.DoesNotContain(await LinesAsync(office.As(Clerk), code), line => line["held"] is not null);
    }

    private static async Task<List<JsonNode>> LinesAsync(HttpClient reader, DossierCode code) =>
    [
        .. (await reader.GetFromJsonAsync<JsonNode>($"/api/dossiers/{code}/answers"))!["sections"]!.AsArray()
            .SelectMany(section => section!["lines"]!.AsArray()).OfType<JsonNode>(),
    ];
}
