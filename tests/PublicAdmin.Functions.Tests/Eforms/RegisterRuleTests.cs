using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using PublicAdmin.Dossiers;
using PublicAdmin.Processing.Deciding;
using PublicAdmin.Tests.Documents;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Eforms;

/// <summary>Rules that ask a register speak to the office once an officer has the dossier in hand and the register has answered.</summary>
public sealed class RegisterRuleTests
{
    private const string Officer = "officer-muong-ang";

    // Form and rule, the procedure, and what the register holds; a rule that wants a record is broken where none is.
    public static TheoryData<string, string, string?> Rules() => new()
    {
        { "ket-hon.bride-free", "1.000894", "civilStatus.currentMarriage" },
        { "ket-hon.groom-free", "1.000894", "civilStatus.currentMarriage" },
        { "khai-tu.already", "1.000656", "civilStatus.death" },
        { "khai-tu.offer-linked", "1.000656", "population.permanentResidence" },
        { "dang-ky-lai-khai-sinh.try-register-first", "1.004884", "civilStatus.birth" },
        { "ban-sao-trich-luc.found", "2.000635", null },
        { "khuyet-tat.already", "1.001699", "socialProtection.disability" },
        { "mai-tang-btxh.death-registered", "1.001731", null },
        { "mai-tang-btxh.was-receiving", "1.001731", null },
        { "mai-tang-btxh.no-double", "1.001731", "socialInsurance.funeral" },
        { "mai-tang-huu-tri.death-registered", "1.014028", null },
        { "mai-tang-huu-tri.was-receiving", "1.014028", null },
        { "mai-tang-huu-tri.no-double", "1.014028", "socialInsurance.funeral" },
        { "dat-dai-dinh-chinh.no-transfer", "1.012796", "land.transferAfterIssue" },
    };

    [Theory]
    [MemberData(nameof(Rules))]
    public async Task A_rule_that_asks_a_register_tells_the_officer(string rule, string procedure, string? held)
    {
        await using var gateway = await RecordServer.StartAsync();
        await using var busy = await OfficeOfAsync(gateway, held);
        var code = await busy.TakenAsync(procedure, null, Named);

        Assert.Null(await NotesAsync(busy.Office.As(Officer), code));
        await busy.Office.DeliverMessagesAsync();
        var notes = await NotesAsync(busy.Office.As(Officer), code);

        var note = Assert.Single(notes!.AsArray(), note => (string?)note!["code"] == rule)!;
        Assert.NotEqual((string?)note["message"]!["vi"], (string?)note["message"]!["en"]);
        Assert.DoesNotContain(gateway.Asked, question => question.ConsentKind is not ConsentKind.LegalDuty);
    }

    [Fact]
    public async Task Whoever_is_asked_about_reads_it_in_the_own_account_and_the_filer_learns_nothing()
    {
        await using var gateway = await RecordServer.StartAsync();
        await using var busy = await OfficeOfAsync(gateway, "civilStatus.currentMarriage");
        var code = await busy.TakenAsync("1.000894", null);
        await busy.Office.DeliverMessagesAsync();

        var told = (await busy.Office.As("mai").GetFromJsonAsync<JsonNode>("/api/look-ups"))!["items"]!.AsArray();

        Assert.Contains(told, one => (string?)one!["matter"] == code.ToString() && (string?)one["consent"]!["kind"] == "legalDuty");
        Assert.Null(await NotesAsync(busy.Office.As("mai"), code));
        Assert.DoesNotContain("register-1", await busy.Office.As("mai").GetStringAsync($"/api/dossiers/{code}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_register_that_is_away_is_asked_again_and_a_corrected_answer_is_asked_anew()
    {
        await using var gateway = await RecordServer.StartAsync();
        await using var busy = await OfficeOfAsync(gateway, "civilStatus.death");
        gateway.Answer = 503;
        var code = await busy.TakenAsync("1.000656", null);
        await busy.Office.DeliverMessagesAsync();
        Assert.Null(await NotesAsync(busy.Office.As(Officer), code));

        gateway.Answer = null;
        busy.Office.Clock.Advance(TimeSpan.FromMinutes(1));
        await busy.Office.DeliverMessagesAsync();
        Assert.NotNull(await NotesAsync(busy.Office.As(Officer), code));

        gateway.Held.Clear();
        var changed = new Dictionary<string, JsonElement> { ["deceasedPersonalNumber"] = JsonSerializer.SerializeToElement("011040000778") };
        await busy.Office.As(Officer).ActAsync(code, "corrections", new CorrectionForm(changed, "Ghi nhầm số"));
        await busy.Office.DeliverMessagesAsync();

        Assert.Null(await NotesAsync(busy.Office.As(Officer), code));
        Assert.Contains(gateway.Asked, question => question.Subject == "011040000778");
    }

    [Fact]
    public async Task A_register_that_refuses_such_questions_holds_nothing_up_and_breaks_no_rule()
    {
        await using var gateway = await RecordServer.StartAsync();
        await using var busy = await OfficeOfAsync(gateway, null);
        gateway.Answer = 403;
        var code = await busy.TakenAsync("1.001731", null);
        await busy.Office.DeliverMessagesAsync();
        var asked = gateway.Asked.Count;

        busy.Office.Clock.Advance(TimeSpan.FromHours(2));
        await busy.Office.DeliverMessagesAsync();

        Assert.Null(await NotesAsync(busy.Office.As(Officer), code));
        Assert.Equal((3, 3), (asked, gateway.Asked.Count));
    }

    private static async Task<BusyOffice> OfficeOfAsync(RecordServer gateway, string? held)
    {
        if (held is not null)
        {
            gateway.Held[held] = "register-1";
        }

        var busy = new BusyOffice { Settings = gateway.Settings };
        await busy.InitializeAsync();
        return busy;
    }

    // The number of the person a copy, or a birth registered again, is about need not be given; then no register is asked.
    private static void Named(JsonNode answers)
    {
        foreach (var (needed, key) in new[] { ("extractKind", "personPersonalNumber"), ("previousAgency", "childPersonalNumber") })
        {
            if (answers[needed] is not null)
            {
                answers[key] = Filings.Mai.PersonalNumber;
            }
        }
    }

    private static async Task<JsonNode?> NotesAsync(HttpClient http, DossierCode code) =>
        (await http.GetFromJsonAsync<JsonNode>($"/api/dossiers/{code}/answers"))!["notes"];
}
