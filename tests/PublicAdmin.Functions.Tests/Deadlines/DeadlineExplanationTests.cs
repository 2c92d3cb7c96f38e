using PublicAdmin.Deadlines;
using PublicAdmin.Deadlines.Explanation;
using PublicAdmin.Dossiers;
using PublicAdmin.Platform;
using PublicAdmin.Procedures;

namespace PublicAdmin.Tests.Deadlines;

public class DeadlineExplanationTests
{
    [Fact]
    public void Three_working_days_over_the_holiday_of_24_November() => Assert.Equal(
        """
        Tiếp nhận: 09:10 thứ Sáu 20/11/2026.
        Thời hạn giải quyết: 3 ngày làm việc.
        - 20/11: ngày tiếp nhận, không tính
        - 21–22/11: cuối tuần, không tính
        - 23/11: ngày làm việc thứ 1
        - 24/11: Ngày Văn hóa Việt Nam, không tính (Nghị quyết 28/2026/QH16, từ 01/7/2026)
        - 25–26/11: ngày làm việc thứ 2–3
        Hạn trả kết quả: 17:00 thứ Năm 26/11/2026.
        Lịch làm việc áp dụng: 2026.1.
        """,
        Explain(Facts("2026-11-20 09:10", Term.WorkingDays(3)), "2026-11-20 09:10").In(Language.Vi));

    [Fact]
    public void The_same_in_English() => Assert.Equal(
        """
        Received: 09:10 on Friday 20 November 2026.
        Term: 3 working days.
        - 20 Nov: day of receipt, not counted
        - 21–22 Nov: weekend, not counted
        - 23 Nov: working day 1
        - 24 Nov: Vietnamese Culture Day, not counted (Nghị quyết 28/2026/QH16, từ 01/7/2026)
        - 25–26 Nov: working days 2–3
        Due: 17:00 on Thursday 26 November 2026.
        Office calendar used: 2026.1.
        """,
        Explain(Facts("2026-11-20 09:10", Term.WorkingDays(3)), "2026-11-20 09:10").In(Language.En));

    [Fact]
    public void A_worked_Saturday_is_named()
    {
        var line = Explain(Facts("2026-08-21 09:00", Term.WorkingDays(1)), "2026-08-21 09:00").Lines[^1];

        Assert.Equal(DayVerdict.WorkedDay, line.Verdict);
        Assert.Equal("ngày làm việc thứ 1: Làm bù cho ngày 31/8", line.Sentence.Vi);
    }

    [Fact]
    public void Receipt_after_15h_is_named()
    {
        var lines = Explain(Facts("2026-11-20 15:20", Term.SameDay), "2026-11-20 15:20").Lines;

        Assert.Equal([DayVerdict.AfterHours, DayVerdict.Weekend, DayVerdict.Counted], lines.Select(line => line.Verdict));
        Assert.Contains("15 giờ", lines[0].Sentence.Vi, StringComparison.Ordinal);
    }

    [Fact]
    public void The_bonus_of_a_difficult_commune_and_a_proposed_calendar_are_named()
    {
        var text = Explain(Facts("2026-11-20 09:00", Term.WorkingDays(20, localityBonus: 10), difficult: true), "2026-11-20 09:00").In(Language.Vi);

        Assert.Contains("30 ngày làm việc (20 ngày và 10 ngày cộng thêm cho xã miền núi, khó khăn)", text, StringComparison.Ordinal);
        Assert.Contains("Ngày hẹn là dự kiến", text, StringComparison.Ordinal);
        Assert.Contains("17:00 thứ Ba 05/01/2027", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pause_shows_its_reason_and_ground_and_the_first_promise() => Assert.Equal(
        """
        Tiếp nhận: 09:00 thứ Hai 16/11/2026.
        Thời hạn giải quyết: 5 ngày làm việc.
        - 16/11: ngày tiếp nhận, không tính
        - 17/11: tính 3 giờ, phần còn lại tạm dừng tính thời hạn: Thiếu giấy chứng sinh (Nghị định 118/2025/NĐ-CP)
        - 18/11: tạm dừng tính thời hạn: Thiếu giấy chứng sinh (Nghị định 118/2025/NĐ-CP)
        - 19/11: tính 3 giờ 30 phút, phần còn lại tạm dừng tính thời hạn: Thiếu giấy chứng sinh (Nghị định 118/2025/NĐ-CP)
        - 20/11: ngày làm việc thứ 1
        - 21–22/11: cuối tuần, không tính
        - 23/11: ngày làm việc thứ 2
        - 24/11: Ngày Văn hóa Việt Nam, không tính (Nghị quyết 28/2026/QH16, từ 01/7/2026)
        - 25–26/11: ngày làm việc thứ 3–4
        - 27/11: tính 1 giờ 30 phút
        Hạn trả kết quả: 08:30 thứ Sáu 27/11/2026.
        Ngày hẹn đầu tiên là 17:00 thứ Hai 23/11/2026; thời gian tạm dừng không tính vào thời hạn.
        Lịch làm việc áp dụng: 2026.1.
        """,
        Explain(Paused(Facts("2026-11-16 09:00", Term.WorkingDays(5)), "2026-11-17 10:00", "2026-11-19 13:30"), "2026-11-20 09:00").In(Language.Vi));

    [Fact]
    public void While_the_clock_stands_the_time_left_is_told_instead_of_a_date()
    {
        var facts = Facts("2026-11-16 09:00", Term.WorkingDays(5)) with { Pauses = [APause("2026-11-17 10:00", null)] };

        var explanation = Explain(facts, "2026-11-19 09:00");

        Assert.Null(explanation.DueAt);
        Assert.Equal((4 * 8 * 60) + (5 * 60), explanation.Left);
        Assert.Contains("Đang tạm dừng tính thời hạn; còn 4 ngày làm việc 5 giờ khi tính tiếp.", explanation.In(Language.Vi), StringComparison.Ordinal);
        Assert.Equal(Given.Day("2026-11-19"), explanation.Lines[^1].To);
    }

    [Fact]
    public void A_day_with_two_causes_names_both()
    {
        var facts = Paused(Facts("2026-11-16 09:00", Term.WorkingDays(5)), "2026-11-17 10:00", "2026-11-18 08:00");
        var posting = APause("2026-11-18 08:00", "2026-11-20 00:00") with
        {
            Kind = PauseKind.PublicPosting,
            Reason = "Niêm yết",
            LegalGround = "Nghị định 151/2025/NĐ-CP"
        };
        facts = facts with { Deadline = DeadlineClock.Resume(facts.Deadline, posting, facts.Term, Given.Office), Pauses = [.. facts.Pauses, posting] };

        var line = Explain(facts, "2026-11-23 09:00").Lines.Single(line => line.From <= Given.Day("2026-11-18") && Given.Day("2026-11-18") <= line.To);

        Assert.Equal("tạm dừng tính thời hạn: Thiếu giấy chứng sinh; Niêm yết", line.Sentence.Vi);
        Assert.Equal("Nghị định 118/2025/NĐ-CP; Nghị định 151/2025/NĐ-CP", line.Source);
    }

    [Fact]
    public void A_posting_beyond_the_procedure_moves_the_end_and_is_told_apart()
    {
        var facts = Facts("2026-11-16 09:00", Term.WorkingDays(5)); // owed on Monday 23
        var posting = APause("2026-11-18 08:00", "2026-11-20 08:00") with { Kind = PauseKind.PublicPosting, Reason = "Niêm yết thêm", Beyond = true };
        facts = facts with { Deadline = DeadlineClock.Resume(facts.Deadline, posting, facts.Term, Given.Office), Pauses = [posting] };

        var explanation = Explain(facts, "2026-11-23 09:00");

        Assert.Equal((Given.At("2026-11-23 17:00"), Given.At("2026-11-26 17:00")), (explanation.OwedAt, explanation.DueAt!.Value));
        Assert.Equal(5 * 8 * 60, explanation.Lines.Sum(line => line.Counted));
        Assert.Contains("không làm thay đổi thời hạn để xét đúng hạn: 17:00 thứ Hai 23/11/2026", explanation.In(Language.Vi), StringComparison.Ordinal);
    }

    [Fact]
    public void An_extension_is_shown_as_what_it_is()
    {
        var facts = Facts("2026-11-16 09:00", Term.WorkingDays(5));
        var extension = new Extension(Given.At("2026-11-27 17:00"), "Chờ kết quả đo đạc", "st-leader", Given.At("2026-11-20 09:00"));
        facts = facts with { Deadline = facts.Deadline with { DueAt = extension.NewDueAt }, Extension = extension };

        var explanation = Explain(facts, "2026-11-20 10:00");

        Assert.Equal(5 * 8 * 60, explanation.Lines.Sum(line => line.Counted));
        Assert.Equal("gia hạn: Chờ kết quả đo đạc", explanation.Lines[^1].Sentence.Vi);
        Assert.Contains("vẫn xét theo 17:00 thứ Hai 23/11/2026", explanation.In(Language.Vi), StringComparison.Ordinal);
    }

    [Fact]
    public void Thirty_calendar_days_that_end_on_a_Saturday_roll_to_Monday()
    {
        var lines = Explain(Facts("2026-10-22 10:00", Term.CalendarDays(30)), "2026-10-22 10:00").Lines;

        Assert.Equal([DayVerdict.Receipt, DayVerdict.Counted, DayVerdict.Rolled], lines.Select(line => line.Verdict));
        Assert.Equal("ngày thứ 1–30", lines[1].Sentence.Vi);
    }

    internal static DeadlineFacts Facts(string received, Term term, bool difficult = false) =>
        new(DeadlineClock.Start(Given.At(received), term, Given.Office, difficult).Value, term, difficult, []);

    internal static DeadlineFacts Paused(DeadlineFacts facts, string from, string to)
    {
        var pause = APause(from, to);
        return facts with
        {
            Deadline = DeadlineClock.Resume(facts.Deadline, pause, facts.Term, Given.Office, facts.DifficultCommune),
            Pauses = [.. facts.Pauses, pause],
        };
    }

    private static Pause APause(string from, string? to) => new(
        PauseKind.Supplement, PausePolicy.Pause, Given.At(from), to is null ? null : Given.At(to), "Thiếu giấy chứng sinh", "Nghị định 118/2025/NĐ-CP");

    private static DeadlineExplanation Explain(DeadlineFacts facts, string now) => DeadlineExplanation.Of(facts, Given.Office, Given.At(now));
}
