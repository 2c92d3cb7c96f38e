using PublicAdmin.Deadlines.Calendar;
using PublicAdmin.Deadlines.Hours;
using PublicAdmin.Dossiers;
using PublicAdmin.Forecasts;
using PublicAdmin.Identity;
using PublicAdmin.Offices;
using PublicAdmin.Platform;
using PublicAdmin.Procedures;
using PublicAdmin.Processing.Lists;

namespace PublicAdmin.Notifications.Staff;

/// <summary>Gathers what a supervisor has to urge: of one office dossier by dossier, of the whole province office by office.</summary>
public sealed class DigestDesk(
    OfficeDirectory offices, StaffDirectory staff, ProcedureCatalogue procedures, CalendarBook calendar, ForecastViews forecasts, WorkList work,
    TimeProvider clock)
{
    /// <param name="office">Its code, or <see cref="Duty.Everywhere"/>.</param>
    /// <param name="language">Of the letter.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Letter> WriteAsync(string office, Language language, CancellationToken ct)
    {
        if (office != Duty.Everywhere)
        {
            return DigestText.Of(await ReadAsync(office, language, ct), language);
        }

        var all = new List<OfficeCount>();
        foreach (var one in offices.All(clock.Today()))
        {
            var (overdue, today, tomorrow) = Split(await DueAsync(one.Code, ct));
            all.Add(new OfficeCount(
                one.Name.In(language), overdue.Count, overdue.Count(item => item.Apology is not ApologyState.Sent), today.Count, tomorrow.Count));
        }

        return DigestText.OfProvince(clock.Today(), all, language);
    }

    private async Task<Digest> ReadAsync(string office, Language language, CancellationToken ct)
    {
        var (overdue, today, tomorrow) = Split(await DueAsync(office, ct));
        var forecast = await forecasts.MakeAsync(office, language, ct);
        var breaches = forecast.Breaches.Where(breach => !breach.OverdueAlready && breach.FinishesAt is not null)
            .Select(breach =>
                new DigestBreach(
                    breach.Code, NameOf(breach.Procedure, language), breach.DueAt, breach.FinishesAt!.Value,
                    breach.CouldTake is [var first, ..] ? first.Name : null));
        return new Digest(
            offices.Find(office, clock.Today())?.Name.In(language) ?? office, clock.Today(),
            await ItemsAsync(overdue, office, language, ct), await ItemsAsync(today, office, language, ct), await ItemsAsync(tomorrow, office, language, ct),
            [.. breaches], forecast.Past.MeanErrorDays);
    }

    // Ordered by due time, so this reads what is due and no more. What waits for the citizen is not the office's to urge.
    private async Task<List<WorkItem>> DueAsync(string office, CancellationToken ct) =>
        await work.ReadAsync(office, WorkingTime.At(Next.AddDays(1), TimeOnly.MinValue), ct).Where(item => item.DueAt is not null && item.Phase.IsRunning())
            .ToListAsync(ct);

    private (List<WorkItem> Overdue, List<WorkItem> Today, List<WorkItem> Tomorrow) Split(List<WorkItem> due)
    {
        var (now, today) = (clock.Now(), clock.Today());
        var inTime = due.Where(item => item.DueAt >= now).ToList();
        return ([.. due.Where(item => item.DueAt < now)], [.. inTime.Where(item => WorkingTime.DayOf(item.DueAt!.Value) == today)],
            [.. inTime.Where(item => WorkingTime.DayOf(item.DueAt!.Value) > today)]);
    }

    private async Task<IReadOnlyList<DigestItem>> ItemsAsync(List<WorkItem> items, string office, Language language, CancellationToken ct)
    {
        var (time, now, lines) = (calendar.Current.Of(office), clock.Now(), new List<DigestItem>());
        foreach (var item in items)
        {
            var handler = item.Handler is { } id ? (await staff.FindAsync(id, ct))?.Name : null;
            lines.Add(new DigestItem(
                item.Code, item.Procedure, NameOf(item.Procedure, language), item.DueAt!.Value, handler, time.Between(item.DueAt.Value, now), item.Apology));
        }

        return lines;
    }

    private DateOnly Next => calendar.Current.Calendar.WorkingDayFrom(clock.Today().AddDays(1));

    private string NameOf(string procedure, Language language) => procedures.Find(procedure, clock.Today())?.Name.In(language) ?? procedure;
}

/// <summary>One office in the province's digest.</summary>
public sealed record OfficeCount(string Name, int Overdue, int WithoutApology, int Today, int Tomorrow);
