using PublicAdmin.Embedded;

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

        await using var bench = await Bench.OpenAsync(options);
        var own = bench.Own!;
        var (scan, staff) = (new Scan(PaperBytes), await bench.People.StaffAsync(Commune.Large));
        await bench.RepeatAsync(options.Finished, caller => Journeys.WalkAsync(caller, staff, scan));
        await Storage.AwaitQuietAsync(bench);
        await own.CloseAsync();
        var path = Path.Combine(own.Folder, "office.db");
        using var database = new SqliteConnection(path);
        database.Execute("PRAGMA wal_checkpoint(TRUNCATE)"); // Brings what is in the log into the file.
        var passing = PassingBytes(database);
        var lasting = (new FileInfo(path).Length - passing) / options.Finished;
        Report.Print("database per finished dossier", lasting, "bytes", Targets.BytesPerFinishedDossier);
        Report.Print("that is at 1,000,000 finished dossiers", lasting * Million / 1e9, "GB");
        Report.Print("and passing, for all: message ids, free pages", passing, "bytes");
    }

    // Ids of messages are kept for twenty minutes and free pages are used again: neither grows with the dossiers.
    private static double PassingBytes(SqliteConnection database) =>
        Number(database, "SELECT coalesce(sum(length(Queue) + length(Id) + 16), 0) FROM (SELECT * FROM SeenEven UNION ALL SELECT * FROM SeenOdd)")
        + Number(database, "SELECT freelist_count * page_size FROM pragma_freelist_count, pragma_page_size");

    private static double Number(SqliteConnection database, string sql)
    {
        var statement = database.Prepare(sql);
        statement.Step();
        var number = statement.Number(0);
        statement.Reset();
        return number;
    }
}
