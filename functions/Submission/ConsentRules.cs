using PublicAdmin.Dossiers;
using PublicAdmin.Identity;
using PublicAdmin.Platform;

namespace PublicAdmin.Submission;

/// <summary>Who hands something in, and for whom.</summary>
/// <param name="Applicant">Personal number or enterprise code.</param>
/// <param name="Proxy">Personal number of the proxy; null without one.</param>
/// <param name="Authority">What proves the proxy's authority; null while it is unproven.</param>
public sealed record Giver(Caller Caller, string Applicant, string? Proxy, Consent? Authority = null)
{
    public bool IsApplicant => Caller.PartyNumber == Applicant;
}

/// <summary>
/// What counts as the applicant's consent: the applicant's own word in the own account; for a clerk or the portal, evidence that is recorded and
/// shown to the applicant; for a proxy, a proven authority. Nobody else's word.
/// </summary>
public static class ConsentRules
{
    private static readonly ConsentKind[] OfClerks =
        [ConsentKind.SignedForm, ConsentKind.OneTimeCode, ConsentKind.VNeID, ConsentKind.CheckedAuthority, ConsentKind.Kinship];

    private static readonly ConsentKind[] OfSystems = [ConsentKind.OneTimeCode, ConsentKind.VNeID];

    /// <summary>What is wrong with the evidence that was sent; null when none was sent, or all is well.</summary>
    public static Refusal? FirstBroken(Giver giver, ConsentForm? evidence) => evidence is null ? null
        : !Allowed(giver).Contains(evidence.Kind) ? ConsentRefusals.KindNotYours.At("consent.kind", evidence.Kind)
        : Fields.Line("consent.reference", evidence.Reference, 100);

    /// <summary>The applicant's consent; null when there is nothing that shows it.</summary>
    public static Consent? Of(Giver giver, ConsentForm? evidence, DateTimeOffset now) => giver.Caller.Kind switch
    {
        CallerKind.Citizen when giver.IsApplicant => new Consent(now, ConsentKind.OwnAccount, giver.Caller.Id),
        CallerKind.Citizen => giver.Authority is { } proven ? proven with { At = now, By = giver.Caller.Id } : null,
        _ => evidence is null ? null : new Consent(now, evidence.Kind, giver.Caller.Id, evidence.Reference.Trim()),
    };

    /// <summary>What follows from the wish that databases are asked: a consent, a question to the applicant, or a refusal for want of evidence.</summary>
    public static Result<Agreed> LookUp(bool wished, Giver giver, ConsentForm? evidence, DateTimeOffset now) =>
        FirstBroken(giver, evidence) is { } broken ? broken
        : !wished ? Agreed.ToNothing
        : Of(giver, evidence, now) is { } consent ? new Agreed(consent)
        : giver.Caller.Kind is CallerKind.Citizen ? new Agreed(LookUpAsked: true)
        : ConsentRefusals.EvidenceMissing.At("consent");

    /// <summary>What a clerk's evidence says about the proxy; null when it says nothing.</summary>
    public static Consent? AuthorityOf(Giver giver, ConsentForm? evidence, DateTimeOffset now) =>
        giver.Proxy is not null && evidence is not null && Consent.RestsOnAuthority(evidence.Kind) ? Of(giver, evidence, now) : null;

    private static IEnumerable<ConsentKind> Allowed(Giver giver) => giver.Caller.Kind switch
    {
        CallerKind.Staff => OfClerks.Where(kind => giver.Proxy is not null || !Consent.RestsOnAuthority(kind)),
        CallerKind.System => OfSystems,
        _ => [],
    };
}
