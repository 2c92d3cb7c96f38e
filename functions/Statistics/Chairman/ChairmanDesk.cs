using PublicAdmin.Deadlines.Calendar;
using PublicAdmin.Deadlines.Hours;
using PublicAdmin.Dossiers;
using PublicAdmin.Offices;
using PublicAdmin.Platform;
using PublicAdmin.Processing.Lists;
using PublicAdmin.Statistics.Reading;
using PublicAdmin.Statistics.Rollups;

namespace PublicAdmin.Statistics.Chairman;

/// <summary>Gathers what the chairman of the province reads: the month from the roll-ups, and what is long overdue from the work lists.</summary>
public sealed class ChairmanDesk(BookReader reader, OfficeDirectory offices, WorkList work, CalendarBook calendar, TimeProvider clock)
{
    private const int LongDays = 10;

    public async Task<ChairmanMonth> MakeAsync(Period period, CancellationToken ct)
    {
        var communes = offices.All(period.LastDay).Where(office => office.IsCommune).ToList();
        var lines = await reader.ReadOfficesAsync(View.Competent, [.. communes.Select(office => office.Code)], Dimension.All, "", period, ct);
        var names = communes.ToDictionary(office => office.Code, office => office.Name.Vi);
        return new ChairmanMonth(
            period, await reader.ReadAsync(View.Competent, CellKey.Province, period, ct),
            await reader.ReadAsync(View.Competent, CellKey.Province, Period.OfMonth(period.From.AddMonths(-1), clock.GetUtcNow()), ct),
            [.. lines.Select(line => CommuneMonth.Of(names[line.Value], line.Tally))], await LongOverdueAsync(ct), clock.Now());
    }

    /// <summary>Offices with dossiers more than ten working days overdue now, the most first: costs those dossiers and no others.</summary>
    public async Task<IReadOnlyList<LongOverdue>> LongOverdueAsync(CancellationToken ct)
    {
        var found = new List<LongOverdue>();
        foreach (var office in offices.All(clock.Today()))
        {
            var limit = calendar.Current.Of(office.Code).Subtract(clock.Now(), LongDays * WorkingTime.Day);
            var due = await work.ReadAsync(office.Code, limit, ct).Where(item => item.DueAt < limit && item.Phase.IsRunning())
                .Select(item => item.DueAt!.Value).ToListAsync(ct);
            found.AddRange(due.Count > 0 ? [new LongOverdue(office.Code, office.Name.Vi, due.Count, due.Min())] : []);
        }

        return [.. found.OrderByDescending(one => one.Count).ThenBy(one => one.Since)];
    }
}
