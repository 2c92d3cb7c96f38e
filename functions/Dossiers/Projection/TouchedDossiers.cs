using System.Globalization;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Dossiers.Projection;

/// <summary>
/// Which dossiers somebody changed or looked at on a day: one row of two keys each, in table Lists, until the day is sealed. Written by the
/// projector and the access log, once per dossier, day and process.
/// </summary>
public sealed class TouchedDossiers(ITables tables, TimeProvider clock)
{
    private const int Places = 4096;
    private static readonly Dictionary<string, object?> Nothing = [];

    private readonly ITable _lists = tables[Tables.Lists];

    // What this process has noted already; one place for each code, as KeptHeads has.
    private readonly Note?[] _noted = new Note?[Places];

    public async Task NoteAsync(DossierCode code, CancellationToken ct)
    {
        var note = new Note(code.ToString(), clock.Today());
        var place = (uint)string.GetHashCode(note.Code, StringComparison.Ordinal) % Places;
        if (_noted[place] != note)
        {
            await _lists.WriteAsync([RowChange.Upsert(new TableRow(PartitionOf(note.Day), note.Code, Nothing))], ct);
            _noted[place] = note;
        }
    }

    /// <summary>In the order of their codes.</summary>
    public IAsyncEnumerable<TableRow> On(DateOnly day, CancellationToken ct) => _lists.ReadAllAsync(RowRange.All(PartitionOf(day)), ct);

    public async Task<bool> AnyOnAsync(DateOnly day, CancellationToken ct) => (await _lists.ScanAsync(RowRange.All(PartitionOf(day)), 1, ct)).Rows.Count > 0;

    /// <summary>Forgets rows that were sealed; one noted again since carries another tag and stays.</summary>
    public async Task ForgetAsync(IEnumerable<TableRow> rows, CancellationToken ct)
    {
        foreach (var batch in rows.GroupBy(row => row.Partition).SelectMany(partition => partition.Chunk(TableLimits.MaxChanges)))
        {
            if (!await TryDeleteAsync(batch, ct))
            {
                foreach (var row in batch)
                {
                    await TryDeleteAsync([row], ct);
                }
            }
        }
    }

    private async Task<bool> TryDeleteAsync(TableRow[] rows, CancellationToken ct)
    {
        try
        {
            await _lists.WriteAsync([.. rows.Select(row => RowChange.Delete(row.Partition, row.Key, row.Tag))], ct);
            return true;
        }
        catch (StaleRowException)
        {
            return false;
        }
    }

    private static string PartitionOf(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"td:{day:yyMMdd}");

    private sealed record Note(string Code, DateOnly Day);
}
