namespace PublicAdmin.Dossiers;

/// <summary>Turns events into state. Each arm only moves facts.</summary>
public static class DossierHistory
{
    public static Dossier From(Submitted e) => new(
        e.Code,
        e.Filing.Procedure,
        e.Filing.Channel,
        e.Filing.Applicant,
        e.Filing.Places,
        Phase.Registered, e.Filing.Places.Receipt,
        e.Filing.Filer,
        e.Filing.ReturnWay,
        e.Stamp.At)
    {
        Proxy = e.Filing.Proxy,
        Helper = e.Filing.Helper,
        FilingSystem = e.Filing.System,
        LookUpConsent = e.Filing.Agreed?.LookUp,
        LookUpAsked = e.Filing.Agreed?.LookUpAsked ?? false,
        Authority = e.Filing.Authority,
        Fees = e.Filing.Fees ?? FeeAccount.Empty,
        TermCase = e.Filing.TermCase,
        Representative = e.Filing.Representative,
        Summary = e.Filing.Summary,
        Components = [.. e.Filing.Papers.Select(paper => paper.Component).Distinct()],
        PaperCount = e.Filing.Papers.Count,
        HasForm = e.Filing.FormSha256 is not null,
        Form = e.Filing.Form,
        Linked = e.Filing.Linked,
        Portal = PortalState.Of(e),
        Offices = [e.Filing.Places.Receipt],
        Milestones = [new Milestone(Phase.Registered, e.Stamp.At)],
    };

    public static Dossier Apply(this Dossier dossier, DossierEvent e)
    {
        var next = dossier.Moved(e) with { Portal = dossier.Portal.After(e) };
        return next.Phase == dossier.Phase ? next : next with { Milestones = [.. next.Milestones, new Milestone(next.Phase, e.Stamp.At)] };
    }

    private static Dossier Moved(this Dossier dossier, DossierEvent e) => e switch
    {
        CompetenceFound found => dossier with { Places = dossier.Places with { Competent = found.Competent } },
        Accepted accepted => dossier.HeldBy(dossier.Places.Competent!) with
        {
            Phase = Phase.Received,
            Deadline = accepted.Deadline,
            Procedure = accepted.Procedure,
            HandOver = HandOverState.Given,
            Rungs = [],
        },
        NotAccepted refused => dossier with { Phase = Phase.NotAccepted, Reason = refused.Reason, Fees = dossier.Fees.Waived() },
        SupplementRequested asked => dossier.Paused(Phase.SupplementRequested, asked.Pause).AskedFor(asked.Request),
        Supplemented given => dossier.Continued(given.Deadline, given.Stamp).Given(given.Papers) with
        {
            Asked = null,
            LookUpConsent = given.Agreed?.LookUp ?? dossier.LookUpConsent,
            LookUpAsked = given.Agreed is { LookUp: null } agreed ? agreed.LookUpAsked || dossier.LookUpAsked : dossier.LookUpAsked,
        },
        AuthorityAnswered { Proof: { } proof } => dossier with
        {
            Authority = proof,
            AuthorityDenied = false,
            LookUpConsent = dossier.LookUpAsked ? proof : dossier.LookUpConsent,
            LookUpAsked = false,
        },
        AuthorityAnswered => dossier with { Authority = null, AuthorityDenied = true, LookUpConsent = null, LookUpAsked = false },
        FilesFetched fetched => dossier.Given(fetched.Papers),
        RecordsRead read => dossier.Given(read.Papers) with { NotHeld = [.. dossier.NotHeld.Union(read.NotHeld)] },
        HandOverEvent handed => dossier.InHands(handed),
        Proposed proposed => dossier with { Phase = Phase.Proposed, Proposal = proposed.Proposal },
        SentBack back => dossier with { Phase = Phase.Assigned, Reason = back.Reason },
        Approved approved => dossier with { Phase = Phase.Approved, Approver = approved.Stamp.By, ApprovedAs = approved.Stamp.Signs, Reason = null },
        Issued issued => dossier with { Phase = Phase.Issued, Result = issued.Result, DoneAt = issued.Stamp.At },
        Returned => dossier with { Phase = Phase.Returned },
        Suspended suspended => dossier.Paused(Phase.FinancialDuty, suspended.Pause) with
        {
            Fees = dossier.Fees.Owing(FeeItem.Duty(suspended.Amount)),
            Duty = new DutyNotice(suspended.Pause.Reason, suspended.Pause.LegalGround, suspended.Amount, suspended.Payee, suspended.PayBy),
        },
        Resumed resumed =>
            dossier.Continued(resumed.Deadline, resumed.Stamp) with { Fees = resumed.Proof is { } proof ? dossier.Fees.Settled(proof) : dossier.Fees },
        Stopped stopped => dossier with { Phase = Phase.Stopped, Reason = stopped.Reason },
        Withdrawn { Reason: var why } =>
            dossier with { Phase = Phase.Withdrawn, Reason = why, Fees = dossier.Deadline is null ? dossier.Fees.Waived() : dossier.Fees },
        FormEvent form => dossier with { Form = form.On(dossier.Form!) },
        MoneyEvent money => dossier with { Fees = dossier.Fees.After(money) },
        CaseEvent part => dossier.Followed(part),
        PortalAcknowledged or CorrectionNoted => dossier,
        ResultRevoked revoked => dossier with { Revocation = new Revocation(revoked.Stamp.At, revoked.Reason, revoked.ReplacedBy) },
        TrackingSecretRenewed => dossier with { SecretIssue = dossier.SecretIssue + 1 },
        Escalated escalated => dossier with
        {
            Rungs = [.. dossier.Rungs, escalated.Rung],
            Apology = escalated.DraftsApology && dossier.Apology is ApologyState.None ? ApologyState.Drafted : dossier.Apology,
        },
        Extended extended => dossier with
        {
            Deadline = extended.Deadline,
            Extension = extended.Extension,
            Apology = extended.Extension.Lawful ? dossier.Apology : ApologyState.Sent,
            Rungs = [],
        },
        VerificationNeeded verify => dossier with { Deadline = verify.Deadline, Verification = verify.Verification, Rungs = [] },
        Apologised => dossier with { Apology = ApologyState.Sent },
        PostingBegun { Days: null } posting => dossier with { Pauses = [.. dossier.Pauses, posting.Pause] },
        PostingBegun posting => dossier.Paused(Phase.Posting, posting.Pause),
        PostingEnded posted =>
            dossier.Phase is Phase.Posting ? dossier.Continued(posted.Deadline, posted.Stamp) : dossier.Resumed(posted.Deadline, posted.Stamp),
        _ => throw new ArgumentOutOfRangeException(nameof(e), e.GetType().Name, "The dossier does not know this event."),
    };

    private static Dossier Given(this Dossier dossier, IReadOnlyList<Paper> papers) => dossier with
    {
        PaperCount = dossier.PaperCount + papers.Count,
        Components = [.. dossier.Components.Union(papers.Select(paper => paper.Component))],
    };

    private static Dossier AskedFor(this Dossier dossier, SupplementRequest request) =>
        dossier with { Asked = request, SupplementRounds = dossier.SupplementRounds + 1 };

    internal static Dossier HeldBy(this Dossier dossier, string office) =>
        dossier with { Holding = office, Offices = [.. dossier.Offices.Union([office])] };

    // Before acceptance no clock runs, so there is nothing to pause.
    private static Dossier Paused(this Dossier dossier, Phase phase, Pause pause) => dossier with
    {
        Phase = phase,
        PausedFrom = dossier.Phase,
        Pauses = dossier.Deadline is null ? dossier.Pauses : [.. dossier.Pauses, pause],
    };

    private static Dossier Continued(this Dossier dossier, Deadline? deadline, Stamp stamp) =>
        dossier.Resumed(deadline, stamp) with { Phase = dossier.PausedFrom!.Value, PausedFrom = null };

    private static Dossier Resumed(this Dossier dossier, Deadline? deadline, Stamp stamp) => dossier with
    {
        Pauses = [.. dossier.Pauses.Select(pause => pause.To is null ? pause with { To = stamp.At } : pause)],
        Deadline = deadline ?? dossier.Deadline,
        Rungs = dossier.Deadline is null || (deadline is not null && deadline.StartsAt != dossier.Deadline.StartsAt) ? [] : dossier.Rungs,
        // Another clock begins.
    };
}
