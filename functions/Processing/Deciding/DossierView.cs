using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Identity;
using PublicAdmin.Platform;

namespace PublicAdmin.Processing.Deciding;

/// <summary>A dossier as one of its readers sees it.</summary>
/// <param name="Version">Also the ETag: send it back as If-Match.</param>
/// <param name="StatusCode">TrangThaiHoSo, 1 to 10.</param>
/// <param name="LookUpConsent">The applicant's agreement that databases are asked, with its evidence.</param>
/// <param name="LookUpAsked">A look-up waits for the applicant's confirmation or a check of the authority.</param>
/// <param name="Authority">What proves the proxy's authority; null while it is unproven or denied.</param>
/// <param name="NotHeld">Components no database holds: these may be asked of the citizen.</param>
/// <param name="Next">What happens next, in words.</param>
/// <param name="Handler">Directory id of the officer in charge; staff only.</param>
/// <param name="Proposal">Staff only.</param>
/// <param name="Result">For the citizen only once it is returned.</param>
/// <param name="MayDo">What this reader may do now.</param>
public sealed record DossierView(
    DossierCode Code,
    long Version,
    ProcedurePin Procedure,
    NationalStatus Status,
    int StatusCode,
    Phase Phase,
    Text PhaseName,
    Text Next,
    Channel Channel,
    Applicant Applicant,
    Proxy? Proxy,
    Representative? Representative,
    string? Helper,
    Places Places,
    string Holding,
    string? Handler,
    ReturnWay ReturnWay,
    string? Summary,
    int Papers,
    Consent? LookUpConsent,
    bool LookUpAsked,
    Consent? Authority,
    IReadOnlyList<string> NotHeld,
    DateTimeOffset SubmittedAt,
    Deadline? Deadline,
    IReadOnlyList<Pause> Pauses,
    Verification? Verification,
    string? TermCase,
    int SupplementRounds,
    SupplementRequest? Asked,
    Proposal? Proposal,
    IssuedResult? Result,
    string? Reason,
    FeeView Fee,
    HandOverState HandOver,
    PortalState Portal,
    IReadOnlyList<Milestone> Milestones,
    IReadOnlyList<Act> MayDo)
{
    /// <summary>The official forms it has by now, for this reader.</summary>
    public IReadOnlyList<FormView> Forms { get; init; } = [];

    public static DossierView Of(StoredDossier stored, Caller reader, IReadOnlyList<Act> mayDo)
    {
        var dossier = stored.Dossier;
        var staff = reader.Kind is CallerKind.Staff;
        var text = PhaseTexts.Of(dossier.Phase);
        return new DossierView(
            dossier.Code,
            stored.Version,
            dossier.Procedure,
            dossier.Phase.National(),
            (int)dossier.Phase.National(),
            dossier.Phase,
            text.Name,
            text.Next,
            dossier.Channel,
            dossier.Applicant,
            dossier.Proxy,
            dossier.Representative,
            dossier.Helper,
            dossier.Places,
            dossier.Holding,
            staff ? dossier.Handler : null,
            dossier.ReturnWay,
            dossier.Summary,
            dossier.PaperCount,
            dossier.LookUpConsent?.Here(),
            dossier.LookUpAsked,
            dossier.Authority?.Here(),
            dossier.NotHeld,
            dossier.SubmittedAt.Here(),
            dossier.Deadline,
            [.. dossier.Pauses.Select(pause => pause with { From = pause.From.Here(), To = pause.To?.Here() })],
            dossier.Verification is { } verification ? verification with { At = verification.At.Here(), By = staff ? verification.By : null } : null,
            dossier.TermCase,
            dossier.SupplementRounds,
            dossier.Asked,
            staff ? dossier.Proposal : null,
            staff || (dossier.Phase is Phase.Returned && reader.MaySeeApplicantsOwn(dossier)) ? dossier.Result : null,
            dossier.Reason,
            FeeView.Of(dossier.Fees),
            dossier.HandOver,
            dossier.Portal with { ChangedAt = dossier.Portal.ChangedAt.Here() },
            [.. dossier.Milestones.Select(milestone => milestone with { At = milestone.At.Here() })],
            mayDo)
        { Forms = [.. OfficialForm.All.Where(form => form.Belongs(dossier) && (staff || !form.StaffOnly)).Select(form => new FormView(form.Code, form.Name))] };
    }
}

/// <summary>An official form a dossier has: GET /api/dossiers/{code}/forms/{form}.</summary>
/// <param name="Code">Such as <c>01</c>.</param>
public sealed record FormView(string Code, Text Name);
