using System.Net;
using PublicAdmin.Documents.Reading;
using PublicAdmin.Documents.Records;
using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Platform.Messages;
using PublicAdmin.Processing.Deciding;
using PublicAdmin.Submission;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Documents;

/// <summary>What a database holds is looked up, not asked for (Resolution 66.7/2025/NQ-CP).</summary>
public sealed class RecordTests
{
    private const string Identity = "dan-cu";
    private const string Divorce = "ly-hon-khai-tu";

    [Fact]
    public async Task With_the_citizens_consent_a_record_stands_where_a_paper_would()
    {
        await using var gateway = await RecordServer.StartAsync();
        gateway.Held[Identity] = "DC-000123";
        await using var office = await Office.OpenAsync(settings: gateway.Settings);
        var code = await FileAsync(office);

        await office.DeliverMessagesAsync();

        var paper = Assert.Single(await PapersAsync(office.As("clerk-muong-ang"), code));
        Assert.Equal(
            (Identity, Lineage.FromDatabase, "Population", "DC-000123"), (paper.Component, paper.Lineage, paper.Record!.Register, paper.Record.Reference));
        Assert.Equal((office.Clock.GetUtcNow(), office.Clock.GetUtcNow()), (paper.Record.At, paper.Consent?.At));
        Assert.Equal("Bản Tát, xã Mường Ảng", Assert.Single(paper.Record.Facts).Value);
        Assert.Equivalent(paper, Assert.Single(await PapersAsync(office.As("mai"), code)));
        Assert.Equal([code.ToString()], gateway.Asked.Select(question => question.Dossier).Distinct());
    }

    [Fact]
    public async Task Every_question_stands_in_the_access_log()
    {
        await using var gateway = await RecordServer.StartAsync();
        await using var office = await Office.OpenAsync(settings: gateway.Settings);
        var code = await FileAsync(office);

        await office.DeliverMessagesAsync();

        var log = await Counter.ReadAsync<List<AccessEntry>>(await office.As("mai").GetAsync($"/api/dossiers/{code}/accesses"), HttpStatusCode.OK);
        Assert.Equal(
            [$"look-up:{Divorce}", $"look-up:{Identity}"],
            log.Where(entry => entry.By == "system").Select(entry => entry.Purpose).Order(StringComparer.Ordinal).Reverse());
    }

    [Fact]
    public async Task Without_consent_no_database_is_asked()
    {
        await using var gateway = await RecordServer.StartAsync();
        await using var office = await Office.OpenAsync(settings: gateway.Settings);
        var code = await FileAsync(office, consent: false);

        await office.DeliverMessagesAsync();

        Assert.Empty(gateway.Asked);
        Assert.Empty(await PapersAsync(office.As("mai"), code));
    }

    [Fact]
    public async Task A_broken_line_keeps_nobody_from_filing_and_is_tried_again()
    {
        await using var gateway = await RecordServer.StartAsync();
        gateway.Held[Identity] = "DC-000123";
        gateway.Answer = 503;
        await using var office = await Office.OpenAsync(settings: gateway.Settings);
        var code = await FileAsync(office);
        await office.DeliverMessagesAsync();
        Assert.Empty(await PapersAsync(office.As("mai"), code));

        gateway.Answer = null;
        await office.RestartAsync();
        office.Clock.Advance(TimeSpan.FromMinutes(1));
        await office.DeliverMessagesAsync();

        Assert.Equal("DC-000123", Assert.Single(await PapersAsync(office.As("mai"), code)).Record?.Reference);
        Assert.Equal([Divorce], (await office.As("mai").ReadDossierAsync(code)).NotHeld);
    }

    [Fact]
    public async Task What_no_database_holds_may_be_asked_for_and_given()
    {
        await using var gateway = await RecordServer.StartAsync();
        gateway.Held[Identity] = "DC-000123";
        await using var office = await Office.OpenAsync(settings: gateway.Settings);
        var code = await FileAsync(office);
        await office.DeliverMessagesAsync();
        using var clerk = office.As("clerk-muong-ang");

        var held = await clerk.SendActAsync(code, "supplement-request", Asking(Identity)).ProblemAsync(HttpStatusCode.UnprocessableEntity);
        await clerk.ActAsync(code, "supplement-request", Asking(Divorce));
        var upload = await office.As("mai").SendFileAsync(SampleScans.Pdf());
        var given = await office.As("mai").ActAsync(code, "supplement", new SupplementForm([new PaperForm(Divorce, upload)]));

        Assert.Equal("paper-held-by-database", held.Code);
        Assert.Equal((Phase.Registered, 2), (given.Phase, given.Papers));
    }

    [Fact]
    public async Task Consent_may_be_given_later_with_a_supplement()
    {
        await using var gateway = await RecordServer.StartAsync();
        gateway.Held[Identity] = "DC-000123";
        await using var office = await Office.OpenAsync(settings: gateway.Settings);
        var code = await FileAsync(office, consent: false);
        await office.As("clerk-muong-ang").ActAsync(code, "supplement-request", Asking("to-khai"));

        await office.As("mai").ActAsync(code, "supplement", new SupplementForm(Note: "Đồng ý khai thác dữ liệu.", LookUpConsent: true));
        await office.DeliverMessagesAsync();

        Assert.Equal(Identity, Assert.Single(await PapersAsync(office.As("mai"), code)).Component);
    }

    [Fact]
    public async Task A_look_up_refused_for_good_is_laid_before_the_administrator()
    {
        await using var gateway = await RecordServer.StartAsync();
        gateway.Answer = 403;
        await using var office = await Office.OpenAsync(settings: gateway.Settings);
        await FileAsync(office);

        await office.DeliverMessagesAsync();

        var dead = Assert.Single(await office.The<IDeadLetters>().ListAsync(Queues.RecordsToRead, 0, 10, CancellationToken.None));
        Assert.Equal("record-refused", dead.Reason);
    }

    [Fact]
    public async Task What_the_office_has_issued_itself_answers_first()
    {
        await using var office = await Office.OpenAsync();
        var first = await FileAsync(office, consent: false);
        await office.As("clerk-muong-ang").ActAsync(first, "acceptance");
        await office.ProcessToTheEndAsync("muong-ang", first, "27/XNHN");
        await office.DeliverMessagesAsync();

        var marriage = Filings.MaritalStatus(office.OfficeOf("clerk-muong-ang"))
            .Asking("1.000894") with
        { Channel = Channel.Counter, LookUpConsent = true, Consent = new(ConsentKind.SignedForm, "PDY-12") };
        var code = (await office.As("clerk-muong-ang").FileAsync(marriage)).Code;
        await office.DeliverMessagesAsync();

        var papers = await PapersAsync(office.As("mai"), code);
        Assert.Equal(("27/XNHN", OwnRegister.IssuedHere), Record("tinh-trang"));
        Assert.Equal(("DC-000123", OwnRegister.Local), Record(Identity));

        (string?, string?) Record(string component) =>
            papers.Single(paper => paper.Component == component).Record is { } record ? (record.Reference, record.Source) : default;
    }

    private static SupplementRequestForm Asking(string component) => new([new("Giấy tờ", "Chưa đủ căn cứ", component)], "Lò Thị Hương");

    private static async Task<DossierCode> FileAsync(Office office, bool consent = true) =>
        (await office.As("mai").FileAsync(Filings.MaritalStatus(office.OfficeOf("clerk-muong-ang")) with { LookUpConsent = consent })).Code;

    private static async Task<IReadOnlyList<DocumentView>> PapersAsync(HttpClient http, DossierCode code) =>
        await Counter.ReadAsync<List<DocumentView>>(await http.GetAsync($"/api/dossiers/{code}/documents"), HttpStatusCode.OK);
}
