using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using PublicAdmin.Deadlines;
using PublicAdmin.Deadlines.Calendar;
using PublicAdmin.Deadlines.Escalation;
using PublicAdmin.Deadlines.Hours;
using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Embedded;
using PublicAdmin.Embedded.Messages;
using PublicAdmin.Platform.Storage;
using PublicAdmin.Procedures;

namespace PublicAdmin.Load;

/// <summary>
/// The escalation sweep with a hundred alarms due, in an office with a hundred dossiers open and in one with a million: it must cost the same.
/// </summary>
internal static class Sweep
{
    private const int Due = 100;
    private const string Commune = "H18.61";
    private const string Pension = "1.014027";

    private static readonly DateTimeOffset Received = new(2026, 11, 16, 9, 0, 0, TimeSpan.FromHours(7));

    // Half of ten working days is used on Monday 23 November at 17:00.
    private static readonly DateTimeOffset HalfUsed = new(2026, 11, 23, 17, 5, 0, TimeSpan.FromHours(7));

    public static async Task MeasureAsync(LoadOptions options)
    {
        foreach (var open in new[] { 100, 1_000_000 })
        {
            await MeasureAsync(open);
        }
    }

    private static async Task MeasureAsync(int open)
    {
        var folder = Directory.CreateTempSubdirectory("office-load-");
        try
        {
            var clock = new SetClock(Received);
            await using var office = EmbeddedOffice.Build(
                ["--urls=http://127.0.0.1:0", $"--Embedded:Folder={folder.FullName}", "--Embedded:ManualTriggers=true", "--Logging:LogLevel:Default=Warning"],
                services => services.AddSingleton<TimeProvider>(clock));
            await office.StartAsync();
            await ReceiveAsync(office);
            await AddOpenAsync(office.Services.GetRequiredService<ITables>()[Tables.Lists], open);
            clock.Now = HalfUsed;
            await SweepAsync(office, open);
            await office.StopAsync();
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task SweepAsync(WebApplication office, int open)
    {
        var (sweep, meter) = (office.Services.GetRequiredService<EscalationSweep>(), office.Services.GetRequiredService<StorageMeter>());
        var before = meter.Totals;
        var watch = Stopwatch.StartNew();
        var report = await sweep.RunAsync(default);
        var (first, after) = (watch.Elapsed.TotalMilliseconds, meter.Totals);
        await office.Services.GetRequiredService<QueueTriggers>().DrainAsync(atOnce: 32, default);
        watch.Restart();
        await sweep.RunAsync(default); // Nothing is due any more: what each of the 288 sweeps of a quiet day costs.
        var name = string.Create(CultureInfo.InvariantCulture, $"{open:N0} open");
        Report.Print($"sweep, {name}: {report.Events} of {report.Alarms} alarms due", first, "ms");
        Report.Print($"  partitions looked into, {name}", report.Hours, "");
        Report.Print($"  reads, scans and writes, {name}", Spent(before, after), "");
        Report.Print($"  a sweep with nothing new, {name}", watch.Elapsed.TotalMilliseconds, "ms");
    }

    private static double Spent(IReadOnlyDictionary<StorageOperation, long> before, IReadOnlyDictionary<StorageOperation, long> after) =>
        new[] { StorageOperation.TableRead, StorageOperation.TableScan, StorageOperation.TableWrite }.Sum(operation => after[operation] - before[operation]);

    private static async Task ReceiveAsync(WebApplication office)
    {
        var store = office.Services.GetRequiredService<DossierStore>();
        var pin = new ProcedurePin(Pension, office.Services.GetRequiredService<ProcedureCatalogue>().Find(Pension, WorkingTime.DayOf(Received))!.Version);
        var deadline = DeadlineClock.Start(Received, Term.WorkingDays(10), office.Services.GetRequiredService<CalendarBook>().Current.Of(Commune)).Value;
        var stamp = new Stamp(Received, "load", "Clerk", Commune);
        foreach (var serial in Enumerable.Range(1, Due))
        {
            var filing = new Filing(
                pin, Channel.Counter, new Applicant("Lò Thị Mai", "011195000123"), new Places(null, Commune, Commune), ReturnWay.Counter, [], "load");
            var stored = await store.AddAsync(new Submitted(DossierCode.Issue(Commune, WorkingTime.DayOf(Received), serial), filing, stamp), null, default);
            await store.RecordAsync(stored, new Accepted(deadline, pin with { Calendar = deadline.CalendarVersion }, stamp), null, default);
        }

        await office.Services.GetRequiredService<QueueTriggers>().DrainAsync(atOnce: 32, default);
    }

    // Alarms of the weeks to come, as the projector would write them; a sweep that looked at one would fail on it.
    private static Task AddOpenAsync(ITable lists, int open) => Parallel.ForEachAsync(
        Enumerable.Range(0, open).Chunk(TableLimits.MaxChanges), new ParallelOptions { MaxDegreeOfParallelism = 32 }, async (batch, ct) =>
        {
            var at = HalfUsed.AddDays(2).AddHours(batch[0] / TableLimits.MaxChanges % 500);
            await lists.WriteAsync(
                [.. batch.Select(n => RowChange.Insert(new TableRow(
                    AlarmList.PartitionOf(at), string.Create(CultureInfo.InvariantCulture, $"{at.UtcDateTime:yyyyMMddHHmm}|H18.61-261116-{n + 1_000:D7}|half"),
                    new Dictionary<string, object?>())))],
                ct);
        });

    private sealed class SetClock(DateTimeOffset now) : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = now;

        public override DateTimeOffset GetUtcNow() => Now.ToUniversalTime();
    }
}
