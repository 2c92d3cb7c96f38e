using System.Globalization;
using System.Text.Json;
using PublicAdmin.Platform;

namespace PublicAdmin.Deadlines;

/// <summary>
/// The calendar as administrators keep it: every version of each year's plan in the Reference table, over the plans that ship with the program.
/// Read at most once a minute; a change made here is seen here at once.
/// </summary>
public sealed class CalendarBook(ITables tables, TimeProvider clock)
{
    private const string Partition = "calendar";
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);

    private sealed record Reading(IReadOnlyList<YearPlan> Plans, OfficeTimes Times, DateTimeOffset At);

    private volatile Reading? _last;

    /// <summary>The calendar and hours in force now.</summary>
    public async Task<OfficeTimes> CurrentAsync(CancellationToken ct) => (await ReadAsync(ct)).Times;

    /// <summary>The calendar as it was when a dossier's dates were counted.</summary>
    /// <param name="version">As <see cref="OfficeCalendar.VersionFor"/> wrote it; a year it does not name is taken from the present calendar.</param>
    public async Task<OfficeTimes> AsOfAsync(string? version, CancellationToken ct)
    {
        var (plans, times, _) = await ReadAsync(ct);
        var named = (version ?? "").Split('+').Select(part => part.TrimEnd('p')).ToHashSet();
        var calendar = plans.Where(plan => named.Contains(NameOf(plan))).Aggregate(times.Calendar, (all, plan) => all.With(plan));
        return times with { Calendar = calendar };
    }

    /// <summary>Stores the next version of a year's plan. Versions are only ever added, so of two administrators at once one is told.</summary>
    /// <exception cref="StaleRowException">Somebody else stored that version meanwhile.</exception>
    public async Task AddAsync(YearPlan plan, CancellationToken ct)
    {
        var key = string.Create(CultureInfo.InvariantCulture, $"{plan.Year}-{plan.Version:D4}");
        await tables[Tables.Reference].WriteAsync(
            [RowChange.Insert(new TableRow(Partition, key, new Dictionary<string, object?> { ["Plan"] = JsonSerializer.Serialize(plan, OfficeJson.Stored) }))], ct);
        _last = null;
    }

    private async Task<Reading> ReadAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (_last is { } last && (now - last.At).Duration() < Fresh)
        {
            return last;
        }

        var plans = OfficeTimes.Shipped.Calendar.Years.ToList();
        await foreach (var row in tables[Tables.Reference].ReadAllAsync(RowRange.All(Partition), ct))
        {
            plans.Add(row.Json<YearPlan>("Plan")!);
        }

        // The rows come in order of version, so the last one of a year stands.
        var calendar = plans.Aggregate(new OfficeCalendar([]), (all, plan) => all.With(plan));
        return _last = new Reading(plans, OfficeTimes.Shipped with { Calendar = calendar }, now);
    }

    private static string NameOf(YearPlan plan) => string.Create(CultureInfo.InvariantCulture, $"{plan.Year}.{plan.Version}");
}
