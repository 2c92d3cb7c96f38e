using System.Net;
using System.Net.Http.Json;
using System.Text;
using PublicAdmin.Dossiers;
using PublicAdmin.Submission;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Submission;

public class FileDossierTests
{
    [Fact]
    public async Task A_citizen_leaves_with_a_code_a_secret_and_the_hour_of_the_answer()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");

        var receipt = await office.As("mai").FileAsync(Filings.MaritalStatus(office.OfficeOf("clerk-muong-ang")));

        Assert.Equal($"{office.OfficeOf("clerk-muong-ang")}-261120-0001", receipt.Code.ToString());
        Assert.Matches("^[0-9A-HJKMNP-TV-Z]{10}$", receipt.Secret);
        Assert.Equal("Cấp Giấy xác nhận tình trạng hôn nhân", receipt.ProcedureName);
        Assert.Equal(new DateTime(2026, 11, 23), receipt.DecisionDueAt.Date); // 8 working hours from Friday 09:00
    }

    [Fact]
    public async Task Many_at_once_get_one_serial_each_and_none_is_skipped()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var mai = office.As("mai");
        var form = Filings.MaritalStatus(office.OfficeOf("clerk-muong-ang"));

        var receipts = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => mai.FileAsync(form)));

        Assert.Equal(Enumerable.Range(1, 40).Select(n => $"{form.Receipt}-261120-{n:D4}"), receipts.Select(receipt => receipt.Code.ToString()).Order());
    }

    [Fact]
    public async Task The_same_request_sent_again_finds_the_same_dossier()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var mai = office.As("mai");
        var form = Filings.MaritalStatus(office.OfficeOf("clerk-muong-ang"));

        var receipts = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => mai.FileAsync(form, key: "mat-song-0001")));
        await office.DeliverMessagesAsync();

        Assert.Single(receipts.Select(receipt => (receipt.Code, receipt.Secret)).Distinct());
        Assert.Single(await office.As("clerk-muong-ang").WorkAsync());
    }

    [Fact]
    public async Task One_key_for_two_different_requests_is_noticed()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var mai = office.As("mai");
        var form = Filings.MaritalStatus(office.OfficeOf("clerk-muong-ang"));
        await mai.FileAsync(form, key: "mat-song-0001");

        var problem = await mai.SendFilingAsync(form with { Summary = "Khác" }, key: "mat-song-0001").ProblemAsync(HttpStatusCode.UnprocessableEntity);

        Assert.Equal("idempotency-key-reused", problem.Code);
    }

    [Fact]
    public async Task Without_a_key_nothing_is_filed()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");

        var problem = await office.As("mai").PostAsJsonAsync("/api/dossiers", new { }).ProblemAsync(HttpStatusCode.BadRequest);

        Assert.Equal(("idempotency-key-missing", "Idempotency-Key"), (problem.Code, problem.Field));
    }

    public static TheoryData<string, string, HttpStatusCode, string, string?> Faults() => new()
    {
        { "procedure", "\"9.999999\"", HttpStatusCode.UnprocessableEntity, "procedure-unknown", "procedure" },
        { "receipt", "\"H18.02\"", HttpStatusCode.UnprocessableEntity, "office-cannot-receive", "receipt" },
        { "residenceUnit", "\"99999\"", HttpStatusCode.UnprocessableEntity, "unit-unknown", "residenceUnit" },
        { "channel", "\"counter\"", HttpStatusCode.Forbidden, "channel-not-yours", "channel" },
        { "applicant", "{\"name\":\" \",\"personalNumber\":\"011195000123\"}", HttpStatusCode.BadRequest, "field-missing", "applicant.name" },
        { "applicant", "{\"name\":\"Lò Thị Mai\",\"personalNumber\":\"0111\"}", HttpStatusCode.BadRequest, "personal-number-invalid",
            "applicant.personalNumber" },
        { "applicant", "{\"name\":\"Lò Thị Mai\",\"personalNumber\":\"０１１１９５０００１２３\"}", HttpStatusCode.BadRequest, "personal-number-invalid",
            "applicant.personalNumber" },
        { "applicant", "{\"name\":\"Lò Thị Mai\",\"personalNumber\":\"011195000999\"}", HttpStatusCode.Forbidden, "applicant-not-you",
            "applicant.personalNumber" },
        { "applicant", "{\"name\":\"Mai\",\"personalNumber\":\"011195000123\",\"phone\":\"so của tôi\"}", HttpStatusCode.BadRequest, "phone-invalid",
            "applicant.phone" },
        { "applicant", "{\"name\":\"Mai\",\"personalNumber\":\"011195000123\",\"email\":\"mai\"}", HttpStatusCode.BadRequest, "email-invalid",
            "applicant.email" },
        { "applicant", "{\"name\":\"Mai\",\"personalNumber\":\"011195000123\",\"email\":\"a@b.vn, c@d.vn\"}", HttpStatusCode.BadRequest, "email-invalid",
            "applicant.email" },
        { "applicant", "{\"name\":\"Mai\",\"personalNumber\":\"011195000123\",\"email\":\"Mai <mai@example.vn>\"}", HttpStatusCode.BadRequest, "email-invalid",
            "applicant.email" },
        { "applicant", "{\"name\":\"Mai\",\"personalNumber\":\"011195000123\",\"email\":\"mái@example.vn\"}", HttpStatusCode.BadRequest, "email-invalid",
            "applicant.email" },
        { "applicant", "{\"name\":\"Lò\\nMai\",\"personalNumber\":\"011195000123\"}", HttpStatusCode.BadRequest, "field-not-a-line", "applicant.name" },
        { "applicant", "{\"name\":\"\\u200b\\u200b\",\"personalNumber\":\"011195000123\"}", HttpStatusCode.BadRequest, "field-not-a-line", "applicant.name" },
        { "applicant", "{\"name\":\"\\u202eiaM\",\"personalNumber\":\"011195000123\"}", HttpStatusCode.BadRequest, "text-not-written", "applicant.name" },
        { "papers", "[{\"component\":\"to-khai\"}]", HttpStatusCode.BadRequest, "paper-without-source", "papers[0]" },
        { "papers", "[{\"component\":\"khong-co\",\"upload\":\"x\"}]", HttpStatusCode.UnprocessableEntity, "component-unknown", null },
        { "channel", "\"phone\"", HttpStatusCode.BadRequest, "body-unreadable", "channel" },
        { "colour", "\"red\"", HttpStatusCode.BadRequest, "body-unreadable", "colour" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_faulty_filing_is_turned_away_with_the_field_at_fault_and_takes_no_serial(
        string field, string json, HttpStatusCode status, string because, string? at)
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var mai = office.As("mai");
        var form = Filings.MaritalStatus(office.OfficeOf("clerk-muong-ang"));
        var body = System.Text.Json.JsonSerializer.SerializeToNode(form, PublicAdmin.Platform.OfficeJson.Options)!.AsObject();
        body[field] = System.Text.Json.Nodes.JsonNode.Parse(json);
        using var request = new HttpRequestMessage(
            HttpMethod.Post, "/api/dossiers")
        { Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json") };
        request.Headers.Add("Idempotency-Key", "loi-nhap-lieu");

        var problem = await mai.SendAsync(request).ProblemAsync(status);

        Assert.Equal(because, problem.Code);
        Assert.Equal(at, at is null ? null : problem.Field);
        Assert.EndsWith("-0001", (await mai.FileAsync(form)).Code.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_required_paper_is_asked_for_before_anything_is_filed_online()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");

        var problem = await office.As("mai").SendFilingAsync(Filings.Birth(office.OfficeOf("clerk-muong-ang")))
            .ProblemAsync(HttpStatusCode.UnprocessableEntity);

        Assert.Equal("component-missing", problem.Code);
    }

    [Fact]
    public async Task The_portal_files_for_an_identified_citizen_who_finds_the_dossier_among_the_own()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");

        var receipt = await office.As("portal").FileAsync(Filings.MaritalStatus(office.OfficeOf("clerk-muong-ang")));
        await office.DeliverMessagesAsync();

        var seen = await office.As("mai").ReadDossierAsync(receipt.Code);
        Assert.Equal(Channel.Online, seen.Channel);
        var mine = await office.As("mai").GetFromJsonAsync<System.Text.Json.JsonElement>("/api/dossiers");
        Assert.Equal(receipt.Code.ToString(), mine.GetProperty("items")[0].GetProperty("code").GetString());
    }

    [Fact]
    public async Task A_clerk_files_only_at_the_own_desk()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var elsewhere = Filings.MaritalStatus(office.OfficeOf("clerk-muong-phang")) with { Channel = Channel.Counter };

        var problem = await office.As("clerk-muong-ang").SendFilingAsync(elsewhere).ProblemAsync(HttpStatusCode.Forbidden);

        Assert.Equal("receipt-not-your-office", problem.Code);
    }

    [Fact]
    public async Task The_books_of_a_day_balance()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var form = Filings.MaritalStatus(office.OfficeOf("clerk-muong-ang"));
        await office.As("mai").FileAsync(form);
        var lost = await office.The<DossierSerials>().NextAsync(form.Receipt, new DateOnly(2026, 11, 20), CancellationToken.None);
        await office.DeliverMessagesAsync();

        office.Clock.Advance(TimeSpan.FromDays(2));
        await office.RunTimerAsync(nameof(ReconcileSerials));

        var balance = await office.As("auditor-province").GetFromJsonAsync<SerialBalance>(
            $"/api/offices/{form.Receipt}/serials?day=2026-11-20", PublicAdmin.Platform.OfficeJson.Options);
        Assert.Equal((2, 1, 0), (balance!.Issued, balance.Dossiers, balance.Behind));
        Assert.Equal((lost, "abandoned"), (Assert.Single(balance.Gaps).Code, balance.Gaps[0].Reason));
    }
}
