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
        Assert.Contains("chỉ là dự kiến", text.Replace("mới là", "chỉ là", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("17:00 thứ Ba 05/01/2027", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pause_shows_its_reason_and_ground_and_the_first_promise() => Assert.Equal(
        """
        Tiếp nhận: 09:00 thứ Hai 16/11/2026.
        Thời hạn giải quyết: 5 ngày làm việc.
        - 16/11: ngày tiếp nhận, không tính
        - 17/11: tính 3 giờ, phần còn lại đồng hồ dừng: Thiếu giấy chứng sinh (Nghị định 118/2025/NĐ-CP)
        - 18/11: đồng hồ dừng, không tính: Thiếu giấy chứng sinh (Nghị định 118/2025/NĐ-CP)
        - 19/11: tính 3 giờ 30 phút, phần còn lại đồng hồ dừng: Thiếu giấy chứng sinh (Nghị định 118/2025/NĐ-CP)
        - 20/11: ngày làm việc thứ 1
        - 21–22/11: cuối tuần, không tính
        - 23/11: ngày làm việc thứ 2
        - 24/11: Ngày Văn hóa Việt Nam, không tính (Nghị quyết 28/2026/QH16, từ 01/7/2026)
        - 25–26/11: ngày làm việc thứ 3–4
        - 27/11: tính 1 giờ 30 phút
        Hạn trả kết quả: 08:30 thứ Sáu 27/11/2026.
        Ngày hẹn đầu tiên là 17:00 thứ Hai 23/11/2026; thời gian đồng hồ dừng không tính vào thời hạn.
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
        Assert.Contains("Đồng hồ đang dừng; còn 4 ngày làm việc 5 giờ khi tính tiếp.", explanation.In(Language.Vi), StringComparison.Ordinal);
        Assert.Equal(Given.Day("2026-11-19"), explanation.Lines[^1].To);
    }

    [Fact]
    public void An_extension_is_shown_as_what_it_is()
    {
        var facts = Facts("2026-11-16 09:00", Term.WorkingDays(5));
        var extension = new Extension(Given.At("2026-11-27 17:00"), "Chờ kết quả đo đạc", "st-leader", Given.At("2026-11-20 09:00"));
        facts = facts with { Deadline = facts.Deadline with { DueAt = extension.NewDueAt }, Extension = extension };

        var explanation = Explain(facts, "2026-11-20 10:00");

        Assert.Equal(5, explanation.CountedWorkingDays);
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
            Deadline = DeadlineClock.Resume(facts.Deadline, pause, facts.Term, Given.Office, facts.DifficultCommune).Value,
            Pauses = [.. facts.Pauses, pause],
        };
    }

    private static Pause APause(string from, string? to) => new(
        PauseKind.Supplement, PausePolicy.Pause, Given.At(from), to is null ? null : Given.At(to), "Thiếu giấy chứng sinh", "Nghị định 118/2025/NĐ-CP");

    private static DeadlineExplanation Explain(DeadlineFacts facts, string now) => DeadlineExplanation.Of(facts, Given.Office, Given.At(now));
}
