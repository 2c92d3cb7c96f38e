using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Identity;
using PublicAdmin.Offices;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;
using PublicAdmin.Processing.Lists;

namespace PublicAdmin.Forecasts;

/// <summary>
/// GET /api/offices/{office}/forecast: at today's pace, which dossiers will not be done in time, by when, and who could take them; with the error of past
/// forecasts.
/// </summary>
public sealed class GetForecast(ForecastViews views, OfficeDirectory offices, TimeProvider clock)
{
    [Function(nameof(GetForecast)), AllowedTo(Role.Supervisor, Role.Leader), Answers(200, typeof(ForecastView))]
    [Refuses(typeof(WorkRefusals), nameof(WorkRefusals.OfficeNotYours)), Refuses(typeof(OfficeRefusals), nameof(OfficeRefusals.Unknown))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/offices/{office}/forecast")] HttpRequest request, string office,
        CancellationToken ct)
    {
        var caller = request.Caller();
        if (!caller.Has(Role.Supervisor, office) && !caller.Has(Role.Leader, office))
        {
            return WorkRefusals.OfficeNotYours.With(office).ToProblem();
        }

        return offices.Find(office, clock.Today()) is null
            ? OfficeRefusals.Unknown.With(office).ToProblem()
            : TypedResults.Json(await views.MakeAsync(office, request.Language(), ct), OfficeJson.Options);
    }
}
