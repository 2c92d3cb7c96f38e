using PublicAdmin.Platform.Reference;

namespace PublicAdmin.Procedures;

/// <summary>
/// How far an extension (gia hạn) may go from a day on. No decree that was at hand sets a bound, so it is data with its source and certainty:
/// never longer than the term itself, unless the procedure provides for an agreement in writing.
/// </summary>
/// <param name="ValidFrom">The first day.</param>
/// <param name="TimesTheTerm">The longest extension as a share of the term, in working days.</param>
/// <param name="LeastWorkingDays">What may always be granted, for terms of a day or less.</param>
/// <param name="AgreedWorkingDays">The longest extension agreed with the applicant in writing.</param>
public sealed record ExtensionRule(
    DateOnly ValidFrom, decimal TimesTheTerm, int LeastWorkingDays, int AgreedWorkingDays, string Source, Certainty Certainty)
{
    /// <summary>In working days.</summary>
    public int MostFor(Term term) => Math.Max(LeastWorkingDays, (int)(TimesTheTerm * DaysOf(term)));

    private static int DaysOf(Term term) => term.Unit switch
    {
        TermUnit.WorkingDays => term.Value,
        TermUnit.CalendarDays => term.Value * 5 / 7,
        TermUnit.HalfWorkingDays => term.Value / 2,
        TermUnit.WorkingHours => term.Value / 8,
        _ => 0,
    };
}

/// <summary>The rules by day.</summary>
public static class ExtensionRules
{
    private static readonly ExtensionRule[] All = Resources.Json<ExtensionRule[]>("Procedures.extension-rules.json");

    public static ExtensionRule On(DateOnly day) => All.Where(rule => rule.ValidFrom <= day).MaxBy(rule => rule.ValidFrom) ?? All[0];
}
