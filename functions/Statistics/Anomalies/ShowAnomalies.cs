using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Identity;
using PublicAdmin.Offices;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;
using PublicAdmin.Procedures;
using PublicAdmin.Statistics.Reading;

namespace PublicAdmin.Statistics.Anomalies;

/// <summary>
/// GET /api/statistics/anomalies: figures that deviate, by rules that are data; each leads to its dossiers. For heads and supervisors of an office, and for the
/// province.
/// </summary>
public sealed class ShowAnomalies(AnomalyDesk desk, OfficeDirectory offices, TimeProvider clock)
{
    [Function(nameof(ShowAnomalies)), AllowedTo(Role.Leader, Role.Supervisor, Role.Auditor), Answers(200, typeof(AnomalyView))]
    [Refuses(typeof(StatisticsRefusals), nameof(StatisticsRefusals.PeriodInvalid), nameof(StatisticsRefusals.DossiersNotYours))]
    [Refuses(typeof(OfficeRefusals), nameof(OfficeRefusals.Unknown))]
    [Refuses(typeof(ProcedureRefusals), nameof(ProcedureRefusals.Unknown)), Refuses(typeof(HttpRefusals), nameof(HttpRefusals.QueryInvalid))]
    [Reads("office", "Its code; the whole province unless said."), Reads("period", StatisticsAsked.PeriodMeaning), Reads("from", "First day.")]
    [Reads("to", "Last day.")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/statistics/anomalies")] HttpRequest request, CancellationToken ct)
    {
        if (!StatisticsAsked.Of(request, offices, clock.GetUtcNow()).Try(out var asked, out var refusal)
            || (refusal = StatisticsScope.RefuseOffice(request.Caller(), asked.Office)) is not null)
        {
            return refusal.ToProblem();
        }

        return TypedResults.Json(await desk.MakeAsync(asked.Office, asked.Period, ct), OfficeJson.Options);
    }
}
