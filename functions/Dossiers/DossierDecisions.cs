using System.Security.Cryptography;
using System.Text;
using PublicAdmin.Platform;

namespace PublicAdmin.Dossiers;

/// <summary>What may follow: each decision takes values and answers with one event or a refusal. Who may decide is asked before.</summary>
public static class DossierDecisions
{
    public static Result<DossierEvent> FindCompetence(this Dossier dossier, string office, Stamp stamp) =>
        dossier.When(Act.FindCompetence, stamp, () => new CompetenceFound(office, stamp));

    /// <param name="dossier">Registered, with a competent agency.</param>
    /// <param name="deadline">Counted from the valid receipt.</param>
    /// <param name="pin">The versions in force at receipt.</param>
    /// <param name="missing">Required components without a paper.</param>
    /// <param name="stamp">When and by whom.</param>
    public static Result<DossierEvent> Accept(this Dossier dossier, Deadline deadline, ProcedurePin pin, IReadOnlyList<MissingPaper> missing, Stamp stamp)
    {
        if (dossier.Objection(Act.Accept, stamp.By) is { } objection)
        {
            return objection;
        }

        return missing.Count > 0
            ? DossierRefusals.ComponentsMissing.With(dossier.Code, missing.Select(paper => paper.Name))
                .Knowing("components", missing.Select(paper => paper.Component))
            : new Accepted(deadline, pin, stamp);
    }

    public static Result<DossierEvent> Refuse(this Dossier dossier, string reason, string ground, Stamp stamp) =>
        dossier.When(Act.Refuse, stamp, () => new NotAccepted(reason, ground, stamp));

    public static Result<DossierEvent> RequestSupplement(this Dossier dossier, SupplementRequest request, PausePolicy policy, Stamp stamp) => dossier.When(
        Act.RequestSupplement,
        stamp,
        () => new SupplementRequested(request, new Pause(PauseKind.Supplement, policy, stamp.At.ToMinute(), null, request.Reasons, request.Grounds), stamp));

    public static Result<DossierEvent> Supply(
        this Dossier dossier, IReadOnlyList<Paper> papers, string? note, Deadline? deadline, Agreed agreed, Stamp stamp) =>
        dossier.When(Act.Supplement, stamp, () => new Supplemented(papers, note, deadline, stamp, agreed));

    /// <param name="dossier">Filed by a proxy.</param>
    /// <param name="proof">What shows the authority; null when the applicant denies it.</param>
    /// <param name="stamp">When and by whom.</param>
    public static Result<DossierEvent> AnswerAuthority(this Dossier dossier, Consent? proof, Stamp stamp) =>
        dossier.When(Act.AnswerAuthority, stamp, () => new AuthorityAnswered(proof, stamp));

    public static Result<DossierEvent> Propose(this Dossier dossier, Decision outcome, string summary, string content, Stamp stamp) =>
        dossier.When(Act.Propose, stamp, () => new Proposed(new Proposal(outcome, summary, content, stamp.By, HashOf(outcome, content)), stamp));

    /// <param name="dossier">At work.</param>
    /// <param name="outcome">Whether it grants what was asked for.</param>
    /// <param name="summary">For the leader.</param>
    /// <param name="made">The paper made elsewhere; approved, and taken in, exactly as it is.</param>
    /// <param name="stamp">When and by whom.</param>
    public static Result<DossierEvent> Propose(this Dossier dossier, Decision outcome, string summary, ResultElsewhere made, Stamp stamp) =>
        dossier.When(Act.Propose, stamp, () => new Proposed(new Proposal(outcome, summary, made.Words, stamp.By, HashOf(outcome, made.Words), made), stamp));

    public static Result<DossierEvent> SendBack(this Dossier dossier, string reason, Stamp stamp) =>
        dossier.When(Act.SendBack, stamp, () => new SentBack(reason, stamp));

    /// <param name="dossier">Proposed.</param>
    /// <param name="seen">The hash of the proposal the leader read.</param>
    /// <param name="stamp">When and by whom.</param>
    public static Result<DossierEvent> Approve(this Dossier dossier, string seen, Stamp stamp)
    {
        if (dossier.Objection(Act.Approve, stamp.By) is { } objection)
        {
            return objection;
        }

        return string.Equals(dossier.Proposal!.Hash, seen, StringComparison.OrdinalIgnoreCase)
            ? new Approved(dossier.Proposal.Hash, stamp)
            : DossierRefusals.ProposalChanged.At("proposalHash", dossier.Code);
    }

    public static Result<DossierEvent> Issue(this Dossier dossier, string number, DateOnly date, Stamp stamp) =>
        dossier.When(
            Act.Issue, stamp,
            () => new Issued(new IssuedResult(number, date, dossier.Proposal!.Outcome, dossier.Proposal.Hash, dossier.Proposal.Elsewhere), stamp));

    public static Result<DossierEvent> Return(this Dossier dossier, ReturnWay way, string? to, Stamp stamp) =>
        dossier.When(Act.Return, stamp, () => new Returned(way, to, stamp));

    public static Result<DossierEvent> Stop(this Dossier dossier, string reason, string ground, Stamp stamp) =>
        dossier.When(Act.Stop, stamp, () => new Stopped(reason, ground, stamp));

    public static Result<DossierEvent> Withdraw(this Dossier dossier, string? reason, Stamp stamp) =>
        dossier.When(Act.Withdraw, stamp, () => new Withdrawn(reason, stamp));

    /// <summary>Reaches a rung of the ladder, once: whoever comes second finds it reached.</summary>
    public static Result<DossierEvent> Escalate(this Dossier dossier, string rung, bool draftsApology, Stamp stamp) =>
        dossier.IsOpen && !dossier.Rungs.Contains(rung)
            ? new Escalated(rung, draftsApology, stamp)
            : DossierRefusals.AlreadyEscalated.With(dossier.Code, rung);

    /// <param name="dossier">With a running clock.</param>
    /// <param name="deadline">As the extension leaves it.</param>
    /// <param name="reason">What the citizen reads.</param>
    /// <param name="agreement">The written agreement it rests on; null for none.</param>
    /// <param name="stamp">When and by whom.</param>
    public static Result<DossierEvent> Extend(this Dossier dossier, Deadline deadline, string reason, string? agreement, Stamp stamp) => dossier.When(
        Act.Extend,
        stamp,
        () => new Extended(
            deadline,
            new Extension(deadline.DueAt, reason, stamp.By, stamp.At, dossier.Deadline!.DueAt, Lawful: deadline.OwedAt != dossier.Deadline.OwedAt, agreement),
            stamp));

    public static Result<DossierEvent> Verify(this Dossier dossier, Deadline deadline, string reason, Stamp stamp) =>
        dossier.When(Act.Verify, stamp, () => new VerificationNeeded(deadline, new Verification(reason, stamp.By, stamp.At), stamp));

    public static Result<DossierEvent> Apologise(this Dossier dossier, string reason, DateOnly expectedOn, Stamp stamp) =>
        dossier.When(Act.Apologise, stamp, () => new Apologised(reason, expectedOn, stamp));

    public static Result<DossierEvent> RevokeResult(this Dossier dossier, string reason, DossierCode? replacedBy, Stamp stamp) =>
        dossier.When(Act.RevokeResult, stamp, () => new ResultRevoked(reason, replacedBy, stamp));

    /// <param name="dossier">In any phase: an ended one may still be looked up.</param>
    /// <param name="number">The number on what the person showed.</param>
    /// <param name="proof">What it was.</param>
    /// <param name="stamp">When and by whom.</param>
    public static Result<DossierEvent> RenewSecret(this Dossier dossier, string number, IdentityProof proof, Stamp stamp) =>
        dossier.HolderOf(number) is { } holder
            ? dossier.When(Act.RenewSecret, stamp, () => new TrackingSecretRenewed(holder, proof, stamp))
            : DossierRefusals.NotAParty.At("personalNumber", dossier.Code);

    private static SecretHolder? HolderOf(this Dossier dossier, string number) =>
        number == dossier.Applicant.PersonalNumber && dossier.Applicant.Kind is ApplicantKind.Person ? SecretHolder.Applicant
        : number == dossier.Proxy?.PersonalNumber ? SecretHolder.Proxy
        : number == dossier.Representative?.PersonalNumber ? SecretHolder.Representative
        : null;

    /// <param name="dossier">At work.</param>
    /// <param name="pause">From now until the day after the last.</param>
    /// <param name="stamp">When and by whom.</param>
    public static Result<DossierEvent> BeginPosting(this Dossier dossier, Pause pause, Stamp stamp) => dossier.When(
        Act.BeginPosting, stamp, () => new PostingBegun(pause, stamp, (int)((pause.Until ?? pause.From) - pause.From).TotalDays));

    internal static Result<DossierEvent> When(this Dossier dossier, Act act, Stamp stamp, Func<DossierEvent> follows, Func<Refusal?>? broken = null) =>
        (dossier.Objection(act, stamp.By) ?? broken?.Invoke()) is { } refusal ? refusal : follows();

    internal static string HashOf(Decision outcome, string content) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{outcome}\n{content}")));
}
