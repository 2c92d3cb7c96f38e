using PublicAdmin.Deadlines.Calendar;
using PublicAdmin.Deadlines.Hours;
using PublicAdmin.Dossiers;
using PublicAdmin.Identity;
using PublicAdmin.Offices;
using PublicAdmin.Platform;
using PublicAdmin.Processing.Lists;

namespace PublicAdmin.Forecasts;

/// <summary>Everything a forecast of one office rests on, read once.</summary>
/// <param name="More">There is more open work than was looked at.</param>
public sealed record OfficeWork(IReadOnlyList<OpenItem> Open, IReadOnlyList<FinishedItem> Finished, bool More);

/// <summary>Makes the forecast of an office from its lists. Costs the open work, at most <see cref="MostOpen"/>, and what was finished in the window.</summary>
public sealed class ForecastDesk(WorkList work, FinishedWork finished, CalendarBook calendar, StaffDirectory staff, TimeProvider clock)
{
    /// <summary>The most urgent are looked at; behind them a forecast says nothing anybody could act on.</summary>
    public const int MostOpen = 3_000;

    public WorkingTime TimeOf(string office) => calendar.Current.Of(office);

    public async Task<OfficeWork> ReadAsync(string office, CancellationToken ct)
    {
        var items = await work.ReadAsync(office, null, ct).Take(MostOpen + 1).ToListAsync(ct);
        var open = items.Take(MostOpen).Where(item => item.Phase.IsRunning() && item.DueAt is not null)
            .Select(item => new OpenItem(item.Code, item.Procedure, item.Phase, item.Handler, item.SubmittedAt, item.DueAt!.Value));
        return new OfficeWork([.. open], await finished.SinceAsync(office, Pace.WindowStart(clock.Now(), TimeOf(office)), ct), items.Count > MostOpen);
    }

    public Forecast Forecast(string office, OfficeWork work) => Forecasts.Forecast.Of(work.Open, work.Finished, TimeOf(office), clock.Now());

    /// <summary>The officers of the office with what each has open and finished lately.</summary>
    public async Task<IReadOnlyList<Taker>> OfficersAsync(string office, OfficeWork work, CancellationToken ct)
    {
        var open = work.Open.CountBy(item => item.Handler ?? "").ToDictionary();
        var done = work.Finished.CountBy(item => item.Handler ?? "").ToDictionary();
        var officers = await staff.HoldersAsync(Role.Officer, office, clock.Today(), ct);
        return [.. officers.Select(officer => new Taker(officer.Id, officer.Name, open.GetValueOrDefault(officer.Id), done.GetValueOrDefault(officer.Id)))];
    }
}
