using System.Net;
using System.Text.Json;
using PublicAdmin.Documents.Reading;
using PublicAdmin.Dossiers;
using PublicAdmin.Platform.Http;
using PublicAdmin.Processing.Deciding;
using PublicAdmin.Processing.Lists;
using PublicAdmin.Submission;
using PublicAdmin.Tests.Documents;
using PublicAdmin.Tests.Support;
using static PublicAdmin.Tests.Documents.DossierPapersTests;

namespace PublicAdmin.Tests.Attack;

/// <summary>Anybody can name somebody else as the applicant and oneself as the proxy: it opens neither the other's papers nor the other's records.</summary>
public sealed class StolenPapersTests
{
    private const string Identity = "dan-cu";
    private static readonly ProxyForm Thanh = new(Filings.Thanh.Name, Filings.Thanh.PersonalNumber, "Giấy ủy quyền miệng");

    [Fact]
    public async Task A_proxy_uses_no_paper_of_the_applicants_wallet_even_when_its_id_is_known()
    {
        await using var office = await Office.OpenAsync();
        var item = await KeepAsync(office);
        using var thanh = office.As("thanh");
        var desk = office.OfficeOf("clerk-muong-ang");

        var known = await thanh.SendFilingAsync(Filings.Birth(desk, new PaperForm(BirthPaper, WalletItem: item, Consent: true)) with { Proxy = Thanh })
            .Problem(HttpStatusCode.Forbidden);
        var guessed =
            await thanh.SendFilingAsync(Filings.Birth(desk, new PaperForm(BirthPaper, WalletItem: "chung-sinh.01", Consent: true)) with { Proxy = Thanh })
                .Problem(HttpStatusCode.Forbidden);

        Assert.Equal(("wallet-not-yours", "wallet-not-yours"), (known, guessed));
    }

    [Fact]
    public async Task A_proxy_hands_in_no_file_the_applicant_has_sent()
    {
        await using var office = await Office.OpenAsync();
        var upload = await office.As("mai").SendFileAsync(SampleScans.Pdf());

        var filed = await office.As("thanh").SendFilingAsync(
            Filings.Birth(office.OfficeOf("clerk-muong-ang"), new PaperForm(BirthPaper, upload)) with { Proxy = Thanh })
            .Problem(HttpStatusCode.UnprocessableEntity);

        Assert.Equal("paper-unknown", filed);
    }

    [Fact]
    public async Task A_look_up_about_somebody_else_waits_and_is_told_to_that_person()
    {
        await using var gateway = await RecordServer.StartAsync();
        gateway.Held[Identity] = "DC-000123";
        await using var office = await Office.OpenAsync(settings: gateway.Settings);
        var code = await FileForMaiAsync(office);

        await office.DeliverMessagesAsync();

        Assert.Empty(gateway.Asked);
        var told = Assert.Single(await ConsentsAsync(office.As("mai")));
        Assert.Equal((code, Filings.Thanh.PersonalNumber, true, null), (told.Code, told.Proxy?.PersonalNumber, told.LookUpAsked, told.LookUp));
        Assert.Empty(await ConsentsAsync(office.As("thanh")));
    }

    [Fact]
    public async Task The_proxy_cannot_answer_for_the_own_authority()
    {
        await using var office = await Office.OpenAsync();
        var code = await FileForMaiAsync(office);

        var own = await office.As("thanh").SendActAsync(code, "authority", new AuthorityForm()).Problem(HttpStatusCode.Forbidden);

        Assert.Equal("dossier-not-your-task", own);
        Assert.DoesNotContain(Act.AnswerAuthority, (await office.As("thanh").ReadDossierAsync(code)).MayDo);
        Assert.Contains(Act.AnswerAuthority, (await office.As("mai").ReadDossierAsync(code)).MayDo);
    }

    [Fact]
    public async Task What_the_person_confirms_in_the_own_account_is_looked_up()
    {
        await using var gateway = await RecordServer.StartAsync();
        gateway.Held[Identity] = "DC-000123";
        await using var office = await Office.OpenAsync(settings: gateway.Settings);
        var code = await FileForMaiAsync(office);

        await office.As("mai").ActAsync(code, "authority", new AuthorityForm());
        await office.DeliverMessagesAsync();

        Assert.NotEmpty(gateway.Asked);
        Assert.All(gateway.Asked, question => Assert.Equal(ConsentKind.OwnAccount, question.ConsentKind));
        var seen = Assert.Single(await DocumentsAsync(office.As("thanh"), code));
        Assert.Equal(("DC-000123", ConsentKind.OwnAccount), (seen.Record?.Reference, seen.Consent?.Kind));
    }

    [Fact]
    public async Task A_clerk_who_checked_the_authority_records_its_number_for_the_person_to_see()
    {
        await using var gateway = await RecordServer.StartAsync();
        await using var office = await Office.OpenAsync(settings: gateway.Settings);
        var code = await FileForMaiAsync(office);
        using var clerk = office.As("clerk-muong-ang");

        var bare = await clerk.SendActAsync(code, "authority", new AuthorityForm()).Problem(HttpStatusCode.UnprocessableEntity);
        await clerk.ActAsync(code, "authority", new AuthorityForm(Evidence: new ConsentForm(ConsentKind.CheckedAuthority, "CC-15/2026")));
        await office.DeliverMessagesAsync();

        Assert.Equal("authority-evidence-missing", bare);
        Assert.NotEmpty(gateway.Asked);
        var told = Assert.Single(await ConsentsAsync(office.As("mai")));
        Assert.Equal((ConsentKind.CheckedAuthority, "CC-15/2026"), (told.LookUp?.Kind, told.LookUp?.Reference));
    }

    [Fact]
    public async Task What_the_person_denies_is_closed_to_the_proxy()
    {
        await using var gateway = await RecordServer.StartAsync();
        await using var office = await Office.OpenAsync(settings: gateway.Settings);
        var code = await FileForMaiAsync(office);

        await office.As("mai").ActAsync(code, "authority", new AuthorityForm(Confirmed: false));
        await office.DeliverMessagesAsync();

        Assert.Empty(gateway.Asked);
        Assert.Equal(HttpStatusCode.NotFound, (await office.As("thanh").GetAsync($"/api/dossiers/{code}")).StatusCode);
    }

    [Fact]
    public async Task An_unproven_proxy_sees_neither_the_result_nor_what_registers_answered_to_the_applicant()
    {
        await using var gateway = await RecordServer.StartAsync();
        gateway.Held[Identity] = "DC-000123";
        await using var office = await Office.OpenAsync(settings: gateway.Settings);
        var code = (await office.As("thanh").FileAsync(Filings.MaritalStatus(office.OfficeOf("clerk-muong-ang")) with { Proxy = Thanh })).Code;
        await office.As("clerk-muong-ang")
            .ActAsync(code, "supplement-request", new SupplementRequestForm([new("Tờ khai", "Thiếu căn cứ", "to-khai")], "Lò Thị Hương"));
        await office.As("mai").ActAsync(code, "supplement", new SupplementForm(Note: "Đồng ý tra cứu.", LookUpConsent: true));
        await office.DeliverMessagesAsync();
        await office.As("clerk-muong-ang").ActAsync(code, "acceptance");
        await office.ProcessToTheEndAsync("muong-ang", code);

        var seen = Assert.Single(await DocumentsAsync(office.As("thanh"), code));
        var result = await office.As("thanh").GetAsync($"/api/dossiers/{code}/result").Problem(HttpStatusCode.Forbidden);

        Assert.Equal(("", 0), (seen.Record?.Reference, seen.Record?.Facts.Count));
        Assert.Equal("authority-unproven", result);
        Assert.Null((await office.As("thanh").ReadDossierAsync(code)).Result);
        Assert.Equal(HttpStatusCode.OK, (await office.As("mai").GetAsync($"/api/dossiers/{code}/result")).StatusCode);
    }

    [Theory]
    [InlineData("clerk-muong-ang")]
    [InlineData("portal")]
    public async Task Neither_a_clerks_nor_the_portals_word_is_consent(string persona)
    {
        await using var gateway = await RecordServer.StartAsync();
        await using var office = await Office.OpenAsync(settings: gateway.Settings);
        var item = await KeepAsync(office);
        using var http = office.As(persona);
        var channel = persona == "portal" ? Channel.Online : Channel.Counter;
        var marital = Filings.MaritalStatus(office.OfficeOf("clerk-muong-ang")) with { Channel = channel, LookUpConsent = true };
        var birth = Filings.Birth(office.OfficeOf("clerk-muong-ang"), new PaperForm(BirthPaper, WalletItem: item, Consent: true)) with { Channel = channel };

        Assert.Equal("consent-evidence-missing", await http.SendFilingAsync(marital).Problem(HttpStatusCode.UnprocessableEntity));
        Assert.Equal("consent-evidence-missing", await http.SendFilingAsync(birth).Problem(HttpStatusCode.UnprocessableEntity));
        Assert.Equal(
            "consent-kind-not-yours",
            await http.SendFilingAsync(marital with { Consent = new(ConsentKind.OwnAccount, "x") }).Problem(HttpStatusCode.Forbidden));

        var code = (await http.FileAsync(birth with { Consent = new(ConsentKind.OneTimeCode, "OTP-4711"), LookUpConsent = true })).Code;
        await office.DeliverMessagesAsync();

        var told = Assert.Single(await ConsentsAsync(office.As("mai")));
        Assert.Equal((code, ConsentKind.OneTimeCode, "OTP-4711"), (told.Code, told.LookUp!.Kind, told.LookUp.Reference));
        var wallet = JsonSerializer.Deserialize<JsonElement>(await office.As("mai").GetStringAsync("/api/wallet")).GetProperty("items")[0];
        Assert.Equal("OTP-4711", wallet.GetProperty("lastUse").GetProperty("consent").GetProperty("reference").GetString());
    }

    private static async Task<string> KeepAsync(Office office)
    {
        var (code, _) = await FileBirthAsync(office, SampleScans.Pdf());
        await office.As("clerk-muong-ang").ActAsync(code, "acceptance");
        await office.DeliverMessagesAsync();
        var wallet = JsonSerializer.Deserialize<JsonElement>(await office.As("mai").GetStringAsync("/api/wallet"));
        return wallet.GetProperty("items")[0].GetProperty("id").GetString()!;
    }

    private static async Task<DossierCode> FileForMaiAsync(Office office) => (await office.As("thanh").FileAsync(
        Filings.MaritalStatus(office.OfficeOf("clerk-muong-ang")) with { Proxy = Thanh, LookUpConsent = true })).Code;

    private static async Task<IReadOnlyList<ConsentView>> ConsentsAsync(HttpClient http) =>
        (await Counter.ReadAsync<PageOf<ConsentView>>(await http.GetAsync("/api/consents"), HttpStatusCode.OK)).Items;

    private static async Task<IReadOnlyList<DocumentView>> DocumentsAsync(HttpClient http, DossierCode code) =>
        await Counter.ReadAsync<List<DocumentView>>(await http.GetAsync($"/api/dossiers/{code}/documents"), HttpStatusCode.OK);
}
