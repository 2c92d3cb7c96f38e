using PublicAdmin.Dossiers;
using PublicAdmin.Platform;

namespace PublicAdmin.Deadlines.Explanation;

/// <summary>An explained deadline in the caller's language.</summary>
/// <param name="PromisedAt">What the receipt says; never moves.</param>
/// <param name="OwedAt">The promise moved by the time the law stops the clock: lateness is judged on it.</param>
/// <param name="DueAt">The end as it stands now; absent while the clock stands still.</param>
/// <param name="MinutesLeft">Working minutes left.</param>
/// <param name="Provisional">The date reaches into a year whose holidays are only proposed, or follow from the law alone.</param>
/// <param name="Text">All of it as plain text, as on the receipt.</param>
public sealed record DeadlineView(
    DossierCode Code,
    DateTimeOffset ReceivedAt,
    DateTimeOffset StartsAt,
    DateTimeOffset PromisedAt,
    DateTimeOffset OwedAt,
    DateTimeOffset? DueAt,
    int MinutesLeft,
    string CalendarVersion,
    bool Provisional,
    string Term,
    IReadOnlyList<DeadlineLine> Lines,
    IReadOnlyList<string> Notes,
    string Text)
{
    public static DeadlineView Of(DossierCode code, DeadlineExplanation why, Language language) => new(
        code, why.ReceivedAt.Here(), why.StartsAt.Here(), why.PromisedAt.Here(), why.OwedAt.Here(), why.DueAt?.Here(), why.Left, why.CalendarVersion,
        why.CalendarVersion.Contains('p', StringComparison.Ordinal),
        why.Term.In(language),
        [.. why.Lines.Select(line => new DeadlineLine(line.From, line.To, line.Verdict, line.Counted, line.Sentence.In(language), line.Source))],
        [.. why.Notes.Select(note => note.In(language))],
        why.In(language));
}

/// <summary>Days in a row that were counted alike.</summary>
/// <param name="MinutesCounted">Working minutes; for a term in calendar days, 1,440 a day.</param>
public sealed record DeadlineLine(DateOnly From, DateOnly To, DayVerdict Verdict, int MinutesCounted, string Sentence, string? Source);
