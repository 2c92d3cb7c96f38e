using PublicAdmin.Dossiers;
using PublicAdmin.Platform;

namespace PublicAdmin.Processing.Deciding;

/// <summary>A dossier as one of its readers sees it.</summary>
public sealed record DossierView
{
    public required DossierCode Code { get; init; }

    /// <summary>Also the ETag: send it back as If-Match.</summary>
    public required long Version { get; init; }

    public required ProcedurePin Procedure { get; init; }

    public required NationalStatus Status { get; init; }

    /// <summary>TrangThaiHoSo, 1 to 10.</summary>
    public int StatusCode => (int)Status;

    public required Phase Phase { get; init; }

    public required Text PhaseName { get; init; }

    /// <summary>What happens next, in words.</summary>
    public required Text Next { get; init; }

    public required Channel Channel { get; init; }

    public required Applicant Applicant { get; init; }

    public Proxy? Proxy { get; init; }

    public Representative? Representative { get; init; }

    public string? Helper { get; init; }

    public required Places Places { get; init; }

    public required string Holding { get; init; }

    /// <summary>Directory id of the officer in charge; staff only.</summary>
    public string? Handler { get; init; }

    public required ReturnWay ReturnWay { get; init; }

    public string? Summary { get; init; }

    public required int Papers { get; init; }

    /// <summary>The applicant's agreement that databases are asked, with its evidence.</summary>
    public Consent? LookUpConsent { get; init; }

    /// <summary>A look-up waits for the applicant's confirmation or a check of the authority.</summary>
    public required bool LookUpAsked { get; init; }

    /// <summary>What proves the proxy's authority; null while it is unproven or denied.</summary>
    public Consent? Authority { get; init; }

    /// <summary>Components no database holds: these may be asked of the citizen.</summary>
    public required IReadOnlyList<string> NotHeld { get; init; }

    public required DateTimeOffset SubmittedAt { get; init; }

    public Deadline? Deadline { get; init; }

    /// <summary>The dates reach into a year whose holidays are only proposed, or follow from the law alone.</summary>
    public required bool Provisional { get; init; }

    public required IReadOnlyList<Pause> Pauses { get; init; }

    public Verification? Verification { get; init; }

    public string? TermCase { get; init; }

    public required int SupplementRounds { get; init; }

    public SupplementRequest? Asked { get; init; }

    /// <summary>Staff only.</summary>
    public Proposal? Proposal { get; init; }

    /// <summary>For the citizen only once it is returned.</summary>
    public IssuedResult? Result { get; init; }

    public string? Reason { get; init; }

    public required FeeView Fee { get; init; }

    /// <summary>The financial duty the citizen was last told of: how much, to whom, until when, on which ground.</summary>
    public DutyNotice? Duty { get; init; }

    /// <summary>What this reader should know before acting; staff only.</summary>
    public IReadOnlyList<ActWarning> Warnings { get; init; } = [];

    public required HandOverState HandOver { get; init; }

    public required PortalState Portal { get; init; }

    public required IReadOnlyList<Milestone> Milestones { get; init; }

    /// <summary>What this reader may do now.</summary>
    public required IReadOnlyList<Act> MayDo { get; init; }

    /// <summary>That the result holds no longer; null while it does.</summary>
    public Text? Revoked { get; init; }

    /// <summary>The official forms it has by now, for this reader.</summary>
    public IReadOnlyList<FormView> Forms { get; init; } = [];

    /// <summary>Its parts, or whose part it is; null for a dossier by itself.</summary>
    public LinkedView? Linked { get; init; }
}
