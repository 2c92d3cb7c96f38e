using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using PublicAdmin.Deadlines.Escalation;
using PublicAdmin.Dossiers;
using PublicAdmin.Submission;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Deadlines;

/// <summary>
/// Niêm yết công khai: only where the procedure has it, for its days, once; nothing is decided before it is over and nobody is late meanwhile.
/// </summary>
public sealed class PostingTests
{
    private static readonly object Ground = new { reason = "Niêm yết hồ sơ đăng ký đất đai", ground = "Nghị định 101/2024/NĐ-CP" };

    [Fact]
    public async Task While_it_is_posted_nothing_is_decided_and_nobody_is_late()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var code = await PostedAsync(office);
        office.Clock.GoTo(Given.At("2026-12-04 09:00"));

        var proposed = await office.ActAsync("officer-muong-phang", code, "proposal", new { outcome = "grant", summary = "x", content = "y" });
        var again = await office.ActAsync("leader-muong-phang", code, "posting", Ground);
        var view = await office.As("clerk-muong-phang").ReadDossierAsync(code);
        var line = Assert.Single(await office.As("officer-muong-phang").WorkAsync("list=posting"));

        Assert.Equal("dossier-wrong-phase", await CodeOfAsync(proposed));
        Assert.Equal("dossier-wrong-phase", await CodeOfAsync(again));
        Assert.Equal((Phase.Posting, NationalStatus.InProcess), (view.Phase, view.Status));
        Assert.Equal(Given.At("2026-12-06 00:00"), line.StandsUntil);
        Assert.DoesNotContain(Act.Propose, (await office.As("officer-muong-phang").ReadDossierAsync(code)).MayDo);
    }

    [Fact]
    public async Task It_ends_by_itself_and_the_work_goes_on_where_it_stood()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var code = await PostedAsync(office);
        var before = await office.As("clerk-muong-phang").ReadDossierAsync(code);
        office.Clock.GoTo(Given.At("2026-12-07 07:05"));
        await office.RunTimerAsync(nameof(EscalateDeadlines));
        await office.DeliverMessagesAsync();

        var after = await office.As("clerk-muong-phang").ReadDossierAsync(code);

        Assert.Equal(Phase.Assigned, after.Phase);
        Assert.Equal(before.Deadline!.PromisedAt, after.Deadline!.PromisedAt);
        Assert.Equal(after.Deadline.OwedAt, after.Deadline.DueAt);
        Assert.True(after.Deadline.OwedAt > before.Deadline.OwedAt);
    }

    [Fact]
    public async Task A_second_time_is_the_heads_alone_and_moves_nothing_that_is_owed()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var code = await PostedAsync(office);
        office.Clock.GoTo(Given.At("2026-12-07 07:05"));
        await office.RunTimerAsync(nameof(EscalateDeadlines));
        var owed = (await office.As("clerk-muong-phang").ReadDossierAsync(code)).Deadline!;

        var officer = await office.ActAsync("officer-muong-phang", code, "posting", Ground);
        var leader = await office.ActAsync("leader-muong-phang", code, "posting", Ground);
        office.Clock.GoTo(Given.At("2026-12-23 07:05"));
        await office.RunTimerAsync(nameof(EscalateDeadlines));
        var after = (await office.As("clerk-muong-phang").ReadDossierAsync(code)).Deadline!;

        Assert.Equal("dossier-posted-before", await CodeOfAsync(officer));
        Assert.Equal(HttpStatusCode.OK, leader.StatusCode);
        Assert.Equal((owed.PromisedAt, owed.OwedAt), (after.PromisedAt, after.OwedAt));
        Assert.True(after.DueAt > owed.DueAt);
    }

    [Theory]
    [InlineData(90, "posting-days-unfit")]
    [InlineData(1, "posting-days-unfit")]
    [InlineData(15, null)]
    public async Task Only_for_the_days_of_the_procedure(int days, string? refusal)
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var code = await TakenAsync(office);

        var answer = await office.ActAsync("officer-muong-phang", code, "posting", new { days, reason = "Niêm yết", ground = "Nghị định 101/2024/NĐ-CP" });

        Assert.Equal(refusal, answer.IsSuccessStatusCode ? null : await CodeOfAsync(answer));
    }

    [Fact]
    public async Task A_procedure_without_posting_cannot_be_posted()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-16T02:00Z");
        var code = await office.ReceiveForMaiAsync();

        var answer = await office.ActAsync("leader-dien-bien-phu", code, "posting", Ground);

        Assert.Equal("procedure-without-posting", await CodeOfAsync(answer));
        Assert.DoesNotContain(Act.BeginPosting, (await office.As("leader-dien-bien-phu").ReadDossierAsync(code)).MayDo);
    }

    private static async Task<DossierCode> TakenAsync(Office office)
    {
        var commune = office.OfficeOf("clerk-muong-phang");
        var clerk = office.As("clerk-muong-phang");
        var scan = await clerk.SendFileAsync(VietnameseScan.Of("Đơn đăng ký đất đai"), "don.pdf", Filings.Thanh.PersonalNumber);
        var code = (await clerk.FileAsync(Filings.Land(commune, new PaperForm("don", scan)))).Code;
        await clerk.ActAsync(code, "acceptance");
        await office.As("officer-muong-phang").ActAsync(code, "taking");
        return code;
    }

    private static async Task<DossierCode> PostedAsync(Office office)
    {
        var code = await TakenAsync(office);
        Assert.Equal(HttpStatusCode.OK, (await office.ActAsync("officer-muong-phang", code, "posting", Ground)).StatusCode);
        await office.DeliverMessagesAsync();
        return code;
    }

    private static async Task<string?> CodeOfAsync(HttpResponseMessage answer) =>
        (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString();
}
