using System.Net;
using PublicAdmin.Deadlines.Explanation;
using PublicAdmin.Dossiers;
using PublicAdmin.Processing.Deciding;
using PublicAdmin.Submission;
using PublicAdmin.Tests.Notifications;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Deadlines;

/// <summary>Terms besides the normal one: of a case, and when something must be verified.</summary>
public sealed class LongerTermTests
{
    [Fact]
    public async Task When_something_must_be_verified_the_longer_term_counts_from_the_same_receipt()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var code = await TakenAsync(office);

        var verified = await office.As("officer-muong-ang")
            .ActAsync(code, "verification", new VerificationForm("Hỏi UBND xã Mường Phăng về tình trạng hôn nhân trước 2020"));

        Assert.Equal(DateTimeOffset.Parse("2026-11-26T17:00+07:00"), verified.Deadline!.PromisedAt); // 3 working days, over the 24th
        Assert.Equal(DateTimeOffset.Parse("2026-12-14T17:00+07:00"), verified.Deadline.DueAt); // 23 days end on Sunday 13 December
        Assert.Equal(verified.Deadline.DueAt, verified.Deadline.OwedAt);
        Assert.Equal(
            (OfficePeople.IdOf("officer-muong-ang"), null), (verified.Verification?.By, (await office.As("mai").ReadDossierAsync(code)).Verification?.By));
    }

    [Fact]
    public async Task The_explanation_says_why()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var code = await TakenAsync(office);
        await office.As("officer-muong-ang").ActAsync(code, "verification", new VerificationForm("Hỏi UBND xã Mường Phăng"));

        var why = await Counter.ReadAsync<DeadlineView>(await office.As("mai").GetAsync($"/api/dossiers/{code}/deadline"), HttpStatusCode.OK);

        Assert.Equal("23 ngày", why.Term);
        Assert.Contains("Phải xác minh (Hỏi UBND xã Mường Phăng)", why.Notes[0], StringComparison.Ordinal);
        Assert.Equal(23 * 24 * 60, why.Lines.Sum(line => line.MinutesCounted));
    }

    [Fact]
    public async Task The_citizen_is_told_of_the_later_date_and_why()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var code = await TakenAsync(office);
        await office.DeliverMessagesAsync();
        await office.As("officer-muong-ang").ActAsync(code, "verification", new VerificationForm("Hỏi UBND xã Mường Phăng"));

        await office.DeliverMessagesAsync();

        var letters = Directory.GetFiles(office.Folder, "*.eml", SearchOption.AllDirectories).Select(path => EmlText.BodyOf(File.ReadAllText(path)));
        var letter = Assert.Single(letters, text => text.Contains("phải xác minh: Hỏi UBND xã Mường Phăng.", StringComparison.Ordinal));
        Assert.Contains("17:00 thứ Hai 14/12/2026", letter, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Days_the_clock_stood_still_are_left_out_of_the_longer_term_too()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var code = await TakenAsync(office);
        await office.As("officer-muong-ang")
            .ActAsync(code, "supplement-request", new SupplementRequestForm([new("Tờ khai", "Chưa ký", "to-khai")], "Lò Thị Hương"));
        office.Clock.Advance(TimeSpan.FromDays(5));
        await office.As("mai").ActAsync(code, "supplement", new SupplementForm(Note: "Đã ký"));

        var verified = await office.As("officer-muong-ang").ActAsync(code, "verification", new VerificationForm("Hỏi nơi cư trú trước"));

        Assert.Equal(DateTimeOffset.Parse("2026-12-18T17:00+07:00"), verified.Deadline!.DueAt); // 13 December and five days
    }

    [Fact]
    public async Task It_is_recorded_once_in_time_and_only_where_the_law_has_a_longer_term()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var (first, late) = (await TakenAsync(office), await TakenAsync(office));
        var birth = await TakenAsync(office, "1.004884");
        using var officer = office.As("officer-muong-ang");
        var form = new VerificationForm("Hỏi nơi cư trú trước");
        await officer.ActAsync(first, "verification", form);

        var again = await officer.SendActAsync(first, "verification", form).ProblemAsync(HttpStatusCode.Conflict);
        var none = await officer.SendActAsync(birth, "verification", form).ProblemAsync(HttpStatusCode.UnprocessableEntity);
        office.Clock.Advance(TimeSpan.FromDays(10));
        var tooLate = await office.As("officer-muong-ang").SendActAsync(late, "verification", form).ProblemAsync(HttpStatusCode.Conflict);

        Assert.Equal(("dossier-verified-already", "procedure-without-verification", "verification-too-late"), (again.Code, none.Code, tooLate.Code));
    }

    [Fact]
    public async Task It_is_offered_only_where_and_while_it_can_be_recorded()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var (marital, birth) = (await TakenAsync(office), await TakenAsync(office, "1.004884"));
        using var officer = office.As("officer-muong-ang");

        Assert.Contains(Act.Verify, (await officer.ReadDossierAsync(marital)).MayDo);
        Assert.DoesNotContain(Act.Verify, (await officer.ReadDossierAsync(birth)).MayDo);
        Assert.DoesNotContain(Act.Verify, (await officer.ActAsync(marital, "verification", new VerificationForm("Hỏi nơi cư trú trước"))).MayDo);
        Assert.Contains(Act.Propose, (await officer.ReadDossierAsync(birth)).MayDo);
    }

    [Fact]
    public async Task A_head_may_extend_before_the_end_and_apologise_after_it()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var code = await TakenAsync(office);

        var before = (await office.As("leader-muong-ang").ReadDossierAsync(code)).MayDo;
        office.Clock.Advance(TimeSpan.FromDays(10));
        var after = (await office.As("leader-muong-ang").ReadDossierAsync(code)).MayDo;

        Assert.Equal((true, false), (before.Contains(Act.Extend), before.Contains(Act.Apologise)));
        Assert.Equal((false, true), (after.Contains(Act.Extend), after.Contains(Act.Apologise)));
    }

    private static async Task<DossierCode> TakenAsync(Office office, string procedure = "1.004873")
    {
        using var clerk = office.As("clerk-muong-ang");
        var filing = Filings.MaritalStatus(office.OfficeOf("clerk-muong-ang")).Asking(procedure) with { Channel = Channel.Counter };
        var code = (await clerk.FileAsync(filing)).Code;
        if (procedure == "1.004884")
        {
            await GiveOldPapersAsync(office, code);
        }

        await clerk.ActAsync(code, "acceptance");
        await office.As("officer-muong-ang").ActAsync(code, "taking");
        return code;
    }

    private static async Task GiveOldPapersAsync(Office office, DossierCode code)
    {
        await office.As("clerk-muong-ang")
            .ActAsync(code, "supplement-request", new SupplementRequestForm([new("Giấy tờ cũ", "Chưa có", "giay-to-cu")], "Lò Thị Hương"));
        var upload = await office.As("mai").SendFileAsync(SampleScans.Pdf());
        await office.As("mai").ActAsync(code, "supplement", new SupplementForm([new PaperForm("giay-to-cu", upload)]));
    }
}
