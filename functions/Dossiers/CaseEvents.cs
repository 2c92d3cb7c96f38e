namespace PublicAdmin.Dossiers;

/// <summary>Something that happened to a part of a linked case; recorded in the parent.</summary>
/// <param name="Part">Its id.</param>
public abstract record CaseEvent(string Part, Stamp Stamp) : DossierEvent(Stamp);

/// <summary>Lập hồ sơ con: our dossier for a part exists.</summary>
public sealed record PartOpened(string Part, DossierCode Code, Stamp Stamp) : CaseEvent(Part, Stamp);

/// <summary>A part of ours moved, or one ended because the part before it came to nothing.</summary>
public sealed record PartMoved(string Part, PartState State, Stamp Stamp) : CaseEvent(Part, Stamp);

/// <summary>Đến lượt chuyển: the result a part of another agency waited for is there; its data is to be forwarded.</summary>
public sealed record PartDue(string Part, DateTimeOffset Since, DateTimeOffset By, Stamp Stamp) : CaseEvent(Part, Stamp);

/// <summary>Đã chuyển dữ liệu cho cơ quan khác.</summary>
/// <param name="Evidence">Number of the message.</param>
public sealed record PartForwarded(string Part, DateTimeOffset At, DateTimeOffset AcknowledgeBy, string Evidence, Stamp Stamp) : CaseEvent(Part, Stamp);

/// <summary>What the other agency says of its part, entered with evidence.</summary>
/// <param name="Done">With this its result is there.</param>
public sealed record PartReported(string Part, PartReport Report, Stamp Stamp, bool Done = false) : CaseEvent(Part, Stamp);

/// <summary>Quá hạn chuyển hoặc xác nhận: the event itself is what makes the alarm ring once.</summary>
/// <param name="By">The limit that passed.</param>
public sealed record PartLimitMissed(string Part, PartLimit Limit, DateTimeOffset By, Stamp Stamp) : CaseEvent(Part, Stamp);

/// <summary>Where a part of ours stands.</summary>
/// <param name="Holding">The office whose turn it is; null for one that never began.</param>
/// <param name="Denied">What was asked for was not granted.</param>
public sealed record PartState(
    Phase Phase, string? Holding = null, DateTimeOffset? PromisedAt = null, DateTimeOffset? DoneAt = null, PartResult? Result = null, bool Denied = false,
    string? Reason = null)
{
    /// <summary>As its own dossier says.</summary>
    public static PartState Of(Dossier child) => new(
        child.Phase, child.Holding, child.Deadline?.PromisedAt, child.DoneAt,
        child.Result is { } result ? new PartResult(result.Number, result.Date) : null, child.Result is { Outcome: Decision.Deny }, child.Reason);
}

/// <summary>What another agency says of its part.</summary>
/// <param name="AgencyCode">Its own code for it; null when it did not change.</param>
/// <param name="At">When it was so.</param>
/// <param name="Evidence">Number of the message or paper that says so.</param>
/// <param name="Reason">Why it ended without a result.</param>
public sealed record PartReport(
    NationalStatus Status, DateTimeOffset At, string Evidence, string? AgencyCode = null, DateTimeOffset? PromisedAt = null, PartResult? Result = null,
    string? Reason = null);
