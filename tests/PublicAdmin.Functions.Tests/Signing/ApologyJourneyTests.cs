using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Platform.Messages;
using PublicAdmin.Procedures;
using PublicAdmin.Results;
using PublicAdmin.Signing.Verification;
using PublicAdmin.Tests.Deadlines;
using PublicAdmin.Tests.Forecasts;
using PublicAdmin.Tests.Notifications;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Signing;

/// <summary>Form 04 from the draft on the last day to the signed paper in the citizen's mailbox.</summary>
public sealed class ApologyJourneyTests
{
    private static readonly object Extension = new { newDay = "2026-12-04", reason = "Chờ xác minh tại xã Mường Phăng" };

    [Fact]
    public async Task Drafted_a_day_before_signed_by_the_head_and_sent_with_the_paper()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-16T02:00Z");
        await office.EscalateAsync(until: "2026-11-30 09:05");
        var code = DossierCode.Parse("H18.61-261116-0001");

        var draft = await office.As("leader-dien-bien-phu").GetAsync($"/api/dossiers/{code}/apology?newDay=2026-12-04&reason=Ch%E1%BB%9D");
        var unsigned = await office.As("mai").GetAsync($"/api/dossiers/{code}/forms/04").ProblemAsync(HttpStatusCode.NotFound);
        await office.As("leader-dien-bien-phu").ActAsync(code, "extension", Extension);
        await office.DeliverMessagesAsync();
        var pdf = await office.As("mai").GetByteArrayAsync($"/api/dossiers/{code}/forms/04");

        Assert.Equal((HttpStatusCode.OK, "application/pdf"), (draft.StatusCode, draft.Content.Headers.ContentType?.MediaType));
        Assert.Equal("form-none", unsigned.Code);
        var report = (await CheckAsync(office, pdf)).Report;
        Assert.Equal(Verdict.Valid, report.Verdict);
        Assert.Equal(["Đỗ Minh Tuấn", "Ủy ban nhân dân phường Điện Biên Phủ"], report.Signatures.Select(signature => signature.Signer));
        var mail = await File.ReadAllTextAsync(Assert.Single(Mails(office)));
        Assert.Contains($"{code}-04.pdf", mail, StringComparison.Ordinal);
        Assert.Contains(Convert.ToBase64String(pdf)[..60], mail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Until_it_is_signed_nobody_gets_it_and_no_letter_goes()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-16T02:00Z");
        await office.EscalateAsync(until: "2026-11-30 09:05");
        var code = DossierCode.Parse("H18.61-261116-0001");

        await office.As("leader-dien-bien-phu").ActAsync(code, "extension", Extension);
        var early = await office.As("mai").GetAsync($"/api/dossiers/{code}/forms/04").ProblemAsync(HttpStatusCode.Conflict);

        Assert.Equal("form-being-signed", early.Code);
        Assert.Empty(Mails(office));
    }

    [Fact]
    public async Task A_message_delivered_again_signs_and_tells_nothing_again()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-16T02:00Z");
        await office.EscalateAsync(until: "2026-11-30 09:05");
        var code = DossierCode.Parse("H18.61-261116-0001");
        await office.As("leader-dien-bien-phu").ActAsync(code, "extension", Extension);
        await office.DeliverMessagesAsync();
        var (first, mail) = (await office.As("mai").GetByteArrayAsync($"/api/dossiers/{code}/forms/04"),
            File.GetLastWriteTimeUtc(Assert.Single(Mails(office))));

        office.Clock.Advance(TimeSpan.FromHours(1));
        var version = (await office.The<DossierStore>().EventsAsync(code, 0, default)).Single(recorded => recorded.Event is Extended).Version;
        var outcome = await office.The<PublicAdmin.Results.Forms.ApologySigning>().SignAsync(code, version, default);
        await office.DeliverMessagesAsync();

        Assert.Equal(Outcome.Done, outcome);
        Assert.Equal(first, await office.As("mai").GetByteArrayAsync($"/api/dossiers/{code}/forms/04"));
        Assert.Equal(mail, File.GetLastWriteTimeUtc(Assert.Single(Mails(office))));
    }

    [Fact]
    public async Task Nobody_reads_a_draft_that_is_none_or_of_an_office_not_theirs()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-16T02:00Z");
        var code = await office.ReceiveForMaiAsync();

        Assert.Equal(
            "apology-not-drafted",
            (await office.As("leader-dien-bien-phu").GetAsync($"/api/dossiers/{code}/apology").ProblemAsync(HttpStatusCode.NotFound)).Code);
        Assert.Equal(HttpStatusCode.NotFound, (await office.As("leader-muong-ang").GetAsync($"/api/dossiers/{code}/apology")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await office.As("mai").GetAsync($"/api/dossiers/{code}/apology")).StatusCode);
    }

    [Fact]
    public async Task The_late_are_counted_with_and_without_apology_and_an_extension_launders_none()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-02T02:00Z");
        var codes = new List<DossierCode>();
        foreach (var serial in Enumerable.Range(1, 5))
        {
            codes.Add(await office.ReceiveAsync("2026-11-02 09:00", serial, "1.001653", Term.WorkingDays(5))); // due Monday 9
        }

        office.Clock.GoTo(Given.At("2026-11-09 10:00"));
        await office.FinishAsync(codes[0]); // on time
        await office.As("leader-dien-bien-phu").ActAsync(codes[1], "extension", new { newDay = "2026-11-16", reason = "Chờ xác minh" });
        await office.As("leader-dien-bien-phu").ActAsync(codes[2], "extension", new { newDay = "2026-11-16", reason = "Chờ xác minh" });
        office.Clock.GoTo(Given.At("2026-11-11 10:00"));
        await office.FinishAsync(codes[1]); // within the extension, and late
        await office.FinishAsync(codes[3]); // late
        await office.DeliverMessagesAsync();

        var count = await office.As("supervisor-dien-bien-phu").GetFromJsonAsync<JsonElement>($"/api/offices/{ADossier.Commune}/lateness?from=2026-11-01");

        Assert.Equal(
            [3, 0, 1, 1, 1, 1, 1],
            new[] { "finished", "ahead", "onTime", "lateWithApology", "lateWithoutApology", "overdueWithApology", "overdueWithoutApology" }.Select(
                name => count.GetProperty(name).GetInt32()));
        Assert.Equal(4, count.GetProperty("late").GetArrayLength());
        Assert.Equal(HttpStatusCode.Forbidden, (await office.As("supervisor-muong-ang").GetAsync($"/api/offices/{ADossier.Commune}/lateness")).StatusCode);
        Assert.Equal(
            HttpStatusCode.BadRequest,
            (await office.As("supervisor-dien-bien-phu").GetAsync($"/api/offices/{ADossier.Commune}/lateness?from=2026-01-01&to=2027-06-01")).StatusCode);
    }

    private static string[] Mails(Office office) => Directory.Exists(Path.Combine(office.Folder, "mail"))
        ? [.. Directory.GetFiles(Path.Combine(office.Folder, "mail"), "*applicant*.eml")
            .Where(file => EmlText.SubjectOf(File.ReadAllText(file)).StartsWith("Xin lỗi", StringComparison.Ordinal))]
        : [];

    private static async Task<PdfFindings> CheckAsync(Office office, byte[] pdf)
    {
        using var body = new ByteArrayContent(pdf);
        body.Headers.ContentType = new("application/pdf");
        return await Counter.ReadAsync<PdfFindings>(await office.Http.PostAsync("/api/verification", body), HttpStatusCode.OK);
    }
}
