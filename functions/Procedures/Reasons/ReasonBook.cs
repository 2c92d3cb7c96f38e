using PublicAdmin.Platform.Reference;

namespace PublicAdmin.Procedures.Reasons;

/// <summary>For which paper a reason is ready: a request to supplement (form 02) or a refusal (form 03).</summary>
public enum ReasonKind { Supplement, Refusal }

/// <summary>Lý do soạn sẵn: what is often said, with its ground; the clerk chooses, fills in what stands in braces, edits, sends.</summary>
/// <param name="Text">Vietnamese, as it is printed; places to fill in stand in braces: <c>{giấy tờ}</c>.</param>
/// <param name="Law">The rule it rests on.</param>
/// <param name="Certainty">S seen, H, M, L from memory.</param>
/// <param name="Component">The paper it is about, where it is about one.</param>
public sealed record ReadyReason(string Id, ReasonKind Kind, string Text, string Law, string Certainty, string? Component = null);

/// <param name="Code">National code of the procedure.</param>
public sealed record ProcedureReasons(string Code, IReadOnlyList<ReadyReason> Reasons);

/// <param name="Common">Of every procedure.</param>
/// <param name="Procedures">Of one.</param>
/// <param name="Placeholders">What the places in braces are for.</param>
public sealed record ReasonBook(IReadOnlyList<ReadyReason> Common, IReadOnlyList<ProcedureReasons> Procedures, string? Placeholders = null)
{
    public static ReasonBook Shipped { get; } = Resources.Json<ReasonBook>("Procedures.Reasons.reasons.json");

    /// <summary>The procedure's own first.</summary>
    /// <param name="kind">Null for both kinds.</param>
    public IEnumerable<ReadyReason> Of(string procedure, ReasonKind? kind) =>
        Procedures.Where(one => one.Code == procedure).SelectMany(one => one.Reasons).Concat(Common).Where(reason => kind is null || reason.Kind == kind);
}
