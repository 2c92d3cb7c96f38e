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
public sealed class LetterFacts(
    DossierTerms terms, ProcedureCatalogue procedures, OfficeDirectory offices, LadderBook ladders, TrackingPages pages, TimeProvider clock)
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
        facts["holiday"] = terms.TimeOf(dossier).Calendar.EntryOf(WorkingTime.DayOf(line.PromisedAt)) is { } entry
            ? $"{entry.Name.In(language)} ({entry.Source})" : "";
        return facts;
    }

    private static readonly Text LookUpWaits = new(
        "Người này đề nghị tra cứu dữ liệu về chủ hồ sơ; việc tra cứu chờ trả lời.",
        "This person asks for a look-up of data about the applicant; it waits for the answer.");

    private static readonly Text NoLookUp = new("Chưa có dữ liệu nào được tra cứu.", "No data has been looked up.");

    public string OfficeName(string code, Language language) => offices.Find(code, clock.Today())?.Name.In(language) ?? code;

    private Dictionary<string, string> Common(Dossier dossier, Language language)
    {
        var procedure = procedures.Find(dossier.Procedure.Code, dossier.Procedure.Version) ?? procedures.Find(dossier.Procedure.Code, clock.Today());
        return new Dictionary<string, string>
        {
            ["code"] = dossier.Code.ToString(),
            ["to"] = dossier.Applicant.Kind is ApplicantKind.Person && language is Language.Vi ? $"Ông (Bà) {dossier.Applicant.Name}" : dossier.Applicant.Name,
            ["you"] = language is not Language.Vi ? "you" : dossier.Applicant.Kind is ApplicantKind.Organisation ? "quý tổ chức" : "ông/bà",
            ["page"] = pages.PageOf(dossier.Code),
            ["mine"] = pages.AccountPage,
            ["desk"] = OfficeName(dossier.Places.Receipt, language),
            ["way"] = WayOf(dossier.ReturnWay).In(language),
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
        NotAccepted refused => [("reason", Unended(refused.Reason)), ("ground", Unended(refused.Ground))],
        Stopped stopped => [("reason", Unended(stopped.Reason)), ("ground", Unended(stopped.Ground))],
        Submitted { Filing.Proxy: { } proxy } =>
            [("proxy", proxy.Name), ("authority", Unended(proxy.Authority)), ("waits", (dossier.LookUpAsked ? LookUpWaits : NoLookUp).In(language))],
        RecordsRead read =>
            [("registers", string.Join(", ", read.Papers.Select(paper => paper.Name).Distinct())),
                ("consent", ConsentWords.Of(dossier.LookUpConsent!).In(language))],
        Submitted => [("decided", DeadlineWords.Moment(terms.DecideBy(dossier)).In(language))],
        AnswersCorrected corrected => [("reason", Unended(corrected.Reason))],
        ResultRevoked revoked => [("reason", Unended(revoked.Reason)), ("revocation", dossier.Revocation!.Sentence.In(language))],
        FeeAssessed => [("items", FeeItems(dossier, language)), ("amount", Money(Left(dossier), language))],
        Suspended or PostingBegun => OfPause(e, language),
        CaseEvent part => PartFacts.Of(dossier, part, language),
        Extended extended => [("reason", Unended(extended.Extension.Reason)), ("due", DeadlineWords.Moment(extended.Deadline.DueAt).In(language))],
        VerificationNeeded verify =>
            [("reason", Unended(verify.Verification.Reason)), ("due", DeadlineWords.Moment(verify.Deadline.DueAt).In(language)),
                ("promised", DeadlineWords.Moment(verify.Deadline.PromisedAt).In(language))],
        Apologised sorry => [("reason", Unended(sorry.Reason)), ("expected", sorry.ExpectedOn.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture))],
        Escalated escalated =>
            [("rung", RungOf(dossier, escalated).Name.In(language)), ("limit", Limit(dossier, escalated, language)),
                ("task", Task(dossier, escalated, language))],
        _ => [],
    };

    private static IEnumerable<(string Place, string Value)> OfPause(DossierEvent e, Language language) => e switch
    {
        Suspended duty => [("reason", Unended(duty.Pause.Reason)), ("ground", Unended(duty.Pause.LegalGround)), ("amount", Money(duty.Amount, language))],
        PostingBegun posting =>
            [("ground", Unended(posting.Pause.LegalGround)), ("until", posting.Pause.Until is { } end ? DeadlineWords.Moment(end).In(language) : "")],
        _ => [],
    };

    private static string FeeItems(Dossier dossier, Language language) =>
        string.Join('\n', dossier.Fees.Items.Select(item => $"- {item.Name.In(language)}: {Money(item.Amount, language)}"));

    private static long? Left(Dossier dossier) => dossier.Fees.Total is { } total ? Math.Max(0, total - dossier.Fees.Paid) : null;

    private static string Money(long? amount, Language language) => amount is { } known
        ? string.Create(CultureInfo.GetCultureInfo("vi-VN"), $"{known:N0} đồng")
        : language is Language.Vi ? "theo thông báo của cơ quan thuế hoặc cơ quan có thẩm quyền" : "as the competent authority notifies";

    private static Text WayOf(ReturnWay way) => way switch
    {
        ReturnWay.Electronic => new("bản điện tử trên Cổng Dịch vụ công quốc gia, VNeID", "electronically, on the National Public Service Portal and VNeID"),
        ReturnWay.Post => new("qua dịch vụ bưu chính công ích", "by the public postal service"),
        _ => new("tại bộ phận một cửa", "at the one-stop desk"),
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

    private string Task(Dossier dossier, Escalated escalated, Language language) => (escalated.DraftsApology, language) switch
    {
        (false, _) => "",
        (_, Language.Vi) =>
            $"Thư xin lỗi (Mẫu 04) đã được soạn: thủ trưởng ghi lý do và ngày hẹn mới (gia hạn một lần), hoặc trả kết quả đúng hạn. Dự thảo ở trang hồ sơ: "
                + $"{pages.PageOf(dossier.Code)}",
        _ => $"The apology (form 04) is drafted: the head states the reason and a new day (one extension), or the result is given in time. The draft is on "
            + $"the dossier's page: {pages.PageOf(dossier.Code)}",
    };
}
