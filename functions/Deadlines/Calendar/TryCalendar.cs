using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Deadlines.Calendar;

/// <summary>POST /api/calendar/{year}/trial: which open dossiers a plan would touch, before anybody enters it; nothing is kept.</summary>
public sealed class TryCalendar(CalendarImpact impact)
{
    [Function(nameof(TryCalendar)), AllowedTo(Role.Administrator), Accepts(typeof(YearPlanForm), MaxBytes = 28_000)]
    [Answers(200, typeof(ImpactReport)), Refuses(typeof(DeadlineRefusals)), Refuses(typeof(FieldRefusals)), Refuses(typeof(HttpRefusals))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/calendar/{year}/trial")] HttpRequest request, string year, CancellationToken ct)
    {
        if (!(await request.ReadAsync<YearPlanForm>(ct)).Then(form => CalendarRules.Read(year, form)).Try(out var plan, out var refusal))
        {
            return refusal.ToProblem();
        }

        return TypedResults.Json(await ImpactReport.OfAsync(impact.LinesAsync(plan, ct), ct), OfficeJson.Options);
    }
}
