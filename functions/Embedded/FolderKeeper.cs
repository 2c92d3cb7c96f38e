using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PublicAdmin.Embedded.Rows;
using PublicAdmin.Embedded.Sqlite;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Storage;
using PublicAdmin.Submission;

namespace PublicAdmin.Embedded;

/// <summary>
/// Keeps the folder's note (<see cref="FolderNote"/>) true while the office is open: held against the database before anything else starts, written again
/// every minute and at the close. A database too large to be looked through before the doors open is looked through behind them.
/// </summary>
internal sealed partial class FolderKeeper(
    IConfiguration settings, SqliteDatabase database, SqliteTables tables, IHostApplicationLifetime lifetime, ILogger<FolderKeeper> log) : BackgroundService
{
    private static readonly TimeSpan Pace = TimeSpan.FromMinutes(1);

    private readonly string _folder = EmbeddedOffice.FolderOf(settings);

    private string HashKey => settings[KeyedHashes.Setting]!;

    /// <exception cref="FolderLostException">The database has given out fewer serials than the folder knows of.</exception>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        if (!settings.GetValue<bool>(RestoreAtStart.Setting))
        {
            FolderNote.Compare(_folder, HashKey, await SerialsAsync(cancellationToken));
        }

        await FolderMark.KeepAsync(database, FolderNote.NameOf(HashKey));
        await base.StartAsync(cancellationToken);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await NoteAsync(CancellationToken.None);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        if (!database.IsLookedThrough && !database.Read(0, static (connection, _) => DatabaseDamage.IsWhole(connection)))
        {
            LogDamaged(FolderLostException.OfDamage(_folder).Message);
            lifetime.StopApplication();
            return;
        }

        using var minute = new PeriodicTimer(Pace);
        while (await minute.WaitForNextTickAsync(stoppingToken))
        {
            await NoteAsync(stoppingToken);
        }
    }

    // A disk without room is no reason to close: the note before still holds, and the next minute tries again.
    private async Task NoteAsync(CancellationToken ct)
    {
        try
        {
            FolderNote.Count(_folder, HashKey, await SerialsAsync(ct));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or SqliteFault)
        {
            LogNotNoted(fault.GetType().Name);
        }
    }

    private async Task<long> SerialsAsync(CancellationToken ct)
    {
        var (serials, after) = (0L, (TableRow?)null);
        for (RowPage page; ; after = page.Rows[^1])
        {
            page = await tables[Tables.Serials].WalkAsync(after, TableLimits.MaxPage, ct);
            serials += page.Rows.Where(row => row.Key == DossierSerials.LastKey).Sum(row => row.Number(DossierSerials.Last));
            if (!page.More)
            {
                return serials;
            }
        }
    }

    [LoggerMessage(LogLevel.Critical, "{Sentence}")]
    private partial void LogDamaged(string sentence);

    [LoggerMessage(LogLevel.Warning, "What the folder holds could not be noted: {Fault}. The note of before still holds.")]
    private partial void LogNotNoted(string fault);
}
