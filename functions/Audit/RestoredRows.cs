using System.Text.Json;
using Microsoft.Extensions.Logging;
using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Audit;

/// <summary>Puts lines of a journal back into their tables; a row that is there is newer and stays.</summary>
public sealed partial class RestoredRows(ITables tables, DossierRestorer dossiers, DataKeys keys, KeyCopies copies, SealedDays days, ILogger<RestoredRows> log)
{
    private const int RowsOfBatch = 50;

    public async Task<bool> AreEmptyAsync(CancellationToken ct) => (await tables[Tables.Dossiers].WalkAsync(null, 1, ct)).Rows.Count == 0;

    internal Task ListAsync(KeptManifest kept, CancellationToken ct) => days.AddAsync(kept, ct);

    /// <summary>A copy of a table, in the order of its partitions.</summary>
    internal async Task AddAsync(IAsyncEnumerable<string> lines, CancellationToken ct)
    {
        var batch = new List<(string Table, TableRow Row)>();
        await foreach (var line in lines.WithCancellation(ct))
        {
            var read = JournalLine.Read(line);
            if (batch.Count == RowsOfBatch || (batch.Count > 0 && batch[0].Row.Partition != read.Row.Partition))
            {
                await InsertAsync(batch, ct);
                batch.Clear();
            }

            batch.Add(read);
        }

        await InsertAsync(batch, ct);
    }

    /// <summary>A part: the record of one dossier after the other, each followed by its rows in other tables.</summary>
    /// <returns>How many were brought back, and how many could not be.</returns>
    internal async Task<(int Restored, int Left)> AddDossiersAsync(IAsyncEnumerable<string> lines, CancellationToken ct)
    {
        var (restored, left, record) = (0, 0, new List<TableRow>());
        var found = new FoundKeys(keys, copies);
        await foreach (var line in lines.WithCancellation(ct))
        {
            var (table, row) = JournalLine.Read(line);
            if (record.Count > 0 && (table != Tables.Dossiers || row.Partition != record[0].Partition))
            {
                Count(await TryRestoreAsync(record, found, ct));
                record.Clear();
            }

            if (table == Tables.Dossiers)
            {
                record.Add(row);
            }
            else if (SealedAnnex.Opened(new AnnexRow(table, row), found.Last) is { } opened)
            {
                await InsertAsync([(table, opened.Row)], ct);
            }
        }

        Count(record.Count == 0 ? false : await TryRestoreAsync(record, found, ct));
        return (restored, left);

        void Count(bool? done) => (restored, left) = (restored + (done is true ? 1 : 0), left + (done is null ? 1 : 0));
    }

    /// <returns>Null when it cannot be brought back: that keeps no other from coming back.</returns>
    private async Task<bool?> TryRestoreAsync(List<TableRow> record, FoundKeys found, CancellationToken ct)
    {
        try
        {
            var (key, erased) = await found.OfAsync(record[0].Partition, ct);
            if (erased is not null)
            {
                await dossiers.RestoreAsync(erased, record, ct);
                return false;
            }

            return await dossiers.RestoreAsync(DossierCode.Parse(record[0].Partition), record, key, ct);
        }
        catch (Exception broken) when (broken is InvalidDataException or JsonException or FormatException or KeyNotFoundException)
        {
            LogLeft(record[0].Partition);
            return null;
        }
    }

    private async Task InsertAsync(List<(string Table, TableRow Row)> batch, CancellationToken ct)
    {
        if (batch.Count == 0)
        {
            return;
        }

        try
        {
            await tables[batch[0].Table].WriteAsync([.. batch.Select(one => RowChange.Insert(one.Row))], ct);
        }
        catch (StaleRowException)
        {
            foreach (var one in batch.Count > 1 ? batch : [])
            {
                await InsertAsync([one], ct);
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "{Code} could not be brought back: its events make no dossier.")]
    private partial void LogLeft(string code);
}
