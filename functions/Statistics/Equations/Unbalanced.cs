using PublicAdmin.Platform;

namespace PublicAdmin.Statistics.Equations;

/// <summary>The refusal that carries what a check found.</summary>
internal static class Unbalanced
{
    /// <summary>For whoever may not see dossiers: where it fails, and no code.</summary>
    public static Refusal ForAnybody(BookCheck? last) => last is { Balanced: false }
        ? Of(last with { Findings = [.. last.Findings.Select(finding => finding with { Codes = [] })] })
        : StatisticsRefusals.BooksUnbalanced.With(1);

    public static Refusal Of(BookCheck found) =>
        StatisticsRefusals.BooksUnbalanced.With(found.Findings.Count).Knowing("findings", found.Findings).Knowing("checkedAt", found.At.Here());
}
