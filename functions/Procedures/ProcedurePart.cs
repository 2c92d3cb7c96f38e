using PublicAdmin.Dossiers;
using PublicAdmin.Platform;

namespace PublicAdmin.Procedures;

/// <summary>Phần việc của thủ tục liên thông: what one agency does when the linked procedure is filed.</summary>
/// <param name="Procedure">The procedure the part follows; null where it is not in this catalogue. A part of ours has one.</param>
/// <param name="Outside">The agency (police, social insurance) works in a system of its own.</param>
/// <param name="After">The part whose result it waits for; null when it begins with the filing.</param>
/// <param name="OnlyIn">The cases it belongs to; null for all.</param>
/// <param name="NotIn">The cases it does not belong to.</param>
public sealed record ProcedurePart(
    string Id, Text Name, Text Agency, string? Procedure = null, bool Outside = false, string? After = null, IReadOnlyList<string>? OnlyIn = null,
    IReadOnlyList<string>? NotIn = null)
{
    public bool Fits(IReadOnlyCollection<string> cases) => OnlyIn?.Intersect(cases).Any() is not false && NotIn?.Intersect(cases).Any() is not true;
}

/// <summary>What follows from a procedure being a linked one.</summary>
public static class LinkedProcedures
{
    /// <summary>The parts a dossier of the procedure begins with; none where it is not linked.</summary>
    /// <param name="procedure">As it is filed.</param>
    /// <param name="cases">The case of the form and that of the term, where chosen.</param>
    public static Linkage? LinkageOf(this ProcedureVersion procedure, params IEnumerable<string?> cases)
    {
        var chosen = cases.OfType<string>().ToList();
        return (procedure.Parts ?? []).Where(part => part.Fits(chosen)).ToList() is { Count: > 0 } parts
            ? new Linkage(null, [.. parts.Select(part => new CasePart(part.Id, part.Name, part.Agency, part.Procedure, part.Outside, part.After))])
            : null;
    }

    /// <summary>The version whose papers a dossier is asked for: of a part of a linked case the linked procedure's, which was filed once for all.</summary>
    public static ProcedureVersion? AskedOf(this ProcedureCatalogue procedures, Dossier dossier)
    {
        var pin = dossier.Whole()?.Asked ?? dossier.Procedure;
        return procedures.Find(pin.Code, pin.Version);
    }

    /// <summary>Whether each part follows one before it and, where it is ours, a procedure.</summary>
    internal static bool AreGood(IReadOnlyList<ProcedurePart> parts) =>
        parts.DistinctBy(part => part.Id).Count() == parts.Count
        && parts.Select((part, n) => (part, n)).All(one =>
            one.part is { Id.Length: > 0 } && (one.part.Outside || one.part.Procedure is not null)
                && (one.part.After is null || parts.Take(one.n).Any(before => before.Id == one.part.After)));
}
