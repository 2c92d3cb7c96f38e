using System.Globalization;
using System.Text.Json;
using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Platform;

namespace PublicAdmin.Audit;

/// <summary>
/// The days whose seals may hold a dossier, without asking every day of decades: those on which its record says that it was changed or looked at, however
/// long ago. A record that somebody shortened says less, so the days behind its filing and the last ones are asked whatever it says.
/// </summary>
internal static class DossierDays
{
    private const int AtEachEnd = 200;
    private const int MostOwn = 1_000;

    /// <summary>The newest first.</summary>
    public static IReadOnlyList<DateOnly> Of(DossierCode code, DossierPartition partition, DateOnly today)
    {
        var filed = FiledOn(code);
        var ends = Enumerable.Range(0, AtEachEnd).SelectMany<int, DateOnly>(n => [filed.AddDays(n), today.AddDays(-n)]);
        var own = Moments(partition).Select(at => DateOnly.FromDateTime(at.Here().DateTime)).Distinct().OrderDescending().Take(MostOwn);
        return [.. ends.Concat(own).Where(day => day >= filed && day <= today).Distinct().OrderDescending()];
    }

    private static IEnumerable<DateTimeOffset> Moments(DossierPartition partition) => partition.Record
        .Where(row => DossierPartition.IsAccess(row.Key)).Select(row => DossierPartition.AccessedAt(row.Key)).OfType<DateTimeOffset>()
        .Concat(partition.Erased is { } erased ? [erased.SubmittedAt, erased.EndedAt, erased.ErasedAt] : Acted(partition));

    // Of a record that cannot be read the check says so; its days are then the ends and those on which somebody looked.
    private static IReadOnlyList<DateTimeOffset> Acted(DossierPartition partition)
    {
        try
        {
            return [.. partition.Events.Select(recorded => recorded.Event.Stamp.At)];
        }
        catch (Exception broken) when (broken is JsonException or KeyNotFoundException or FormatException or InvalidCastException or InvalidOperationException)
        {
            return [];
        }
    }

    // The code says on which day it was given out.
    private static DateOnly FiledOn(DossierCode code) =>
        DateOnly.TryParseExact(code.ToString().Split('-')[1], "yyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day : DateOnly.MinValue;
}
