using PublicAdmin.Deadlines.Hours;
using PublicAdmin.Platform;

namespace PublicAdmin.Deadlines.Explanation;

/// <summary>What bears on a date besides the counting of days.</summary>
internal static class ExplanationNotes
{
    public static IEnumerable<Text> Of(DeadlineFacts facts, WorkingTime time, bool isStanding)
    {
        var deadline = facts.Deadline;
        if (facts.Case is { } its)
        {
            yield return new($"Thời hạn theo trường hợp: {its.Vi}.", $"The term is that of the case: {its.En}.");
        }

        if (facts.Verification is { } verification)
        {
            var (at, promised) = (DeadlineWords.Moment(verification.At), DeadlineWords.Moment(deadline.PromisedAt));
            yield return new(
                $"Phải xác minh ({verification.Reason}), ghi nhận lúc {at.Vi}, nên áp dụng thời hạn dài hơn của thủ tục. Ngày hẹn đầu tiên là {promised.Vi}.",
                $"Something must be verified ({verification.Reason}), recorded on {at.En}, so the procedure's longer term counts. First promised for "
                    + $"{promised.En}.");
        }

        if (facts.Pauses.Count > 0)
        {
            var first = DeadlineWords.Moment(deadline.PromisedAt);
            yield return new(
                $"Ngày hẹn đầu tiên là {first.Vi}; thời gian tạm dừng không tính vào thời hạn.",
                $"First promised for {first.En}; the time the clock stood still is not part of the term.");
        }

        if (isStanding)
        {
            var pause = facts.OpenPause!;
            var (since, cause) = (DeadlineWords.Moment(pause.From), DeadlineWords.Cause(pause.Kind));
            yield return new($"Tạm dừng tính thời hạn từ {since.Vi}: {cause.Vi}.", $"The clock stands still since {since.En}: {cause.En}.");
        }

        foreach (var beyond in facts.Pauses.Where(pause => pause.Beyond))
        {
            var owed = DeadlineWords.Moment(deadline.OwedAt);
            yield return new(
                $"Niêm yết thêm ngoài quy định của thủ tục ({beyond.Reason}) không làm thay đổi thời hạn để xét đúng hạn: {owed.Vi}.",
                $"A posting beyond what the procedure provides ({beyond.Reason}) does not move what lateness is judged on: {owed.En}.");
        }

        if (facts.Extension is { } extension)
        {
            var owed = DeadlineWords.Moment(deadline.OwedAt);
            yield return extension.Lawful
                ? new($"Đã gia hạn một lần trong số ngày thủ tục cho phép; đúng hạn hay quá hạn xét theo {owed.Vi}.",
                    $"Extended once, within the days the procedure provides; whether it is on time is judged by {owed.En}.")
                : new($"Đã gia hạn một lần. Đúng hạn hay quá hạn vẫn xét theo {owed.Vi}.",
                    $"Extended once. Whether it is on time is still judged by {owed.En}.");
        }

        if (time.Calendar.IsProvisional(WorkingTime.DayOf(deadline.ReceivedAt), WorkingTime.DayOf(deadline.DueAt)))
        {
            yield return new(
                "Ngày hẹn là dự kiến: thời hạn kéo sang năm chưa có lịch nghỉ chính thức. Nếu phải lùi ngày hẹn, cơ quan sẽ thông báo trước.",
                "The date is provisional: the term reaches into a year whose holidays are not decided yet. Should it have to move later, the agency will say "
                    + "so beforehand.");
        }

        yield return new($"Lịch làm việc áp dụng: {deadline.CalendarVersion}.", $"Office calendar used: {deadline.CalendarVersion}.");
    }
}
