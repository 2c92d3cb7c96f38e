using System.Globalization;
using PublicAdmin.Platform;

namespace PublicAdmin.Statistics.Chairman;

/// <summary>An office with dossiers long overdue, in a sentence.</summary>
internal static class ChairmanWords
{
    public static string Of(LongOverdue one) =>
        string.Create(CultureInfo.InvariantCulture, $"- {one.Name}: {one.Count} hồ sơ, hồ sơ lâu nhất phải trả ngày {one.Since.Here():dd/MM/yyyy}.");
}
