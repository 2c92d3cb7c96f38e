using PublicAdmin.Embedded.Sqlite;

namespace PublicAdmin.Load;

/// <summary>How many bytes of database a finished dossier leaves. Its papers are small here: their bytes lie in the folder, not in the database.</summary>
internal static class Footprint
{
    private const int PaperBytes = 2_000;
    private const double Million = 1_000_000;

    public static async Task MeasureAsync(LoadOptions options)
    {
        if (options.Url is not null)
        {
            Report.Note("bytes: only in an office this program starts itself.");
            return;
        }

        await using var bench = await Bench.OpenAsync(options, LoadOptions.Folder);
        var own = bench.Own!;
        var (scan, staff) = (new Scan(PaperBytes), await bench.People.StaffAsync(Commune.Large));
        await bench.RepeatAsync(options.Finished, caller => Journeys.WalkAsync(caller, staff, scan));
        await Storage.AwaitQuietAsync(bench);
        await own.CloseAsync();
        var path = Path.Combine(own.Folder, "office.db");
        using var database = new SqliteConnection(path);
        Forget(database);
        RowKinds.Print(database, options.Finished);
        var passing = Number(database, "SELECT freelist_count * page_size FROM pragma_freelist_count, pragma_page_size");
        var lasting = (new FileInfo(path).Length - passing) / options.Finished;
        Report.Print("database per finished dossier", lasting, "bytes", Targets.BytesPerFinishedDossier);
        Report.Print("that is at 1,000,000 finished dossiers", lasting * Million / 1e9, "GB");
        Report.Print("and passing, for all: message ids, notes of uploads, free pages", passing, "bytes");
    }

    // What the office forgets by itself, ids of messages after twenty minutes, which dossiers were touched once the day is sealed, and when an upload
    // would have been thrown away after seven days, does not grow with the dossiers. Its pages are used again.
    private static void Forget(SqliteConnection database)
    {
        database.Execute("DELETE FROM SeenEven; DELETE FROM SeenOdd; DELETE FROM Lists WHERE Partition LIKE 'td:%'");
        database.Execute("DELETE FROM Uploads WHERE Partition LIKE 'stale-%'");
        database.Execute("PRAGMA wal_checkpoint(TRUNCATE)"); // Brings what is in the log into the file.
    }

    private static double Number(SqliteConnection database, string sql)
    {
        var statement = database.Prepare(sql);
        statement.Step();
        var number = statement.Number(0);
        statement.Reset();
        return number;
    }
}
