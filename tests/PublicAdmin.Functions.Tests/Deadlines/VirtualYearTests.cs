using PublicAdmin.Tests.Support;
using Xunit.Abstractions;

namespace PublicAdmin.Tests.Deadlines;

/// <summary>
/// The year 2026 driven through the real timer: dossiers of every procedure with a counted term, Tết, worked Saturdays, a holiday
/// decreed late, sweeps cut off in the middle, restarts, duplicate and missing ticks. What should have fired is counted by a second
/// reckoning, forwards from the start of each term, where the product reckons backwards from its end.
/// </summary>
public sealed class VirtualYearTests(ITestOutputHelper output)
{
    private static int Dossiers => HowMany.Of("VIRTUAL_YEAR_DOSSIERS", 400);

    [Fact]
    public async Task No_rung_is_missed_and_none_fires_twice()
    {
        await using var office = await Office.OpenInMemoryAsync(at: "2026-01-05T00:00Z");
        var year = new VirtualYear(office, new Random(20260105), Dossiers);

        var count = await year.RunAsync();

        output.WriteLine($"{count}");
        Assert.Equal((0, 0), (count.Missed, count.Doubled));
        Assert.True(count.Checked > count.Dossiers / 2);
        Assert.True(count is { Crashes: > 10, Duplicates: > 50, Resumed: > 0 });
    }
}

/// <param name="Rungs">Rungs that fired.</param>
/// <param name="Checked">Rungs the second reckoning asked for before a dossier paused or ended.</param>
internal sealed record YearCount(int Dossiers, int Rungs, int Checked, int Missed, int Doubled, int Sweeps, int Crashes, int Duplicates, int Resumed);
