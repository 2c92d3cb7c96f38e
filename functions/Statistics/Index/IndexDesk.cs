using System.Text.Json;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Storage;
using PublicAdmin.Statistics.Reading;
using PublicAdmin.Statistics.Rollups;

namespace PublicAdmin.Statistics.Index;

/// <summary>Estimates the index from the books, and keeps what the National Portal published beside it.</summary>
public sealed class IndexDesk(BookReader reader, IndexSources sources, ITables tables)
{
    private const string OnlineDossiers = "ONLINE_DOSSIERS";
    private const string Sync = "DOSSIER_SYNC";
    private const string Partition = "index766";
    private const string Json = "J";

    private readonly ITable _table = tables[Tables.Statistics];

    public async Task<IndexView> MakeAsync(string office, Period period, CancellationToken ct)
    {
        var tally = await reader.ReadAsync(View.Competent, office, period, ct);
        var numbers = Line.NumbersOf(tally).Concat(await sources.ReadAsync(office, period, ct)).ToDictionary();
        var portal = await PortalAsync(office, period, ct);
        var lines = IndexRules.Current.Items.Select(item => IndexLine.Of(item, numbers, portal.TryGetValue(item.Code, out var said) ? said : null)).ToList();
        var known = lines.Where(line => line.Points is not null).ToList();
        return new IndexView(
            true, IndexRules.Current.Version, office, period.From, period.To, period.CutOff, known.Sum(line => line.Points!.Value),
            known.Sum(line => line.Item.Max), lines,
            tally.Late, tally.Flow[Measure.NationalLate], National(lines.First(line => line.Item.Code == IndexRules.Progress), numbers), Online(lines));
    }

    /// <summary>Figures of the portal for a period, by code of the item: the whole set at once.</summary>
    public Task KeepPortalAsync(string office, Period period, IReadOnlyDictionary<string, decimal> figures, CancellationToken ct) => _table.WriteAsync(
        [RowChange.Upsert(
            new TableRow(Partition, KeyOf(office, period), new Dictionary<string, object?> { [Json] = JsonSerializer.Serialize(figures, OfficeJson.Stored) }))],
            ct);

    private async Task<IReadOnlyDictionary<string, decimal>> PortalAsync(string office, Period period, CancellationToken ct) =>
        (await _table.FindAsync(Partition, KeyOf(office, period), ct))?.Json<Dictionary<string, decimal>>(Json) ?? [];

    // More than one supplement request is late there, whatever the date.
    private static decimal? National(IndexLine progress, IReadOnlyDictionary<string, long> numbers) =>
        progress.Whole is 0 || progress.Item.ExactNationally(numbers) is not { } points ? null : Math.Round(points, 2, MidpointRounding.AwayFromZero);

    private static decimal? Online(IReadOnlyList<IndexLine> lines)
    {
        var (online, sync) = (lines.First(line => line.Item.Code == OnlineDossiers).Ratio, lines.First(line => line.Item.Code == Sync).Ratio);
        return online is null || sync is null ? null : Math.Round(online.Value * sync.Value / 100, 2, MidpointRounding.AwayFromZero);
    }

    private static string KeyOf(string office, Period period) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{office}|{period.From:yyyyMMdd}|{period.To:yyyyMMdd}");
}
