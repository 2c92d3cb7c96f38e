using PublicAdmin.Dossiers;

namespace PublicAdmin.Processing.Lists;

/// <summary>One line of a work list. No personal number, no phone.</summary>
/// <param name="DecideBy">While it is registered: until when the desk must accept, refuse or ask for a supplement.</param>
/// <param name="Apology">Whether form 04 lies before the head, or has gone out.</param>
/// <param name="StandsUntil">While it is posted publicly: when the clock runs again.</param>
/// <param name="Provisional">The date reaches into a year whose holidays are not decided yet; absent otherwise.</param>
/// <param name="List">The part of the list it stands in: a phase, <c>competenceUnknown</c> or <c>linked</c>.</param>
public sealed record WorkItem(
    DossierCode Code,
    string Procedure,
    string Applicant,
    string List,
    Phase Phase,
    Channel Channel,
    DateTimeOffset SubmittedAt,
    DateTimeOffset? DueAt,
    DateTimeOffset? DecideBy,
    string? Handler,
    int SupplementRounds,
    ApologyState Apology,
    DateTimeOffset? StandsUntil = null,
    bool? Provisional = null);
