using System.Globalization;
using System.Text.Json;
using PublicAdmin.Deadlines.Hours;
using PublicAdmin.Dossiers;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Petitions;

/// <summary>
/// Petitions in one partition: each by its code (<c>p|</c>), where an office, everybody and the clock find it (<c>l|</c>, <c>a|</c>, <c>o|</c>), and the counts
/// of each office and day, as a whole and by channel (<c>c|</c>), which dossier one is waiting about (<c>d|</c>), written in the same batch so that they are
/// never of another opinion.
/// </summary>
public sealed class PetitionStore(ITables tables)
{
    internal const string Partition = "petitions";
    private const string Json = "J";
    internal const string Province = "*";

    private static readonly Dictionary<string, object?> Nothing = [];

    private readonly ITable _table = tables[Tables.Statistics];

    public async Task<(Petition? Petition, string? Tag)> FindAsync(string id, CancellationToken ct) =>
        await _table.FindAsync(Partition, $"p|{id}", ct) is { } row ? (row.Json<Petition>(Json), row.Tag) : (null, null);

    /// <summary>Where its petitioner wants to be written to; null for nowhere.</summary>
    public async Task<string?> EmailAsync(string id, CancellationToken ct) => (await FindAsync(id, ct)).Petition?.Contact?.Email;

    /// <summary>Keeps a new one; one that is there already stays as it is.</summary>
    public Task<Petition> AddAsync(Petition petition, CancellationToken ct) => Contention.UntilWrittenAsync(
        async () =>
        {
            if (await FindAsync(petition.Id, ct) is { Petition: { } known })
            {
                return known;
            }

            RowChange[] rows =
            [
                RowChange.Insert(RowOf(petition, null)), RowChange.Upsert(Pointer(OpenKey(petition))),
                RowChange.Upsert(Pointer(ListKey(petition.Office, petition))), RowChange.Upsert(Pointer(ListKey(Province, petition))),
                .. petition.Dossier is { } about ? [RowChange.Upsert(Pointer(AboutKey(about, petition)))] : Array.Empty<RowChange>(),
                .. await CountAsync(petition, petition.At, counts => counts with { Filed = counts.Filed + 1 }, ct),
            ];
            await _table.WriteAsync(rows, ct);
            return petition;
        },
        ct);

    /// <summary>Writes what the office said.</summary>
    /// <exception cref="StaleRowException">Somebody else changed it, or was counted for the same office or the province, meanwhile: look again.</exception>
    public async Task CloseAsync(Petition closed, string tag, CancellationToken ct)
    {
        RowChange[] rows =
        [
            RowChange.Replace(RowOf(closed, tag)), RowChange.Delete(Partition, OpenKey(closed)),
            RowChange.Upsert(Pointer(AnswerKey(closed))),
            .. await CountAsync(closed, closed.Answer!.At, counts => counts.Closed(closed), ct),
            .. closed.Dossier is { } about && await _table.FindAsync(Partition, AboutKey(about, closed), ct) is not null
                ? [RowChange.Delete(Partition, AboutKey(about, closed))] : Array.Empty<RowChange>(),
        ];
        await _table.WriteAsync(rows, ct);
    }

    /// <summary>Writes what was asked, or said to it: nothing is counted.</summary>
    /// <exception cref="StaleRowException">Somebody else changed it meanwhile: look again.</exception>
    public async Task ChangeAsync(Petition changed, string tag, CancellationToken ct) => await _table.WriteAsync([RowChange.Replace(RowOf(changed, tag))], ct);

    /// <summary>Writes what the petitioner thought of the answer.</summary>
    /// <exception cref="StaleRowException">As for an answer.</exception>
    public async Task RateAsync(Petition rated, string tag, CancellationToken ct) => await _table.WriteAsync(
        [RowChange.Replace(RowOf(rated, tag)), .. await CountAsync(rated, rated.Answer!.At, counts => counts.Rated(rated), ct)], ct);

    /// <summary>Those of an office, the newest first; of everybody for the whole province.</summary>
    public Task<PageOf<Petition>> ListAsync(string office, PageAsked page, CancellationToken ct) =>
        PageAsync(RowRange.Prefix(Partition, $"l|{office}|"), page, ct);

    /// <summary>Those that are answered, the latest answer first.</summary>
    public Task<PageOf<Petition>> AnsweredAsync(PageAsked page, CancellationToken ct) => PageAsync(RowRange.Prefix(Partition, "a|"), page, ct);

    /// <summary>Those that wait and whose last day is no later than one, the most pressing first.</summary>
    public IAsyncEnumerable<Petition> WaitingAsync(DateOnly until, CancellationToken ct) => _table
        .ReadAllAsync(WaitingUntil(until), ct).Select<TableRow, Petition?>(async (row, token) => (await FindAsync(row.Key.Split('|')[^1], token)).Petition)
        .OfType<Petition>();

    /// <summary>Whether one about this dossier waits for its answer.</summary>
    public async Task<bool> IsWaitingAboutAsync(DossierCode code, CancellationToken ct) =>
        (await _table.ScanAsync(RowRange.Prefix(Partition, $"d|{code}|"), 1, ct)).Rows.Count > 0;

    /// <summary>How many of an office, or of the province, wait though their last day was before one.</summary>
    public async Task<long> LateAsync(string office, DateOnly today, CancellationToken ct) => await _table
        .ReadAllAsync(WaitingUntil(today.AddDays(-1)), ct).LongCountAsync(row => office is Province || row.Key.Split('|')[2] == office, ct);

    /// <summary>The counts of an office, or of the province (<c>*</c>), from a day to a day, both counted.</summary>
    /// <param name="channel">Only what came that way; null for all.</param>
    public async Task<PetitionCounts> CountsAsync(
        string office, DateOnly from, DateOnly to, CancellationToken ct, PetitionChannel? channel = null) => await _table
        .ReadAllAsync(new RowRange(Partition, CountKey(office, from, channel), CountKey(office, to.AddDays(1), channel)), ct)
        .Select(row => row.Json<PetitionCounts>(Json)!).AggregateAsync(PetitionCounts.None, (sum, one) => sum.Add(one), ct);

    private async Task<PageOf<Petition>> PageAsync(RowRange range, PageAsked page, CancellationToken ct)
    {
        var rows = await _table.ScanAsync(range.After(page.After), page.Limit, ct);
        var found = await Task.WhenAll(rows.Rows.Select(row => FindAsync(row.Key.Split('|')[^1], ct)));
        return new([.. found.Select(one => one.Petition).OfType<Petition>()], rows.More ? PageAsked.CursorOf(rows.Rows[^1].Key) : null);
    }

    private async Task<IReadOnlyList<RowChange>> CountAsync(
        Petition petition, DateTimeOffset at, Func<PetitionCounts, PetitionCounts> change, CancellationToken ct)
    {
        var changes = new List<RowChange>();
        PetitionChannel?[] channels = petition.Channel is { } channel ? [null, channel] : [null];
        foreach (var key in channels.SelectMany(one => new[] { petition.Office, Province }.Select(office => CountKey(office, WorkingTime.DayOf(at), one))))
        {
            var row = await _table.FindAsync(Partition, key, ct);
            var counts = change(row?.Json<PetitionCounts>(Json) ?? PetitionCounts.None);
            var written = new TableRow(Partition, key, JsonOf(counts), row?.Tag);
            changes.Add(row is null ? RowChange.Insert(written) : RowChange.Replace(written));
        }

        return changes;
    }

    private static RowRange WaitingUntil(DateOnly last) =>
        new(Partition, "o|", string.Create(CultureInfo.InvariantCulture, $"o|{last.AddDays(1):yyyyMMdd}"));

    private static TableRow RowOf(Petition petition, string? tag) => new(Partition, $"p|{petition.Id}", JsonOf(petition), tag);

    private static TableRow Pointer(string key) => new(Partition, key, Nothing);

    internal static string ListKey(string office, Petition petition) =>
        string.Create(CultureInfo.InvariantCulture, $"l|{office}|{Backwards(petition.At)}|{petition.Id}");

    private static string OpenKey(Petition petition) =>
        string.Create(CultureInfo.InvariantCulture, $"o|{petition.AnswerBy:yyyyMMdd}|{petition.Office}|{petition.Id}");

    internal static string AnswerKey(Petition petition) => $"a|{Backwards(petition.Answer!.At)}|{petition.Id}";

    private static string AboutKey(DossierCode about, Petition petition) => $"d|{about}|{petition.Id}";

    private static string CountKey(string office, DateOnly day, PetitionChannel? channel) =>
        string.Create(CultureInfo.InvariantCulture, $"c|{office}{(channel is null ? "" : $"~{channel}")}|{day:yyyyMMdd}");

    internal static string Backwards(DateTimeOffset at) => (DateTimeOffset.MaxValue.UtcTicks - at.UtcTicks).ToString("D19", CultureInfo.InvariantCulture);

    private static Dictionary<string, object?> JsonOf(object value) => new() { [Json] = JsonSerializer.Serialize(value, value.GetType(), OfficeJson.Stored) };
}
