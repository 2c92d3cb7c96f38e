using PublicAdmin.Platform;

namespace PublicAdmin.Statistics.Equations;

/// <summary>The refusal that carries what a check found.</summary>
internal static class Unbalanced
{
    public static Refusal Of(BookCheck found) => StatisticsRefusals.BooksUnbalanced.With(found.Findings.Count).Knowing("findings", found.Findings).Knowing("checkedAt", found.At.Here());
}
