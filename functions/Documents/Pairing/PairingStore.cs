using System.Globalization;
using PublicAdmin.Documents.Uploads;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Documents.Pairing;

/// <summary>
/// Pairings in table Sessions: <c>q-{id}</c> with the state and a row for each page; <c>pairings</c> names them by their end, so that each new one takes
/// those away that are over.
/// </summary>
public sealed class PairingStore(ITables tables, TimeProvider clock)
{
    private const string Ends = "pairings";
    private const string State = "state";
    private const string Page = "p-";
    private const string Clerk = "Clerk";
    private const string Office = "Office";
    private const string Owner = "Owner";
    private const string Until = "Until";
    private const string Secret = "Secret";
    private const string Token = "Token";
    private const string Upload = "Upload";
    private const int MostSwept = 20;

    private readonly ITable _table = tables[Tables.Sessions];

    public async Task AddAsync(PhonePairing pairing, CancellationToken ct)
    {
        await SweepAsync(ct);
        var end = string.Create(CultureInfo.InvariantCulture, $"{pairing.Until.UtcTicks:D19}|{pairing.Id}");
        await _table.WriteAsync([RowChange.Upsert(new(Ends, end, new Dictionary<string, object?> { [State] = pairing.Id }))], ct);
        await _table.WriteAsync([RowChange.Insert(ToRow(pairing))], ct);
    }

    /// <returns>Null when there is none, or its time is over.</returns>
    public async Task<PhonePairing?> FindAsync(string id, CancellationToken ct) =>
        await _table.FindAsync(PartitionOf(id), State, ct) is { } row && ToPairing(id, row) is var pairing && clock.GetUtcNow() < pairing.Until
            ? pairing : null;

    /// <returns>False when another telephone was faster.</returns>
    public async Task<bool> ClaimAsync(PhonePairing pairing, string token, CancellationToken ct)
    {
        try
        {
            await _table.WriteAsync([RowChange.Replace(ToRow(pairing with { Token = token }))], ct);
            return true;
        }
        catch (StaleRowException)
        {
            return false;
        }
    }

    /// <summary>Behind the pages that are there; one that comes at the same moment comes behind this one, or before it.</summary>
    /// <returns>How many there are now.</returns>
    public Task<int> AddPageAsync(string id, UploadId upload, CancellationToken ct) => Contention.UntilWrittenAsync(async () =>
    {
        var number = (await PageRowsAsync(id, ct)).Count + 1;
        var key = string.Create(CultureInfo.InvariantCulture, $"{Page}{number:D4}");
        await _table.WriteAsync([RowChange.Insert(new(PartitionOf(id), key, new Dictionary<string, object?> { [Upload] = upload.ToString() }))], ct);
        return number;
    }, ct);

    public async Task<IReadOnlyList<UploadId>> PagesAsync(string id, CancellationToken ct) =>
    [
        .. (await PageRowsAsync(id, ct))
            .Select(row => UploadId.TryParse(row.Text(Upload), out var upload) ? upload : null).OfType<UploadId>().Distinct(),
    ];

    private async Task<IReadOnlyList<TableRow>> PageRowsAsync(string id, CancellationToken ct) =>
        (await _table.ScanAsync(RowRange.Prefix(PartitionOf(id), Page), TableLimits.MaxPage, ct)).Rows;

    private async Task SweepAsync(CancellationToken ct)
    {
        var later = string.Create(CultureInfo.InvariantCulture, $"{clock.GetUtcNow().UtcTicks + 1:D19}");
        foreach (var end in (await _table.ScanAsync(new RowRange(Ends, "", later), MostSwept, ct)).Rows)
        {
            try
            {
                await _table.DeleteAllAsync((await _table.ScanAsync(RowRange.All(PartitionOf(end.Text(State))), TableLimits.MaxPage, ct)).Rows, ct);
                await _table.WriteAsync([RowChange.Delete(Ends, end.Key)], ct);
            }
            catch (StaleRowException)
            {
                // Another clerk's pairing is sweeping at the same moment.
            }
        }
    }

    private static string PartitionOf(string id) => $"q-{id}";

    private static TableRow ToRow(PhonePairing pairing) => new(
        PartitionOf(pairing.Id),
        State,
        new Dictionary<string, object?>
        {
            [Clerk] = pairing.Source.By,
            [Office] = pairing.Source.Office,
            [Owner] = pairing.Owner.Key,
            [Until] = pairing.Until,
            [Secret] = pairing.Secret,
            [Token] = pairing.Token,
        },
        pairing.Tag);

    private static PhonePairing ToPairing(string id, TableRow row) => new(
        id, new(row.Text(Clerk), row.TextOrNull(Office)), new(row.Text(Owner)), row.Instant(Until), row.Text(Secret), row.TextOrNull(Token), row.Tag);
}
