using System.Globalization;
using System.Text.Json;
using PublicAdmin.Platform;

namespace PublicAdmin.Deadlines;

/// <summary>
/// The calendar as administrators keep it: the plan of each year in the Reference table, over the plans that ship with the program.
/// Read at most once a minute; a change made here is seen here at once.
/// </summary>
public sealed class CalendarBook(ITables tables, TimeProvider clock)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);

    private sealed record Reading(OfficeTimes Times, DateTimeOffset At);

    private volatile Reading? _last;

    /// <summary>The calendar and hours in force now.</summary>
    public async Task<OfficeTimes> CurrentAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (_last is { } last && (now - last.At).Duration() < Fresh)
        {
            return last.Times;
        }

        var calendar = OfficeTimes.Shipped.Calendar;
        await foreach (var row in tables[Tables.Reference].ReadAllAsync(RowRange.All(Partition), ct))
        {
            calendar = calendar.With(row.Json<YearPlan>("Plan")!);
        }

        _last = new Reading(OfficeTimes.Shipped with { Calendar = calendar }, now);
        return _last.Times;
    }

    /// <summary>Stores a year's plan. Its version must follow the one in force, so of two administrators at once one is told.</summary>
    /// <exception cref="StaleRowException">Somebody else stored that year meanwhile.</exception>
    public async Task SaveAsync(YearPlan plan, CancellationToken ct)
    {
        var key = plan.Year.ToString(CultureInfo.InvariantCulture);
        var stored = await tables[Tables.Reference].FindAsync(Partition, key, ct);
        if (stored is not null && stored.Json<YearPlan>("Plan")!.Version >= plan.Version)
        {
            throw new StaleRowException($"The calendar of {key} was changed meanwhile.");
        }

        var row = new TableRow(Partition, key, new Dictionary<string, object?> { ["Plan"] = JsonSerializer.Serialize(plan, OfficeJson.Stored) }, stored?.Tag);
        await tables[Tables.Reference].WriteAsync([stored is null ? RowChange.Insert(row) : RowChange.Replace(row)], ct);
        _last = null;
    }

    private const string Partition = "calendar";
}
