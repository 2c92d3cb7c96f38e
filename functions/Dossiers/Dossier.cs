using System.Text.Json.Serialization;
using PublicAdmin.Identity;

namespace PublicAdmin.Dossiers;

/// <summary>
/// Hồ sơ: a citizen's request on its way through the office. Nothing here reads a clock, a table or a queue: a decision
/// (<see cref="DossierDecisions"/>) looks at the dossier and answers with the event that follows, or with a refusal;
/// <see cref="DossierHistory"/> turns events into state.
/// </summary>
/// <param name="Holding">The office whose turn it is.</param>
/// <param name="Filer">Directory, citizen or client id of whoever filed.</param>
public sealed record Dossier(
    DossierCode Code,
    ProcedurePin Procedure,
    Channel Channel,
    Applicant Applicant,
    Places Places,
    Phase Phase,
    string Holding,
    string Filer,
    ReturnWay ReturnWay,
    DateTimeOffset SubmittedAt)
{
    public Proxy? Proxy { get; init; }
    public Representative? Representative { get; init; }
    public string? Helper { get; init; }

    public string? Summary { get; init; }

    /// <summary>Components of the procedure that have a paper.</summary>
    public IReadOnlyList<string> Components { get; init; } = [];

    /// <summary>Whether an e-form was handed in.</summary>
    public bool HasForm { get; init; }

    /// <summary>By which form it is read; null for none, and for free text of the first days.</summary>
    public FormPin? Form { get; init; }

    /// <summary>What joins it to others of a linked case; null for a dossier by itself.</summary>
    public Linkage? Linked { get; init; }

    /// <summary>The applicant's agreement that databases are asked for what they hold; null for not agreed.</summary>
    public Consent? LookUpConsent { get; init; }

    /// <summary>The proxy wishes a look-up, which waits until the applicant, or a check of the authority, allows it.</summary>
    public bool LookUpAsked { get; init; }

    /// <summary>What proves that the proxy may act; null until the applicant or a clerk has said so.</summary>
    public Consent? Authority { get; init; }

    /// <summary>The applicant has said that the proxy has no authority: the dossier is closed to the proxy.</summary>
    public bool AuthorityDenied { get; init; }

    /// <summary>Components that were looked up and that no database holds.</summary>
    public IReadOnlyList<string> NotHeld { get; init; } = [];

    /// <summary>How many papers there are; their rows lie beside the head.</summary>
    public int PaperCount { get; init; }

    /// <summary>The officer in charge.</summary>
    public string? Handler { get; init; }

    /// <summary>The leader who put the handler in charge, and may take that back; null where the officer took it on.</summary>
    public string? AssignedBy { get; init; }

    /// <summary>Null until acceptance.</summary>
    public Deadline? Deadline { get; init; }

    public IReadOnlyList<Pause> Pauses { get; init; } = [];

    /// <summary>The case of the procedure it belongs to, where cases have terms of their own.</summary>
    public string? TermCase { get; init; }

    /// <summary>Null unless something has to be verified with another agency.</summary>
    public Verification? Verification { get; init; }

    /// <summary>Null until, at most once, the head extends the term.</summary>
    public Extension? Extension { get; init; }

    public ApologyState Apology { get; init; }

    /// <summary>Rungs of the escalation ladder that fired for the present deadline; a restarted or extended term begins with none.</summary>
    public IReadOnlyList<string> Rungs { get; init; } = [];

    public int SupplementRounds { get; init; }

    /// <summary>What is asked for now; null when nothing is.</summary>
    public SupplementRequest? Asked { get; init; }

    /// <summary>The phase to come back to when the cause of the pause ends.</summary>
    public Phase? PausedFrom { get; init; }

    public Proposal? Proposal { get; init; }

    public string? Approver { get; init; }

    /// <summary>In what capacity the approver signs; null for a head in their own right.</summary>
    public SigningCapacity? ApprovedAs { get; init; }

    public IssuedResult? Result { get; init; }

    /// <summary>Null while the issued result holds.</summary>
    public Revocation? Revocation { get; init; }

    /// <summary>When the result was released to the one-stop desk.</summary>
    public DateTimeOffset? DoneAt { get; init; }

    /// <summary>Why it ended without a result, or was sent back.</summary>
    public string? Reason { get; init; }

    public FeeAccount Fees { get; init; } = FeeAccount.Empty;

    /// <summary>The last financial duty the citizen was told of; null for none.</summary>
    public DutyNotice? Duty { get; init; }

    [JsonIgnore]
    public PaymentState Payment => Fees.State;

    public HandOverState HandOver { get; init; }

    /// <summary>Client id of the system that filed it; null when a person did.</summary>
    public string? FilingSystem { get; init; }

    /// <summary>How many times the tracking secret was issued anew; only the newest opens tracking.</summary>
    public int SecretIssue { get; init; }

    /// <summary>What the National Portal has heard of it.</summary>
    public PortalState Portal { get; init; } = new(1, SubmittedAt);

    /// <summary>Every office that has had it in hand: who may still read it.</summary>
    public IReadOnlyList<string> Offices { get; init; } = [];

    public IReadOnlyList<Milestone> Milestones { get; init; } = [];

    /// <summary>The pause going on now; null while the clock runs.</summary>
    [JsonIgnore]
    public Pause? OpenPause => Pauses.FirstOrDefault(pause => pause.To is null);

    [JsonIgnore]
    public bool IsOpen => Phase.IsOpen();

    /// <summary>Whose papers may be handed in.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Parties => PartyNumbers.Of(Applicant.PersonalNumber, Proxy?.PersonalNumber);

    /// <summary>The office whose list shows it: the one-stop desk before acceptance and for the return, else whoever holds it.</summary>
    [JsonIgnore]
    public string Desk => Phase is Phase.Registered or Phase.Issued || (Phase is Phase.SupplementRequested && Deadline is null) ? Places.Receipt : Holding;
}
