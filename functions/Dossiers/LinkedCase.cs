using System.Text.Json.Serialization;
using PublicAdmin.Platform;

namespace PublicAdmin.Dossiers;

/// <summary>Liên thông: what joins a dossier to others. A parent has parts; a child says whose part it is; never both.</summary>
/// <param name="Of">Of which case it is a part; null for the parent.</param>
/// <param name="Parts">The parts by agency, in the order of the work; empty for a child.</param>
public sealed record Linkage(PartOf? Of, IReadOnlyList<CasePart> Parts);

/// <summary>Hồ sơ con: whose part a dossier is.</summary>
/// <param name="Case">Code of the parent.</param>
/// <param name="Part">Which of its parts.</param>
/// <param name="Asked">The linked procedure as it was filed: its components are what the citizen is asked for, once for all parts.</param>
public sealed record PartOf(DossierCode Case, string Part, ProcedurePin Asked);

/// <summary>Phần việc của một cơ quan: one agency's share of a linked case, with a code, a term and a result of its own.</summary>
/// <param name="Agency">Who does it.</param>
/// <param name="Procedure">The procedure it follows; null where none is known here.</param>
/// <param name="Outside">The agency works in a system of its own: here is only what it tells.</param>
/// <param name="After">The part whose result it waits for; null when it begins at once.</param>
public sealed record CasePart(string Id, Text Name, Text Agency, string? Procedure = null, bool Outside = false, string? After = null)
{
    /// <summary>Of our dossier, or the other agency's own; null until there is one.</summary>
    public string? Code { get; init; }

    public Phase Phase { get; init; }

    public DateTimeOffset? PromisedAt { get; init; }

    public DateTimeOffset? DoneAt { get; init; }

    public PartResult? Result { get; init; }

    /// <summary>What was asked for was not granted: nothing that waits for it begins.</summary>
    public bool Denied { get; init; }

    /// <summary>Why it ended without a result.</summary>
    public string? Reason { get; init; }

    /// <summary>The clock of handing the data on; null for a part of ours and before its turn.</summary>
    public Forwarding? Forwarding { get; init; }

    /// <summary>When what stands here was so at the other agency; null before it has said anything.</summary>
    public DateTimeOffset? ReportedAt { get; init; }

    /// <summary>What proves it: number of a message or a paper.</summary>
    public string? Evidence { get; init; }

    /// <summary>Whether the agency has begun: before that the part stands as its case does.</summary>
    [JsonIgnore]
    public bool HasBegun => Outside ? ReportedAt is not null || IsOver : Code is not null || IsOver;

    [JsonIgnore]
    public bool IsOver => !Phase.IsOpen();

    /// <summary>It is over and there is no result.</summary>
    [JsonIgnore]
    public bool CameToNothing => Phase is Phase.NotAccepted or Phase.Withdrawn or Phase.Stopped || (Denied && Phase is Phase.Issued or Phase.Returned);

    /// <summary>Its result is there, handed over or not.</summary>
    [JsonIgnore]
    public bool IsDone => Phase is Phase.Issued or Phase.Returned && !Denied;
}

/// <summary>Kết quả của một phần việc.</summary>
/// <param name="Number">Số, ký hiệu, as the agency gave it.</param>
/// <param name="By">Who signed; null where not told.</param>
/// <param name="Link">Where the agency shows it; null for a paper.</param>
public sealed record PartResult(string Number, DateOnly Date, string? By = null, string? Link = null);

/// <summary>What of the forwarding clock may be missed.</summary>
public enum PartLimit { Forward, Acknowledge }

/// <summary>Chuyển dữ liệu liên thông: when the data of a part was due to its agency and when it came there.</summary>
/// <param name="Since">When the result it waited for was there.</param>
/// <param name="By">Until when it is to be forwarded.</param>
/// <param name="At">When it was forwarded; null while it is not.</param>
/// <param name="AcknowledgeBy">Until when the agency confirms that it has it; null before it is forwarded.</param>
/// <param name="AcknowledgedAt">When it did.</param>
/// <param name="Missed">The limits that passed, each told of once.</param>
public sealed record Forwarding(
    DateTimeOffset Since, DateTimeOffset By, DateTimeOffset? At = null, DateTimeOffset? AcknowledgeBy = null, DateTimeOffset? AcknowledgedAt = null,
    IReadOnlyList<PartLimit>? Missed = null)
{
    /// <summary>The limit that runs, or ran out; null when nothing is waited for.</summary>
    [JsonIgnore]
    public (PartLimit Limit, DateTimeOffset At)? Waits => AcknowledgedAt is not null ? null
        : At is null ? (PartLimit.Forward, By)
        : AcknowledgeBy is { } until ? (PartLimit.Acknowledge, until) : null;

    /// <summary>The limit that runs and was not told of yet.</summary>
    [JsonIgnore]
    public (PartLimit Limit, DateTimeOffset At)? Watched => Waits is { } waits && Missed?.Contains(waits.Limit) is not true ? waits : null;
}
