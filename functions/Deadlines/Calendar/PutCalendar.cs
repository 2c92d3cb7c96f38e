using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Deadlines.Calendar;

/// <summary>PUT /api/calendar/{year}: an administrator enters what was decided about a year; dates already promised stay as they are.</summary>
public sealed class PutCalendar(CalendarBook calendar)
{
    [Function(nameof(PutCalendar)), AllowedTo(Role.Administrator), Accepts(typeof(YearPlanForm), MaxBytes = 28_000)]
    [Answers(200, typeof(YearPlan)), Refuses(typeof(DeadlineRefusals)), Refuses(typeof(FieldRefusals)), Refuses(typeof(HttpRefusals))]
    [Reads("If-Match", "The version of the plan to replace, as GET answers it; absent, or 0, for a year nobody has planned.", Header = true)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/calendar/{year}")] HttpRequest request, string year, CancellationToken ct)
    {
        if (!(await request.ReadAsync<YearPlanForm>(ct)).Try(out var form, out var unreadable))
        {
            return unreadable.ToProblem();
        }

        if (!int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || number is < CalendarRules.FirstYear or > CalendarRules.LastYear)
        {
            return DeadlineRefusals.CalendarUnknown.With(year).ToProblem();
        }

        var saved = CalendarRules.FirstBroken(number, form) is { } broken ? broken : await SaveAsync(number, form, request.IfMatch(), ct);
        return saved.Try(out var plan, out var refusal) ? Answer(request, plan) : refusal.ToProblem();
    }

    private async Task<Result<YearPlan>> SaveAsync(int year, YearPlanForm form, string? seen, CancellationToken ct)
    {
        var present = calendar.PlanOf(year);
        if ((seen ?? "0") != (present?.Version ?? 0).ToString(CultureInfo.InvariantCulture))
        {
            return DeadlineRefusals.CalendarChanged.With(year);
        }

        try
        {
            var plan = new YearPlan(year, (present?.Version ?? 0) + 1, form.Provisional, form.Source, [.. form.Entries.OrderBy(entry => entry.Day)]);
            await calendar.AddAsync(plan, ct);
            return plan;
        }
        catch (StaleRowException)
        {
            return DeadlineRefusals.CalendarChanged.With(year);
        }
    }

    private static IResult Answer(HttpRequest request, YearPlan plan)
    {
        request.HttpContext.Response.Tag(plan.Version.ToString(CultureInfo.InvariantCulture));
        return TypedResults.Json(plan, OfficeJson.Options);
    }
}

/// <summary>A year's plan as an administrator enters it; the version follows by itself.</summary>
public sealed record YearPlanForm(bool Provisional, string Source, IReadOnlyList<CalendarEntry> Entries);

/// <summary>What a year's plan must look like.</summary>
internal static class CalendarRules
{
    public const int FirstYear = 2025;
    public const int LastYear = 2100;
    private const int MaxEntries = 60;

    public static Refusal? FirstBroken(int year, YearPlanForm form)
    {
        if (Fields.Text("source", form.Source, 500) is { } broken)
        {
            return broken;
        }

        if (form.Entries.Count > MaxEntries || form.Entries.DistinctBy(entry => entry.Day).Count() < form.Entries.Count)
        {
            return DeadlineRefusals.CalendarEntriesUnfit.At("entries", MaxEntries);
        }

        return form.Entries.Select((entry, index) => FirstBroken(year, entry, index)).FirstOrDefault(refusal => refusal is not null);
    }

    private static Refusal? FirstBroken(int year, CalendarEntry entry, int index)
    {
        var field = string.Create(CultureInfo.InvariantCulture, $"entries[{index}]");
        var isUseful = entry.Kind is EntryKind.WorkedDay == OfficeCalendar.IsWeekend(entry.Day);
        return entry.Day.Year == year && isUseful
            ? Fields.Text($"{field}.source", entry.Source, 500)
            : DeadlineRefusals.CalendarDayUnfit.At($"{field}.day", entry.Day, year);
    }
}
