namespace PublicAdmin.Load;

/// <summary>What can be measured, by name, in the order it is done.</summary>
internal static class Scenarios
{
    public static IReadOnlyList<(string Name, Func<LoadOptions, Task> Run)> All { get; } =
    [
        ("start", Start.MeasureAsync),
        ("adapters", Adapters.MeasureAsync),
        ("validation", Validation.MeasureAsync),
        ("sign", Signatures.MeasureAsync),
        ("submit", options => InOfficeAsync(options, Submit.MeasureAsync)),
        ("read", options => InOfficeAsync(options, Reading.ReadAsync)),
        ("track", options => InOfficeAsync(options, Reading.TrackAsync)),
        ("work", options => InOfficeAsync(options, WorkLists.MeasureAsync)),
        ("transition", options => InOfficeAsync(options, Transitions.MeasureAsync)),
        ("upload", options => InOfficeAsync(options, Journeys.UploadAsync)),
        ("journey", options => InOfficeAsync(options, Journeys.MeasureAsync)),
        ("counted", options => InOfficeAsync(options, Counted.JourneysAsync)),
        ("counted-submits", options => InOfficeAsync(options, Counted.SubmitsAsync)),
        ("steps", options => InOfficeAsync(options, Counted.StepsAsync)),
        ("storage", options => InOfficeAsync(options, Storage.CountAsync)),
        ("bytes", Footprint.MeasureAsync),
        ("dictionary", options => options.Scenarios.Contains("dictionary") ? RowDictionary.MakeAsync() : Task.CompletedTask), // Makes a file, measures nothing.
        ("sweep", Sweep.MeasureAsync),
        ("flood", Flood.MeasureAsync),
        ("kills", options => options.Scenarios.Contains("kills") ? Kills.MeasureAsync(options) : Task.CompletedTask), // Hours: only when asked for.
        ("books", _ => FlatBooks.MeasureAsync(1_000, 1_000_000)),
        ("books-short", _ => FlatBooks.MeasureAsync(1_000, 100_000)),
        ("carryover", options => options.Scenarios.Contains("carryover") ? Carryover.MeasureAsync(200_000) : Task.CompletedTask), // Half an hour.
        ("portal", options => options.Scenarios.Contains("portal") ? PortalTelling.MeasureAsync(options) : Task.CompletedTask), // A quarter of an hour.
        ("package", options => options.Scenarios.Contains("package") ? LargePackage.MeasureAsync() : Task.CompletedTask), // 5 GB of disk.
        ("replay", _ => Books.ReplayAsync(20)),
        ("replay-whole", options => options.Scenarios.Contains("replay-whole") ? Books.ReplayAsync(1) : Task.CompletedTask), // Minutes: only when asked for.
    ];

    // Each in an office of its own, so that none pays for the work another left behind.
    private static async Task InOfficeAsync(LoadOptions options, Func<Bench, Task> measure)
    {
        await using var bench = await Bench.OpenAsync(options);
        await measure(bench);
        if (bench.Pid is { } pid)
        {
            Report.Print("  memory of the office, peak", Memories.PeakOf(pid), "MB", Targets.Megabytes);
        }
    }
}
