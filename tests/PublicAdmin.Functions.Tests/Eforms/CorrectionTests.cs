using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using PublicAdmin.Dossiers;
using PublicAdmin.Processing.Deciding;
using PublicAdmin.Submission;
using PublicAdmin.Tests.Notifications;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Eforms;

/// <summary>What whoever handles a dossier puts right stands beside what the citizen signed, with before, after and why.</summary>
public sealed class CorrectionTests : IAsyncLifetime
{
    private const string Clerk = "clerk-muong-ang";
    private const string Officer = "officer-muong-ang";

    private Office _office = null!;

    public async Task InitializeAsync() => _office = await Office.OpenAsync(at: "2026-11-20T02:00Z");

    public Task DisposeAsync() => _office.DisposeAsync().AsTask();

    [Fact]
    public async Task A_correction_stands_beside_what_was_signed_and_everybody_concerned_sees_it()
    {
        var code = await BirthAsync(taken: true);

        await _office.As(Officer).ActAsync(code, "corrections", Saying(new { childName = " Lò  Minh Ân ", childBirthDate = "2026-11-14" }));
        await _office.DeliverMessagesAsync();

        var seen = await AnswersAsync("mai", code);
        Assert.Equal("Lò Minh An", (string?)seen["answers"]!["childName"]);
        Assert.Equal("2026-11-14", (string?)seen["corrected"]!["childBirthDate"]);
        Assert.Equal(("Lò  Minh Ân", "Lò Minh An"), TextsOf(seen, "childName"));
        var correction = Assert.Single(seen["corrections"]!.AsArray())!;
        Assert.Equal(("Officer", Reason), ((string?)correction["as"], (string?)correction["reason"]));
        var lines = correction["lines"]!.AsArray().Select(line => $"{line!["key"]}: {line["before"]} → {line["after"]}").Order().ToList();
        Assert.Equal(["childBirthDate: 15/11/2026 → 14/11/2026", "childName: Lò Minh An → Lò  Minh Ân"], [lines[0], lines[2]]);
        Assert.StartsWith("childBirthDateInWords", lines[1], StringComparison.Ordinal); // What follows from an answer is written down with it.
        Assert.Contains("answersCorrected", (await _office.As("mai").HistoryAsync(code)).Select(line => line.What));
        var mails = Directory.GetFiles(Path.Combine(_office.Folder, "mail"), "*.eml").Select(File.ReadAllText).Select(EmlText.SubjectOf);
        Assert.Contains($"Thông tin tờ khai của hồ sơ {code} được điều chỉnh", mails);
    }

    [Fact]
    public async Task The_result_is_made_from_the_answers_as_corrected_and_one_made_before_is_refused()
    {
        var code = await BirthAsync(taken: true);
        using var officer = _office.As(Officer);
        var before = await ContentAsync(officer, code);

        await officer.ActAsync(code, "corrections", Saying(new { childName = "Lò Minh Ân" }));
        var old = await officer.SendActAsync(code, "proposal", Proposing(before)).ProblemAsync(HttpStatusCode.UnprocessableEntity);
        var after = await ContentAsync(officer, code);
        await officer.ActAsync(code, "proposal", Proposing(after));

        Assert.Equal(("result-content-not-from-form", "LÒ MINH AN", "LÒ MINH ÂN"), (old.Code, NameOn(before), NameOn(after)));
        var late = await officer.SendActAsync(code, "corrections", Saying(new { childName = "Lò Minh Ấn" })).ProblemAsync(HttpStatusCode.Conflict);
        Assert.Equal("dossier-wrong-phase", late.Code);
    }

    [Fact]
    public async Task Everything_wrong_with_a_correction_is_said_at_once_in_both_languages_and_nothing_is_written()
    {
        var code = await BirthAsync(taken: true);
        using var officer = _office.As(Officer);

        var refused = await officer.SendActAsync(
            code, "corrections", Saying(new { childSex = "9", motherBirthDate = "2026-11-16", nickname = "An", childName = (string?)null }));
        var problem = await refused.Content.ReadFromJsonAsync<JsonElement>();

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "correction-invalid"), (refused.StatusCode, problem.GetProperty("code").GetString()));
        var errors = problem.GetProperty("errors").EnumerateArray().ToList();
        Assert.Equal(
            "childName answer-missing, childSex answer-choice, motherBirthDate khai-sinh.mother-older, nickname answer-unknown",
            string.Join(", ", errors.Select(error => $"{$"{error.GetProperty("field")}"[8..]} {error.GetProperty("code")}").Order()));
        Assert.All(errors, error => Assert.NotEqual(
            error.GetProperty("message").GetProperty("vi").GetString(), error.GetProperty("message").GetProperty("en").GetString()));
        Assert.Null((await AnswersAsync("mai", code))["corrections"]);
        Assert.Equal("correction-changes-nothing", (await Refused(new { childName = "Lò Minh An" }, Reason)).Code);
        Assert.Equal("correction-not-of-this-field", (await Refused(new { childBirthDateInWords = "Ngày" }, Reason)).Code);
        Assert.Equal("reason", (await Refused(new { childName = "Lò Minh Ân" }, " ", HttpStatusCode.BadRequest)).Field);

        Task<Problem> Refused(object answers, string reason, HttpStatusCode status = HttpStatusCode.UnprocessableEntity) =>
            officer.SendActAsync(code, "corrections", Saying(answers, reason)).ProblemAsync(status);
    }

    [Fact]
    public async Task Only_whoever_has_it_in_hand_corrects_once_and_only_what_was_seen()
    {
        var code = await BirthAsync(taken: false);
        using var clerk = _office.As(Clerk);
        var wanted = Saying(new { childName = "Lò Minh Ân" });
        var seen = (await clerk.ReadDossierAsync(code)).Version;

        var once = await clerk.SendActAsync(code, "corrections", wanted, seen, key: Key);
        var twice = await clerk.SendActAsync(code, "corrections", wanted, seen, key: Key);
        var stale = await clerk.SendActAsync(code, "corrections", Saying(new { childSex = "1" }), seen).ProblemAsync(HttpStatusCode.PreconditionFailed);
        await TakenAsync(code);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK, "dossier-changed"), (once.StatusCode, twice.StatusCode, stale.Code));
        Assert.Single((await AnswersAsync(Clerk, code))["corrections"]!.AsArray());
        Assert.Equal("dossier-not-yours", (await clerk.SendActAsync(code, "corrections", wanted).ProblemAsync(HttpStatusCode.Forbidden)).Code);
        Assert.Equal(HttpStatusCode.Forbidden, (await _office.As("mai").SendActAsync(code, "corrections", wanted)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await _office.As("officer-muong-phang").SendActAsync(code, "corrections", wanted)).StatusCode);
        Assert.DoesNotContain(Act.CorrectAnswers, (await clerk.ReadDossierAsync(code)).MayDo);
        Assert.Contains(Act.CorrectAnswers, (await _office.As(Officer).ReadDossierAsync(code)).MayDo);
    }

    private const string Key = "0b6f5f0e-correct-once";

    private const string Reason = "Giấy chứng sinh ghi khác tờ khai.";

    private static CorrectionForm Saying(object answers, string reason = Reason) =>
        new(JsonSerializer.SerializeToElement(answers).EnumerateObject().ToDictionary(one => one.Name, one => one.Value), reason);

    private static ProposalForm Proposing(JsonNode content) => new(Decision.Grant, "Đủ điều kiện.", content.ToJsonString());

    private async Task<DossierCode> BirthAsync(bool taken)
    {
        var scan = await _office.As("mai").SendFileAsync(VietnameseScan.Of("GIẤY CHỨNG SINH"));
        var code = (await _office.As("mai").FileAsync(Filings.Birth(_office.OfficeOf(Clerk), new PaperForm("chung-sinh", scan)))).Code;
        return taken ? await TakenAsync(code) : code;
    }

    private async Task<DossierCode> TakenAsync(DossierCode code)
    {
        await _office.As(Clerk).ActAsync(code, "acceptance");
        await _office.As(Officer).ActAsync(code, "taking");
        return code;
    }

    private async Task<JsonNode> AnswersAsync(string who, DossierCode code) =>
        (await _office.As(who).GetFromJsonAsync<JsonNode>($"/api/dossiers/{code}/answers"))!;

    private static (string?, string?) TextsOf(JsonNode answers, string key) =>
        answers["sections"]!.AsArray().SelectMany(section => section!["lines"]!.AsArray()).Single(line => (string?)line!["key"] == key) is { } line
            ? ((string?)line["text"], (string?)line["handedIn"]) : default;

    private static async Task<JsonNode> ContentAsync(HttpClient officer, DossierCode code)
    {
        var wanted = new { template = "giay-khai-sinh", given = new { personalNumber = "011326000123", registered = "UBND xã Mường Ảng, ngày 20/11/2026" } };
        var made = await officer.PostAsJsonAsync($"/api/dossiers/{code}/result-content", wanted);
        return (await made.Content.ReadFromJsonAsync<JsonNode>())!["content"]!;
    }

    private static string? NameOn(JsonNode content) => (string?)content["lines"]!.AsArray().Single(line => (string?)line!["key"] == "name")!["value"];
}
