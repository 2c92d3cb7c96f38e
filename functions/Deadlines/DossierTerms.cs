using PublicAdmin.Deadlines.Calendar;
using PublicAdmin.Deadlines.Explanation;
using PublicAdmin.Deadlines.Hours;
using PublicAdmin.Dossiers;
using PublicAdmin.Identity;
using PublicAdmin.Offices;
using PublicAdmin.Platform;
using PublicAdmin.Procedures;

namespace PublicAdmin.Deadlines;

/// <summary>What a dossier's own data say about its clock: the term it pinned, the hours of its agency, the calendar it was counted with.</summary>
public sealed class DossierTerms(ProcedureCatalogue procedures, OfficeDirectory offices, CalendarBook calendar)
{
    /// <summary>Working time of the agency that owes the result, by today's calendar: what a running clock is moved with.</summary>
    public WorkingTime TimeOf(Dossier dossier) => TimeOf(dossier, calendar.Current);

    /// <summary>The same by a calendar that may not hold yet.</summary>
    public static WorkingTime TimeOf(Dossier dossier, OfficeTimes times) => times.Of(AgencyOf(dossier));

    /// <summary>The same by the calendar the promise was counted with: what the promise is explained with.</summary>
    public WorkingTime PinnedTimeOf(Dossier dossier) =>
        (dossier.Deadline is { } deadline ? calendar.AsOf(deadline.CalendarVersion, deadline.ReceivedAt) : calendar.Current).Of(AgencyOf(dossier));

    /// <summary>
    /// Until when the receiving desk must accept, refuse or ask for a supplement: counted from filing, and anew from what the citizen supplied.
    /// </summary>
    public DateTimeOffset DecideBy(Dossier dossier)
    {
        var since = dossier.Milestones.LastOrDefault(milestone => milestone.Phase is Phase.Registered)?.At ?? dossier.SubmittedAt;
        return IntakeClock.DecisionDue(since, dossier.Channel is Channel.Online, TimeOf(dossier));
    }

    /// <summary>Null before acceptance, when no clock runs.</summary>
    public DeadlineFacts? FactsOf(Dossier dossier) => dossier.Deadline is { } deadline
        ? new DeadlineFacts(
            deadline, TermOf(dossier), IsDifficult(dossier, deadline.ReceivedAt), [.. dossier.Pauses.Select(pause => pause.ToMinutes())], dossier.Extension,
            dossier.Verification, CaseOf(dossier))
        : null;

    /// <summary>Thời gian giải quyết theo quy định, in words, as the promise was counted: what the receipt says for ever.</summary>
    public Text PromisedTerm(Dossier dossier) => TermWords.Of(TermsOf(dossier).AtReceipt(dossier), IsDifficult(dossier, dossier.Deadline!.ReceivedAt));

    /// <summary>What the term would give in another working time, had the dossier been received as it was.</summary>
    public DateTimeOffset Recount(Dossier dossier, WorkingTime time)
    {
        var deadline = dossier.Deadline!;
        return DeadlineClock.Start(
            deadline.ReceivedAt, TermsOf(dossier).AtReceipt(dossier), time, IsDifficult(dossier, deadline.ReceivedAt),
            agreedAt: deadline.PromisedAt).Value.PromisedAt;
    }

    /// <summary>The deadline once the open pause ends.</summary>
    public Deadline Resume(Dossier dossier, DateTimeOffset at) => DeadlineClock.Resume(
        dossier.Deadline!, dossier.OpenPause! with { To = at }, TermOf(dossier), TimeOf(dossier), IsDifficult(dossier, dossier.Deadline!.ReceivedAt));

    /// <summary>The deadline once something must be verified, where the procedure has a longer term for that and the time is not over.</summary>
    public Result<Deadline> Verified(Dossier dossier, DateTimeOffset now)
    {
        if (TermsOf(dossier).Verified is not { } longer)
        {
            return DeadlineRefusals.NoLongerTerm.With(dossier.Procedure.Code);
        }

        return dossier.OpenPause is not null ? DossierRefusals.ClockStands.With(dossier.Code)
            : now > dossier.Deadline!.DueAt
            ? DeadlineRefusals.VerificationTooLate.With(dossier.Code)
            : DeadlineClock.Lengthen(dossier.Deadline, dossier.Pauses, longer, TimeOf(dossier), IsDifficult(dossier, dossier.Deadline.ReceivedAt));
    }

    /// <summary>What the clock has against an act by somebody in a role, whatever is said with it; null when it has nothing.</summary>
    public Refusal? Objection(Dossier dossier, Act act, Role role, DateTimeOffset now) => act switch
    {
        Act.Verify => Verified(dossier, now).Refusal,
        Act.Extend => DeadlineExtension.Unextendable(dossier.Deadline!, dossier.Extension is not null, now),
        Act.Apologise when now <= dossier.Deadline!.DueAt => DeadlineRefusals.NotOverdue.With(dossier.Code),
        Act.RequestSupplement when dossier.SupplementRounds >= 2 && role is not Role.Leader => DossierRefusals.ThirdSupplement.With(dossier.Code),
        Act.Suspend when !VersionOf(dossier).FinancialDuty => DeadlineRefusals.DutyNotProvided.With(dossier.Procedure.Code),
        Act.BeginPosting when PostingDaysOf(dossier) is 0 => DeadlineRefusals.PostingNotProvided.With(dossier.Procedure.Code),
        Act.BeginPosting when dossier.WasPosted() && role is not Role.Leader => DeadlineRefusals.PostedBefore.With(dossier.Code),
        _ => null,
    };

    /// <summary>The same for whoever stamps the act.</summary>
    public Refusal? Objection(Dossier dossier, Act act, Stamp stamp) => Objection(dossier, act, Enum.Parse<Role>(stamp.As), stamp.At);

    /// <summary>Days of public posting the dossier's procedure provides; 0 for none.</summary>
    public int PostingDaysOf(Dossier dossier) => TermsOf(dossier).PublicPostingDays;

    /// <summary>How far the dossier's term may be extended.</summary>
    public ExtensionRoom RoomOf(Dossier dossier, bool agreed, DateOnly today)
    {
        var (terms, rule) = (TermsOf(dossier), ExtensionRules.On(today));
        return agreed && terms.MayExtendWorkingDays > 0
            ? new ExtensionRoom(rule.AgreedWorkingDays, rule.AgreedWorkingDays)
            : new ExtensionRoom(terms.MayExtendWorkingDays, rule.MostFor(terms.Of(dossier)));
    }

    private Term TermOf(Dossier dossier) => TermsOf(dossier).Of(dossier);

    private Text? CaseOf(Dossier dossier) => TermsOf(dossier).Case(dossier.TermCase)?.Name;

    private ProcedureTerm TermsOf(Dossier dossier) => VersionOf(dossier).Term;

    private ProcedureVersion VersionOf(Dossier dossier) => procedures.Find(dossier.Procedure.Code, dossier.Procedure.Version)
        ?? throw new InvalidOperationException($"{dossier.Code} pins {dossier.Procedure}, which the catalogue no longer holds.");

    private bool IsDifficult(Dossier dossier, DateTimeOffset receivedAt) =>
        offices.Find(AgencyOf(dossier), WorkingTime.DayOf(receivedAt)) is { IsDifficult: true };

    private static string AgencyOf(Dossier dossier) => dossier.Places.Competent ?? dossier.Places.Receipt;
}
