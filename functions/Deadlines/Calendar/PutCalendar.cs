using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;
using PublicAdmin.Platform.Reference;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Deadlines.Calendar;

/// <summary>PUT /api/calendar/{year}: an administrator enters what was decided about a year; dates already promised stay as they are.</summary>
public sealed class PutCalendar(CalendarBook calendar, TimeProvider clock)
{
    [Function(nameof(PutCalendar)), AllowedTo(Role.Administrator), Accepts(typeof(YearPlanForm), MaxBytes = 28_000)]
    [Answers(200, typeof(YearPlan)), Refuses(typeof(DeadlineRefusals)), Refuses(typeof(FieldRefusals)), Refuses(typeof(HttpRefusals))]
    [Reads("If-Match", "The version of the plan to replace, as GET answers it; absent, or 0, for a year nobody has planned.", Header = true)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/calendar/{year}")] HttpRequest request, string year, CancellationToken ct)
    {
        var sent = await request.ReadAsync<YearPlanForm>(ct);
        var read = sent.Then(form => CalendarRules.Read(year, form))
            .Then<YearPlan>(plan => Fields.Text("reason", sent.Value.Reason, 500) is { } missing ? missing : plan);
        var saved = read.Try(out var wanted, out var broken)
            ? await SaveAsync(wanted, request.IfMatch(), new(request.Caller().Id, clock.Instant(), sent.Value.Reason), ct)
            : broken;
        return saved.Try(out var plan, out var refusal) ? Answer(request, plan) : refusal.ToProblem();
    }

    private async Task<Result<YearPlan>> SaveAsync(YearPlan wanted, string? seen, Editing edit, CancellationToken ct)
    {
        var present = calendar.PlanOf(wanted.Year)?.Version ?? 0;
        if ((seen ?? "0") != present.ToString(CultureInfo.InvariantCulture))
        {
            return DeadlineRefusals.CalendarChanged.With(wanted.Year);
        }

        try
        {
            var plan = wanted with { Version = present + 1 };
            await calendar.AddAsync(plan, edit, ct);
            return plan;
        }
        catch (StaleRowException)
        {
            return DeadlineRefusals.CalendarChanged.With(wanted.Year);
        }
    }

    private static IResult Answer(HttpRequest request, YearPlan plan)
    {
        request.HttpContext.Response.Tag(plan.Version.ToString(CultureInfo.InvariantCulture));
        return TypedResults.Json(plan, OfficeJson.Options);
    }
}

/// <summary>A year's plan as an administrator enters it; the version follows by itself.</summary>
/// <param name="Reason">Why it is changed; for the auditor. A trial needs none.</param>
public sealed record YearPlanForm(bool Provisional, string Source, IReadOnlyList<CalendarEntry> Entries, string? Reason = null);

/// <summary>What a year's plan must look like.</summary>
internal static class CalendarRules
{
    public const int FirstYear = 2025;
    public const int LastYear = 2100;
    private const int MaxEntries = 60;

    /// <summary>Of a plan nobody has entered: a version no dossier was ever counted with.</summary>
    private const int NotEntered = int.MaxValue;

    /// <summary>A year as an address says it; null for one no calendar is kept of.</summary>
    public static int? YearOf(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= FirstYear and <= LastYear ? year : null;

    /// <summary>The plan a form means, its version still open.</summary>
    public static Result<YearPlan> Read(string address, YearPlanForm form) =>
        YearOf(address) is not { } year ? DeadlineRefusals.CalendarUnknown.With(address)
        : FirstBroken(year, form) is { } broken ? broken
        : new YearPlan(year, NotEntered, form.Provisional, form.Source, [.. form.Entries.OrderBy(entry => entry.Day)]);

    private static Refusal? FirstBroken(int year, YearPlanForm form)
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
