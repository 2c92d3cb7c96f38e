using System.Diagnostics;
using PublicAdmin.Deadlines.Escalation;
using PublicAdmin.Platform.Storage;
using PublicAdmin.Tests.Support;
using Xunit.Abstractions;

namespace PublicAdmin.Tests.Deadlines;

/// <summary>What a sweep costs with few and with many dossiers open, the same three alarms being due. <c>SWEEP_OPEN</c> sets how many are many.</summary>
public sealed class SweepCostTests(ITestOutputHelper output)
{
    private static int Many => HowMany.Of("SWEEP_OPEN", 5_000);

    [Fact]
    public async Task A_sweep_looks_at_the_same_rows_however_many_dossiers_are_open()
    {
        var few = await SweepAsync(100);
        var many = await SweepAsync(Many);

        Assert.Equal(few, many);
        Assert.Equal(3, many.Alarms);
    }

    private async Task<SweepReport> SweepAsync(int open)
    {
        await using var office = await Office.OpenAsync(at: "2026-11-16T02:00Z");
        foreach (var serial in Enumerable.Range(1, 3))
        {
            await office.ReceiveAsync("2026-11-16 09:00", serial);
        }

        await AddOpenAsync(office, open);
        office.Clock.GoTo(Given.At("2026-11-23 17:10"));
        var watch = Stopwatch.StartNew();
        var report = await office.The<EscalationSweep>().RunAsync(default);
        output.WriteLine($"{open} open: {report} in {watch.Elapsed.TotalMilliseconds:F1} ms");
        return report;
    }

    // Alarms of the weeks to come, as the projector would write them; a sweep that looked at one would fail on it.
    private static async Task AddOpenAsync(Office office, int open)
    {
        var table = office.The<ITables>()[Tables.Lists];
        for (var first = 0; first < open; first += TableLimits.MaxChanges)
        {
            var at = Given.At("2026-11-25 07:00").AddHours(first / TableLimits.MaxChanges % 500);
            await table.WriteAsync(
                [.. Enumerable.Range(first, Math.Min(TableLimits.MaxChanges, open - first)).Select(n => RowChange.Insert(new TableRow(
                    AlarmList.PartitionOf(at), $"{at.UtcDateTime:yyyyMMddHHmm}|H18.61-261116-{n + 10:D7}|half", new Dictionary<string, object?>())))],
                default);
        }
    }
}
