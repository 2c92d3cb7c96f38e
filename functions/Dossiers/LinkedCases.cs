namespace PublicAdmin.Dossiers;

/// <summary>Questions to a linked case.</summary>
public static class LinkedCases
{
    // From the least to the most advanced: what waits for the citizen first, for nothing moves until it is given.
    private static readonly Phase[] Advance =
    [
        Phase.SupplementRequested, Phase.FinancialDuty, Phase.Registered, Phase.Received, Phase.Posting, Phase.Assigned, Phase.Proposed, Phase.Approved,
        Phase.Issued, Phase.Returned,
    ];

    /// <summary>Whether it is the parent of a linked case: nothing is decided on it, all of it on its parts.</summary>
    public static bool IsCase(this Dossier dossier) => dossier.Linked is { Parts.Count: > 0 };

    /// <summary>Of which case it is a part; null for any other dossier.</summary>
    public static PartOf? Whole(this Dossier dossier) => dossier.Linked?.Of;

    public static IReadOnlyList<CasePart> Parts(this Dossier dossier) => dossier.Linked?.Parts ?? [];

    public static CasePart? Part(this Dossier dossier, string id) => dossier.Parts().FirstOrDefault(part => part.Id == id);

    /// <summary>Whether nothing stands before a part any more.</summary>
    public static bool IsTurnOf(this Dossier dossier, CasePart part) => part.After is not { } before || dossier.Part(before) is null or { IsDone: true };

    /// <summary>
    /// The state of a case is the least advanced of its parts. One that came to nothing holds up no other; one that has not begun stands where the desk
    /// stands that took the case in for all of them.
    /// </summary>
    public static Phase PhaseOf(IReadOnlyList<CasePart> parts)
    {
        var intake = parts.Any(part => part.PromisedAt is not null || part.IsDone) ? Phase.Received : Phase.Registered;
        var alive = parts.Where(part => part.Denied || !part.CameToNothing).ToList();
        return alive.Count is 0 ? parts[0].Phase : alive.Select(part => part.HasBegun ? part.Phase : intake).MinBy(phase => Array.IndexOf(Advance, phase));
    }

    /// <summary>The phase a national status tells of.</summary>
    public static Phase PhaseOf(NationalStatus status) => status switch
    {
        NationalStatus.NewlyRegistered => Phase.Registered,
        NationalStatus.Received => Phase.Received,
        NationalStatus.NotAccepted => Phase.NotAccepted,
        NationalStatus.InProcess => Phase.Assigned,
        NationalStatus.SupplementRequested => Phase.SupplementRequested,
        NationalStatus.FinancialDuty => Phase.FinancialDuty,
        NationalStatus.Withdrawn => Phase.Withdrawn,
        NationalStatus.Stopped => Phase.Stopped,
        NationalStatus.Done => Phase.Issued,
        NationalStatus.Returned => Phase.Returned,
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, null),
    };
}
