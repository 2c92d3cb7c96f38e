using System.Globalization;
using System.Text.Json;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Audit;

/// <summary>A day that is sealed.</summary>
/// <param name="Sha256">Of its manifest, hex.</param>
/// <param name="Events">In the histories of the dossiers somebody changed or looked at on that day.</param>
public sealed record SealedDay(DateOnly Day, DateTimeOffset SealedAt, int Dossiers, long Events, long Accesses, int Parts, string Sha256);

/// <summary>The days that are sealed, in table Lists, newest first: for looking up. What is true stands in the manifests.</summary>
public sealed class SealedDays(ITables tables)
{
    private const string Partition = "sealed-days";
    private const string Json = "Json";

    private readonly ITable _lists = tables[Tables.Lists];

    public async Task<SealedDay?> LastAsync(CancellationToken ct) => (await PageAsync(new PageAsked(1, null), ct)).Items is [var last, ..] ? last : null;

    public async Task<SealedDay?> FindAsync(DateOnly day, CancellationToken ct) => (await _lists.FindAsync(Partition, KeyOf(day), ct))?.Json<SealedDay>(Json);

    public async Task<PageOf<SealedDay>> PageAsync(PageAsked asked, CancellationToken ct)
    {
        var page = await _lists.ScanAsync(RowRange.All(Partition).After(asked.After), asked.Limit, ct);
        return new([.. page.Rows.Select(row => row.Json<SealedDay>(Json)!)], page.More ? PageAsked.CursorOf(page.Rows[^1].Key) : null);
    }

    internal Task AddAsync(KeptManifest kept, CancellationToken ct)
    {
        var m = kept.Manifest;
        var json = JsonSerializer.Serialize(new SealedDay(m.Day, m.SealedAt, m.Dossiers, m.Events, m.Accesses, m.Parts.Count, kept.Sha256), OfficeJson.Stored);
        return _lists.WriteAsync([RowChange.Upsert(new TableRow(Partition, KeyOf(m.Day), new Dictionary<string, object?> { [Json] = json }))], ct);
    }

    private static string KeyOf(DateOnly day) => (DateOnly.MaxValue.DayNumber - day.DayNumber).ToString("D7", CultureInfo.InvariantCulture);
}
