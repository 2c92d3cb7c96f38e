using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Identity;
using PublicAdmin.Offices;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;
using PublicAdmin.Processing.Lists;

namespace PublicAdmin.Forecasts;

/// <summary>
/// GET /api/offices/{office}/lateness: how many an office finished ahead, on time and late, the late with and without apology (form 04), each late one by its
/// code.
/// </summary>
public sealed class CountLateness(LatenessDesk desk, OfficeDirectory offices, TimeProvider clock)
{
    private const int MaxDays = 366;

    [Function(nameof(CountLateness)), AllowedTo(Role.Supervisor, Role.Leader, Role.Auditor), Answers(200, typeof(LatenessCount))]
    [Refuses(typeof(WorkRefusals), nameof(WorkRefusals.OfficeNotYours)), Refuses(typeof(OfficeRefusals), nameof(OfficeRefusals.Unknown))]
    [Refuses(typeof(HttpRefusals), nameof(HttpRefusals.QueryInvalid))]
    [Reads("from", "The first day, yyyy-MM-dd; the first of this month without."), Reads("to", "The last day; today without. At most a year.")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/offices/{office}/lateness")] HttpRequest request, string office,
        CancellationToken ct)
    {
        var (caller, today) = (request.Caller(), clock.Today());
        if (!caller.Has(Role.Supervisor, office) && !caller.Has(Role.Leader, office) && !caller.Has(Role.Auditor, office))
        {
            return WorkRefusals.OfficeNotYours.With(office).ToProblem();
        }

        if (HttpQueries.First(request.Read("from", out DateOnly? first), request.Read("to", out DateOnly? last)) is { } broken)
        {
            return broken.ToProblem();
        }

        var (from, to) = (first ?? new DateOnly(today.Year, today.Month, 1), last ?? today);
        if (to < from || to.DayNumber - from.DayNumber >= MaxDays)
        {
            return HttpRefusals.QueryInvalid.At("to", "to", "from … from + 365").ToProblem();
        }

        return offices.Find(office, today) is null
            ? OfficeRefusals.Unknown.With(office).ToProblem()
            : TypedResults.Json(await desk.CountAsync(office, from, to, ct), OfficeJson.Options);
    }
}
