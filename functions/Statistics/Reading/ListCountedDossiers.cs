using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Identity;
using PublicAdmin.Offices;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;
using PublicAdmin.Procedures;

namespace PublicAdmin.Statistics.Reading;

/// <summary>GET /api/statistics/dossiers: the dossiers behind a number, page by page, to staff of that office and those who supervise it.</summary>
public sealed class ListCountedDossiers(DossierFinder finder, OfficeDirectory offices, TimeProvider clock)
{
    [Function(nameof(ListCountedDossiers)), AllowedTo(RoleSet.CountReaders)]
    [Answers(200, typeof(PageOf<CountedDossier>))]
    [Refuses(typeof(StatisticsRefusals), nameof(StatisticsRefusals.PeriodInvalid), nameof(StatisticsRefusals.DossiersNotYours),
        nameof(StatisticsRefusals.NumberUnknown))]
    [Refuses(typeof(OfficeRefusals), nameof(OfficeRefusals.Unknown)), Refuses(typeof(ProcedureRefusals), nameof(ProcedureRefusals.Unknown))]
    [Refuses(typeof(HttpRefusals), nameof(HttpRefusals.QueryInvalid))]
    [Reads("number", "Its name in the definitions, such as overdueNoApology.", Required = true)]
    [Reads("period", StatisticsAsked.PeriodMeaning), Reads("from", "First day."), Reads("to", "Last day.")]
    [Reads("office", "Its code; the whole province unless said.")]
    [Reads("procedure", "Only this procedure."), Reads("sector", "Only this sector."), Reads("view", "competent (default), receipt or holding.")]
    [Reads("limit", "1 to 100, 20 unless said."), Reads("after", "The next of the page before.")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/statistics/dossiers")] HttpRequest request, CancellationToken ct)
    {
        if (!StatisticsAsked.Of(request, offices, clock.GetUtcNow()).Try(out var asked, out var refusal)
            || !PageAsked.Of(request).Try(out var page, out refusal))
        {
            return refusal.ToProblem();
        }

        var number = request.Query["number"].ToString();
        return (StatisticsScope.RefuseOffice(request.Caller(), asked.Office)
            ?? (FactNumbers.IsKnown(number) ? null : StatisticsRefusals.NumberUnknown.At("number", number)))?.ToProblem()
            ?? TypedResults.Json(await finder.FindAsync(asked, number, page, ct), OfficeJson.Options);
    }
}
