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
                $"Something must be verified ({verification.Reason}), recorded on {at.En}, so the procedure's longer term counts. First promised for {promised.En}.");
        }

        if (facts.Pauses.Count > 0)
        {
            var first = DeadlineWords.Moment(deadline.PromisedAt);
            yield return new($"Ngày hẹn đầu tiên là {first.Vi}; thời gian đồng hồ dừng không tính vào thời hạn.", $"First promised for {first.En}; the time the clock stood still is not part of the term.");
        }

        if (isStanding)
        {
            var pause = facts.OpenPause!;
            var (since, cause) = (DeadlineWords.Moment(pause.From), DeadlineWords.Cause(pause.Kind));
            yield return new($"Đồng hồ dừng từ {since.Vi}: {cause.Vi}.", $"The clock stands still since {since.En}: {cause.En}.");
        }

        if (facts.Extension is not null)
        {
            var owed = DeadlineWords.Moment(deadline.OwedAt);
            yield return new(
                $"Đã gia hạn một lần. Đúng hạn hay quá hạn vẫn xét theo {owed.Vi}.", $"Extended once. Whether it is on time is still judged by {owed.En}.");
        }

        if (time.Calendar.Years.Any(plan => plan.Provisional && deadline.ReceivedAt.Here().Year <= plan.Year && plan.Year <= deadline.DueAt.Here().Year))
        {
            yield return new("Thời hạn kéo sang năm có lịch nghỉ mới là dự kiến; khi có lịch chính thức, ngày hẹn không bị lùi lại mà không báo.", "The term reaches into a year whose holidays are only proposed; the official calendar will not move the date later without notice.");
        }

        yield return new($"Lịch làm việc áp dụng: {deadline.CalendarVersion}.", $"Office calendar used: {deadline.CalendarVersion}.");
    }
}
