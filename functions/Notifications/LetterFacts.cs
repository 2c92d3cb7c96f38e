using System.Globalization;
using PublicAdmin.Deadlines;
using PublicAdmin.Deadlines.Calendar;
using PublicAdmin.Deadlines.Escalation;
using PublicAdmin.Deadlines.Explanation;
using PublicAdmin.Deadlines.Hours;
using PublicAdmin.Dossiers;
using PublicAdmin.Offices;
using PublicAdmin.Platform;
using PublicAdmin.Procedures;

namespace PublicAdmin.Notifications;

/// <summary>What fills the places of a letter about a dossier, in one language.</summary>
public sealed class LetterFacts(DossierTerms terms, ProcedureCatalogue procedures, OfficeDirectory offices, LadderBook ladders, TimeProvider clock)
{
    public IReadOnlyDictionary<string, string> Of(Dossier dossier, DossierEvent e, Language language)
    {
        var facts = Common(dossier, language);
        foreach (var (place, value) in Special(dossier, e, language))
        {
            facts[place] = value;
        }

        return facts;
    }

    /// <summary>What a letter about a changed calendar says.</summary>
    public IReadOnlyDictionary<string, string> OfCalendar(Dossier dossier, ImpactLine line, Language language)
    {
        var facts = Common(dossier, language);
        facts["ready"] = DeadlineWords.Moment(line.ReadyBy).In(language);
        facts["holiday"] = terms.TimeOf(dossier).Calendar.EntryOf(WorkingTime.DayOf(line.PromisedAt)) is { } entry ? $"{entry.Name.In(language)} ({entry.Source})" : "";
        return facts;
    }

    public string OfficeName(string code, Language language) => offices.Find(code, clock.Today())?.Name.In(language) ?? code;

    private Dictionary<string, string> Common(Dossier dossier, Language language)
    {
        var procedure = procedures.Find(dossier.Procedure.Code, dossier.Procedure.Version) ?? procedures.Find(dossier.Procedure.Code, clock.Today());
        return new Dictionary<string, string>
        {
            ["code"] = dossier.Code.ToString(),
            ["applicant"] = dossier.Applicant.Name,
            ["office"] = OfficeName(dossier.Places.Competent ?? dossier.Places.Receipt, language),
            ["procedure"] = procedure?.Name.In(language) ?? dossier.Procedure.Code,
            ["due"] = dossier.Deadline is { } deadline ? DeadlineWords.Moment(deadline.DueAt).In(language) : "",
            ["promised"] = dossier.Deadline is { } first ? DeadlineWords.Moment(first.PromisedAt).In(language) : "",
        };
    }

    private IEnumerable<(string Place, string Value)> Special(Dossier dossier, DossierEvent e, Language language) => e switch
    {
        Accepted => [("explanation", DeadlineExplanation.Of(terms.FactsOf(dossier)!, terms.PinnedTimeOf(dossier), clock.Now()).In(language))],
        SupplementRequested asked => [("items", Items(asked.Request)), ("contact", asked.Request.Contact)],
        NotAccepted refused => [("reason", Unended(refused.Reason))],
        Stopped stopped => [("reason", Unended(stopped.Reason))],
        Extended extended => [("reason", Unended(extended.Extension.Reason)), ("due", DeadlineWords.Moment(extended.Deadline.DueAt).In(language))],
        VerificationNeeded verify =>
            [("reason", Unended(verify.Verification.Reason)), ("due", DeadlineWords.Moment(verify.Deadline.DueAt).In(language)), ("promised", DeadlineWords.Moment(verify.Deadline.PromisedAt).In(language))],
        Apologised sorry => [("reason", Unended(sorry.Reason)), ("expected", sorry.ExpectedOn.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture))],
        Escalated escalated => [("rung", RungOf(dossier, escalated).Name.In(language)), ("limit", Limit(dossier, escalated, language)), ("task", Task(dossier, escalated, language))],
        _ => [],
    };

    public Rung RungOf(Dossier dossier, Escalated escalated) => ladders.RungOf(dossier, escalated.Rung);

    // The letter ends the sentence itself.
    private static string Unended(string sentence) => sentence.TrimEnd('.', ' ');

    private static string Items(SupplementRequest request) => string.Join('\n', request.Items.Select(item =>
        $"- {item.What}: {item.Reason}{(item.Ground is null ? "" : $" ({item.Ground})")}"));

    // Before a dossier is accepted it has no end; then it is the decision about it that is owed.
    private string Limit(Dossier dossier, Escalated escalated, Language language)
    {
        var isIntake = escalated.Rung == EscalationLadder.Intake.Code || dossier.Deadline is null;
        var moment = DeadlineWords.Moment(isIntake ? terms.DecideBy(dossier) : dossier.Deadline!.DueAt);
        return (isIntake, language) switch
        {
            (true, Language.Vi) => $"Hạn quyết định tiếp nhận: {moment.Vi}",
            (true, _) => $"To be decided on by {moment.En}",
            (_, Language.Vi) => $"Hạn trả kết quả: {moment.Vi}",
            _ => $"Due: {moment.En}",
        };
    }

    private static string Task(Dossier dossier, Escalated escalated, Language language) => (escalated.DraftsApology, language) switch
    {
        (false, _) => "",
        (_, Language.Vi) => $"Thư xin lỗi (Mẫu 04) đã được soạn: thủ trưởng ghi lý do và ngày hẹn mới (gia hạn một lần), hoặc trả kết quả đúng hạn. Dự thảo: /api/dossiers/{dossier.Code}/apology.",
        _ => $"The apology (form 04) is drafted: the head states the reason and a new day (one extension), or the result is given in time. The draft: /api/dossiers/{dossier.Code}/apology.",
    };
}
