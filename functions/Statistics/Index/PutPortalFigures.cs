using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Identity;
using PublicAdmin.Offices;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;
using PublicAdmin.Procedures;
using PublicAdmin.Statistics.Reading;

namespace PublicAdmin.Statistics.Index;

/// <summary>PUT /api/statistics/index766/portal: what the National Portal published for a period, to stand beside our estimate.</summary>
public sealed class PutPortalFigures(IndexDesk desk, OfficeDirectory offices, TimeProvider clock)
{
    [Function(nameof(PutPortalFigures)), AllowedTo(Role.Administrator), Accepts(typeof(PortalFigures)), Answers(200, typeof(IndexView))]
    [Refuses(typeof(StatisticsRefusals), nameof(StatisticsRefusals.PeriodInvalid), nameof(StatisticsRefusals.WholeProvince),
        nameof(StatisticsRefusals.NumberUnknown)), Refuses(typeof(HttpRefusals))]
    [Refuses(typeof(OfficeRefusals), nameof(OfficeRefusals.Unknown)), Refuses(typeof(ProcedureRefusals), nameof(ProcedureRefusals.Unknown))]
    [Reads("office", "Its code; the whole province unless said."), Reads("period", StatisticsAsked.PeriodMeaning), Reads("from", "First day.")]
    [Reads("to", "Last day.")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/statistics/index766/portal")] HttpRequest request, CancellationToken ct)
    {
        if (StatisticsScope.RefuseProvince(request.Caller()) is { } notYours)
        {
            return notYours.ToProblem();
        }

        if (!(await request.ReadAsync<PortalFigures>(ct)).Then(Check).Try(out var form, out var refusal)
            || !StatisticsAsked.Of(request, offices, clock.GetUtcNow()).Try(out var asked, out refusal))
        {
            return refusal.ToProblem();
        }

        await desk.KeepPortalAsync(asked.Office, asked.Period, form.Points, ct);
        return TypedResults.Json(await desk.MakeAsync(asked.Office, asked.Period, ct), OfficeJson.Options);
    }

    private static Result<PortalFigures> Check(PortalFigures form)
    {
        foreach (var (code, points) in form.Points)
        {
            if (IndexRules.Current.Items.FirstOrDefault(item => item.Code == code) is null || points is < 0 or > 100)
            {
                return StatisticsRefusals.NumberUnknown.At("points", code);
            }
        }

        return form;
    }
}

/// <param name="Points">By code of the item, 0 to 100.</param>
public sealed record PortalFigures(IReadOnlyDictionary<string, decimal> Points);
