using PublicAdmin.Deadlines.Hours;
using PublicAdmin.Platform;
using PublicAdmin.Procedures;

namespace PublicAdmin.Deadlines.Explanation;

/// <summary>Some days in a row that were counted alike.</summary>
/// <param name="Counted">Working minutes counted in them; for a term in calendar days, 1,440 a day.</param>
public sealed record ExplainedLine(DateOnly From, DateOnly To, DayVerdict Verdict, int Counted, Text Sentence, string? Source);

/// <summary>
/// Why a date is what it is (giải trình thời hạn): the same words on the receipt, in tracking and for the auditor.
/// </summary>
/// <param name="DueAt">Null while the clock stands still.</param>
/// <param name="Left">Working time left, in minutes; negative never: zero once the end is reached.</param>
/// <param name="Notes">What else bears on the date: a proposed calendar, a date kept although the calendar changed, the extension.</param>
public sealed record DeadlineExplanation(
    DateTimeOffset ReceivedAt,
    DateTimeOffset StartsAt,
    DateTimeOffset PromisedAt,
    DateTimeOffset OwedAt,
    DateTimeOffset? DueAt,
    int Left,
    string CalendarVersion,
    Text Term,
    IReadOnlyList<ExplainedLine> Lines,
    IReadOnlyList<Text> Notes)
{
    /// <param name="time">With the calendar the dossier is pinned to.</param>
    public static DeadlineExplanation Of(DeadlineFacts facts, WorkingTime time, DateTimeOffset now)
    {
        var deadline = facts.Deadline;
        var days = new DayCount(facts, time, now).Days();
        var isStanding = facts.OpenPause is { } open && open.From < deadline.DueAt;
        return new(
            deadline.ReceivedAt, deadline.StartsAt, deadline.PromisedAt, deadline.OwedAt,
            isStanding ? null : deadline.DueAt,
            (int)DeadlineClock.Remaining(isStanding ? facts.OpenPause!.From : now, deadline.StartsAt, deadline.DueAt, time).TotalMinutes,
            deadline.CalendarVersion,
            TermWords.Of(facts.Term, facts.DifficultCommune),
            ExplanationLines.Of(days, facts.Term.Unit),
            [.. ExplanationNotes.Of(facts, time, isStanding)]);
    }

    /// <summary>The whole explanation as plain text of a few lines.</summary>
    public string In(Language language)
    {
        var vi = language is Language.Vi;
        var lines = Lines.Select(line => (line, Source: string.IsNullOrEmpty(line.Source) ? "" : $" ({line.Source})"))
            .Select(one => $"- {DeadlineWords.Days(one.line.From, one.line.To).In(language)}: {one.line.Sentence.In(language)}{one.Source}");
        return string.Join('\n', Enumerable.Concat(
            [
                vi ? $"Tiếp nhận: {DeadlineWords.Moment(ReceivedAt).Vi}." : $"Received: {DeadlineWords.Moment(ReceivedAt).En}.",
                vi ? $"Thời hạn giải quyết: {Term.Vi}." : $"Term: {Term.En}.",
                .. lines,
                End(vi),
            ],
            Notes.Select(note => note.In(language))));
    }

    private string End(bool vi)
    {
        if (DueAt is { } due)
        {
            return vi ? $"Hạn trả kết quả: {DeadlineWords.Moment(due).Vi}." : $"Due: {DeadlineWords.Moment(due).En}.";
        }

        var left = DeadlineWords.Span(TimeSpan.FromMinutes(Left));
        return vi ? $"Đang tạm dừng tính thời hạn; còn {left.Vi} khi tính tiếp." : $"The clock stands still; {left.En} will be left when it goes on.";
    }
}
