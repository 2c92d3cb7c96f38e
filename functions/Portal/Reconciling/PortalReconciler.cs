using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;
using PublicAdmin.Platform.Storage;
using PublicAdmin.Portal.Outbound;

namespace PublicAdmin.Portal.Reconciling;

/// <summary>
/// Holds the dossiers received on a day against what the portal has of it, both ways; each difference is a row, gone once it is none any more.
/// </summary>
public sealed class PortalReconciler(PortalDays days, PortalLookUp portal, PortalFileCheck files, ITables tables, TimeProvider clock)
{
    private const string Partition = "portal-reconciled";
    private const string Json = "J";
    private const int AtOnce = 8;

    private readonly ITable _lists = tables[Tables.Lists];

    public async Task<PortalReconciliation?> FindAsync(DateOnly day, CancellationToken ct) =>
        (await _lists.FindAsync(Partition, KeyOf(day), ct))?.Json<PortalReconciliation>(Json);

    /// <summary>Every day from one to another that was reconciled.</summary>
    public async Task<IReadOnlyList<PortalReconciliation>> ReadAsync(DateOnly from, DateOnly to, CancellationToken ct) =>
        await _lists.ReadAllAsync(new RowRange(Partition, KeyOf(from), KeyOf(to.AddDays(1))), ct)
            .Select(row => row.Json<PortalReconciliation>(Json)!).ToListAsync(ct);

    public async Task<PageOf<PortalDifference>> DifferencesAsync(DateOnly day, PageAsked asked, CancellationToken ct)
    {
        var page = await _lists.ScanAsync(RowRange.All(DifferencesOf(day)).After(asked.After), asked.Limit, ct);
        return new([.. page.Rows.Select(row => row.Json<PortalDifference>(Json)!)], page.More ? PageAsked.CursorOf(page.Rows[^1].Key) : null);
    }

    /// <summary>Null when there is none of this code on the day.</summary>
    public async Task<PortalDifference?> DifferenceAsync(DateOnly day, string code, CancellationToken ct) =>
        (await _lists.FindAsync(DifferencesOf(day), code, ct))?.Json<PortalDifference>(Json);

    /// <summary>Again it is made anew, with what both sides say then.</summary>
    /// <returns>Null while the portal is away.</returns>
    public async Task<PortalReconciliation?> RunAsync(DateOnly day, CancellationToken ct)
    {
        if (await portal.ReadAsync(PortalSending.Unit, day, ct) is not { } theirs)
        {
            return null;
        }

        var ours = await days.ReadAsync(day, ct);
        var differences = Compare(ours, theirs);
        differences.AddRange(await OfFilesAsync(ours, theirs, differences, ct));
        await WriteAsync(day, differences, ct);
        var bad = differences.Select(difference => difference.Code).ToHashSet(StringComparer.Ordinal);
        var offices = ours.GroupBy(one => one.Value.Office)
            .Select(office => new PortalOfficeCount(office.Key, office.Count(), office.Count(one => !bad.Contains(one.Key))))
            .OrderBy(office => office.Office, StringComparer.Ordinal).ToList();
        var made = new PortalReconciliation(
            day, clock.Instant(), ours.Count, theirs.Count, offices.Sum(office => office.Matched), differences.Count, offices);
        await _lists.WriteAsync([RowChange.Upsert(RowOf(Partition, KeyOf(day), JsonSerializer.Serialize(made, OfficeJson.Stored)))], ct);
        return made;
    }

    private static List<PortalDifference> Compare(
        IReadOnlyDictionary<string, OurDossier> ours, IReadOnlyDictionary<string, PortalFacts> theirs) =>
    [
        .. ours.Select(one => Of(one.Key, one.Value.Office, one.Value.Facts, theirs.GetValueOrDefault(one.Key))).OfType<PortalDifference>(),
        .. theirs.Where(one => !ours.ContainsKey(one.Key))
            .Select(one => new PortalDifference(one.Key, PortalDifferenceKind.OnlyTheirs, null, null, one.Value)),
    ];

    // Only of those that are alike otherwise: sending one again mends all that differs.
    private async Task<IReadOnlyList<PortalDifference>> OfFilesAsync(
        IReadOnlyDictionary<string, OurDossier> ours, IReadOnlyDictionary<string, PortalFacts> theirs, IReadOnlyList<PortalDifference> known,
        CancellationToken ct)
    {
        var different = known.Select(difference => difference.Code).ToHashSet(StringComparer.Ordinal);
        var found = new ConcurrentBag<PortalDifference>();
        await Parallel.ForEachAsync(
            ours.Where(one => !different.Contains(one.Key)), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = ct },
            async (one, token) =>
            {
                if (await files.OfAsync(one.Key, one.Value, theirs[one.Key], token) is { } difference)
                {
                    found.Add(difference);
                }
            });
        return [.. found];
    }

    private static PortalDifference? Of(string code, string office, PortalFacts ours, PortalFacts? theirs) =>
        theirs is null ? new(code, PortalDifferenceKind.OnlyOurs, office, ours, null)
        : theirs.Status != ours.Status ? new(code, PortalDifferenceKind.StatusDiffers, office, ours, theirs)
        : Differ(ours.Received, theirs.Received) || Differ(ours.Promised, theirs.Promised) || Differ(ours.Done, theirs.Done)
            ? new(code, PortalDifferenceKind.TimesDiffer, office, ours, theirs)
        : null;

    private static bool Differ(string ours, string theirs) =>
        ours != theirs && !(Read(ours) is { } one && Read(theirs) is { } other && (one - other).Duration() <= TimeSpan.FromMinutes(1));

    private static DateTime? Read(string at) =>
        DateTime.TryParseExact(at, "yyyyMMddHHmmss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read) ? read : null;

    private async Task WriteAsync(DateOnly day, List<PortalDifference> differences, CancellationToken ct)
    {
        var now = differences.Select(difference => difference.Code).ToHashSet(StringComparer.Ordinal);
        var gone = await _lists.ReadAllAsync(RowRange.All(DifferencesOf(day)), ct)
            .Where(row => !now.Contains(row.Key)).Select(row => row.Key).ToListAsync(ct);
        var changes = gone.Select(key => RowChange.Delete(DifferencesOf(day), key))
            .Concat(
                differences.Select(difference => RowChange.Upsert(
                    RowOf(DifferencesOf(day), difference.Code, JsonSerializer.Serialize(difference, OfficeJson.Stored)))));
        foreach (var batch in changes.Chunk(100))
        {
            await _lists.WriteAsync(batch, ct);
        }
    }

    private static TableRow RowOf(string partition, string key, string json) => new(partition, key, new Dictionary<string, object?> { [Json] = json });

    private static string DifferencesOf(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"portal-differences:{day:yyyyMMdd}");

    private static string KeyOf(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
