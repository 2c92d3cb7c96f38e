using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Forms.Official;
using PublicAdmin.Identity;
using PublicAdmin.Offices;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;
using PublicAdmin.Procedures;
using PublicAdmin.Statistics.Reading;

namespace PublicAdmin.Statistics.Chairman;

/// <summary>GET /api/statistics/chairman: the month for the chairman of the province, a PDF of two pages.</summary>
public sealed class PrintChairmanMonth(ChairmanDesk desk, OfficeDirectory offices, TimeProvider clock)
{
    [Function(nameof(PrintChairmanMonth)), AllowedTo(Role.Leader, Role.Supervisor, Role.Auditor, Role.Administrator)]
    [Answers(200, ContentType = "application/pdf")]
    [Refuses(typeof(StatisticsRefusals), nameof(StatisticsRefusals.PeriodInvalid), nameof(StatisticsRefusals.WholeProvince))]
    [Refuses(typeof(OfficeRefusals), nameof(OfficeRefusals.Unknown)), Refuses(typeof(ProcedureRefusals), nameof(ProcedureRefusals.Unknown))]
    [Refuses(typeof(HttpRefusals), nameof(HttpRefusals.QueryInvalid))]
    [Reads("period", StatisticsAsked.PeriodMeaning), Reads("from", "First day."), Reads("to", "Last day.")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/statistics/chairman")] HttpRequest request, CancellationToken ct)
    {
        var (caller, province) = (request.Caller(), offices.Province(clock.Today()));
        if (StatisticsScope.RefuseProvince(caller) is { } notYours && !(province is { } own && caller.Has(Role.Leader, own.Code)))
        {
            return notYours.ToProblem();
        }

        return StatisticsAsked.Of(request, offices, clock.GetUtcNow()).Try(out var asked, out var refusal)
            ? TypedResults.File(await PrintAsync(asked.Period, province, ct), "application/pdf", $"thang-{asked.Period.From:yyyy-MM}.pdf")
            : refusal.ToProblem();
    }

    private async Task<byte[]> PrintAsync(Period period, OfficeVersion? province, CancellationToken ct)
    {
        var issuer = new IssuingAgency(null, province?.Name.Vi ?? "Ủy ban nhân dân tỉnh", province?.PlaceName() ?? "");
        return new ChairmanPdf(await desk.MakeAsync(period, ct), issuer).Print();
    }
}
