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
        await own.CloseAsync(); // Which also brings what is in the log into the file.
        var bytes = new FileInfo(Path.Combine(own.Folder, "office.db")).Length / (double)options.Finished;
        Report.Print("database per finished dossier", bytes, "bytes", Targets.BytesPerFinishedDossier);
        Report.Print("that is at 1,000,000 finished dossiers", bytes * Million / 1e9, "GB");
    }
}
