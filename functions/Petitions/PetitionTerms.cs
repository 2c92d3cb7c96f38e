using PublicAdmin.Deadlines.Calendar;
using PublicAdmin.Platform.Reference;

namespace PublicAdmin.Petitions;

/// <summary>Within what time a petition is answered, as data: the days were read from third parties and may change.</summary>
/// <param name="Source">Where they were read, and how sure they are.</param>
/// <param name="AnswerDays">Working days to answer, counted from the day after it came.</param>
/// <param name="RefuseDays">Working days to refuse it.</param>
/// <param name="AskDays">Working days to ask the petitioner what is not clear.</param>
/// <param name="WarnDaysBefore">So many working days before the last day the office is warned.</param>
/// <param name="RuleOffice">The office that takes petitions about a rule (cơ quan đầu mối).</param>
public sealed record PetitionTerms(
    string Code, DateOnly ValidFrom, string Source, int AnswerDays, int RefuseDays, int AskDays, int WarnDaysBefore, string RuleOffice,
    DateOnly? ValidTo = null)
    : IEffective
{
    private static readonly Timelines<PetitionTerms> All = new(Resources.Json<PetitionTerms[]>("Petitions.petition-terms.json"));

    public static PetitionTerms On(DateOnly day) => All.All(day)[^1];

    /// <summary>The last day to answer what came on a day.</summary>
    public DateOnly AnswerBy(DateOnly filed, OfficeCalendar calendar) => calendar.AddWorkingDays(filed, AnswerDays);

    /// <summary>The last day to refuse it.</summary>
    public DateOnly RefuseBy(DateOnly filed, OfficeCalendar calendar) => calendar.AddWorkingDays(filed, RefuseDays);

    /// <summary>The last day to ask back.</summary>
    public DateOnly AskBy(DateOnly filed, OfficeCalendar calendar) => calendar.AddWorkingDays(filed, AskDays);
}
