using System.Globalization;
using System.Text.Json;
using PublicAdmin.Deadlines.Hours;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Reference;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Deadlines.Calendar;

/// <summary>
/// The calendar as administrators keep it: every version of each year's plan in the Reference table, over the plans that ship with the program.
/// Held in memory and refreshed like all reference data; a change made here is seen here at once.
/// </summary>
public sealed class CalendarBook(ITables tables, HoursBook hours) : IReferenceData
{
    internal const string Partition = "calendar";
    private const string Plan = "Plan";

    private sealed record Reading(IReadOnlyList<YearPlan> Plans, OfficeCalendar Calendar)
    {
        // Plans come oldest version first, so the last one of a year stands.
        public static Reading Of(IReadOnlyList<YearPlan> plans) => new(plans, plans.Aggregate(new OfficeCalendar([]), (all, plan) => all.With(plan)));
    }

    private volatile Reading _reading = Reading.Of([.. OfficeTimes.Shipped.Calendar.Years]);

    /// <summary>The calendar and hours in force now.</summary>
    public OfficeTimes Current => new(_reading.Calendar, hours.Current);

    /// <summary>Names everything that moves alarms: the newest plan of each year and the hours. Another text after every change.</summary>
    public string Edition => string.Create(CultureInfo.InvariantCulture, $"{string.Join('+', _reading.Calendar.Years.Select(NameOf))}/{hours.Edition}");

    /// <summary>The same, for callers that await what they read.</summary>
    public Task<OfficeTimes> CurrentAsync(CancellationToken ct) => ct.IsCancellationRequested ? Task.FromCanceled<OfficeTimes>(ct) : Task.FromResult(Current);

    /// <summary>The plan in force for a year; null when nobody has made one.</summary>
    public YearPlan? PlanOf(int year) => Current.Calendar.Years.FirstOrDefault(plan => plan.Year == year);

    /// <summary>Calendar and hours as they were when a dossier's dates were counted.</summary>
    /// <param name="version">As <see cref="OfficeCalendar.VersionFor"/> wrote it; a year it does not name is taken from the present calendar.</param>
    /// <param name="countedAt">When: hours entered later were not known.</param>
    public OfficeTimes AsOf(string version, DateTimeOffset countedAt)
    {
        var (plans, calendar) = _reading;
        var named = version.Split('+').Select(part => part.TrimEnd('p')).ToHashSet();
        var byLaw = named.Where(name => name.EndsWith(".0", StringComparison.Ordinal))
            .Select(name => StatutoryYear.Of(int.Parse(name.AsSpan(0, name.Length - 2), CultureInfo.InvariantCulture)));
        return new(plans.Where(plan => named.Contains(NameOf(plan))).Concat(byLaw).Aggregate(calendar, (all, plan) => all.With(plan)),
            hours.KnownAt(countedAt));
    }

    /// <summary>Stores the next version of a year's plan. Versions are only ever added, so of two administrators at once one is told.</summary>
    /// <exception cref="StaleRowException">Somebody else stored that version meanwhile.</exception>
    public async Task AddAsync(YearPlan plan, Editing edit, CancellationToken ct)
    {
        var key = string.Create(CultureInfo.InvariantCulture, $"{plan.Year}-{plan.Version:D4}");
        var row = new TableRow(Partition, key, new Dictionary<string, object?> { [Plan] = JsonSerializer.Serialize(plan, OfficeJson.Stored) });
        var code = plan.Year.ToString(CultureInfo.InvariantCulture);
        var note = ReferenceEdits.Note(new(Partition, code, new DateOnly(plan.Year, 1, 1), IsReplacement: plan.Version > 1, edit));
        await tables[Tables.Reference].WriteAsync([RowChange.Insert(row), note], ct);
        await RefreshAsync(ct);
    }

    public async Task RefreshAsync(CancellationToken ct)
    {
        var added = await tables[Tables.Reference].ReadAllAsync(ReferenceEdits.VersionsOf(Partition), ct)
            .Select(row => row.Json<YearPlan>(Plan)!).ToListAsync(ct);
        _reading = Reading.Of([.. OfficeTimes.Shipped.Calendar.Years, .. added]);
    }

    private static string NameOf(YearPlan plan) => string.Create(CultureInfo.InvariantCulture, $"{plan.Year}.{plan.Version}");
}
