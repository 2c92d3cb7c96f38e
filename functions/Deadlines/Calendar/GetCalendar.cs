using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Deadlines.Calendar;

/// <summary>
/// GET /api/calendar/{year}: the days offices are closed, and the weekend days they work, each with its source. A year nobody has planned is
/// answered as the law has it: version 0, provisional.
/// </summary>
public sealed class GetCalendar(CalendarBook calendar)
{
    [Function(nameof(GetCalendar)), AllowedTo(Role.Anyone)]
    [Answers(200, typeof(YearPlan)), Refuses(typeof(DeadlineRefusals), nameof(DeadlineRefusals.CalendarUnknown))]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/calendar/{year}")] HttpRequest request, string year)
    {
        if (CalendarRules.YearOf(year) is not { } number)
        {
            return DeadlineRefusals.CalendarUnknown.With(year).ToProblem();
        }

        var plan = calendar.Current.Calendar.PlanOf(number);
        request.HttpContext.Response.Tag(plan.Version.ToString(CultureInfo.InvariantCulture));
        return TypedResults.Json(plan, OfficeJson.Options);
    }
}
