using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Identity;
using PublicAdmin.Offices;
using PublicAdmin.Petitions;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;
using PublicAdmin.Procedures;
using PublicAdmin.Statistics.Equations;
using PublicAdmin.Statistics.Reading;

namespace PublicAdmin.Statistics.Reports;

/// <summary>
/// GET /api/reports/{form}: an official report (II.06a, 07a), or that of petitions (PAKN), of an office or the province as JSON, CSV or PDF; doubtful columns
/// are read by settings, named under the table.
/// </summary>
public sealed class MakeReport(ReportDesk desk, CheckBook checks, OfficeDirectory offices, TimeProvider clock)
{
    [Function(nameof(MakeReport)), AllowedTo(Role.Clerk, Role.Leader, Role.Registrar, Role.Supervisor, Role.Auditor), Answers(200, typeof(ReportTable))]
    [Answers(200, ContentType = "application/pdf"), Answers(200, ContentType = StatisticsCsv.ContentType)]
    [Refuses(typeof(StatisticsRefusals), nameof(StatisticsRefusals.PeriodInvalid), nameof(StatisticsRefusals.BooksUnbalanced),
        nameof(StatisticsRefusals.DossiersNotYours), nameof(StatisticsRefusals.FormUnknown))]
    [Refuses(typeof(PetitionRefusals), nameof(PetitionRefusals.NotYours))]
    [Refuses(typeof(OfficeRefusals), nameof(OfficeRefusals.Unknown)), Refuses(typeof(HttpRefusals), nameof(HttpRefusals.QueryInvalid))]
    [Refuses(typeof(ProcedureRefusals), nameof(ProcedureRefusals.Unknown))]
    [Reads("office", "Its code; the whole province unless said."), Reads("period", StatisticsAsked.PeriodMeaning), Reads("from", "First day.")]
    [Reads("to", "Last day.")]
    [Reads("format", "json (default), csv or pdf."), Reads("supplementIn", "II.06a: 12 (ours) or 9.")]
    [Reads("assistedIn", "II.06a: 5 (ours) or 4; 07a: direct (ours) or other.")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/reports/{form}")] HttpRequest request, string form, CancellationToken ct)
    {
        if (!ReportAsked.Of(request, form, offices, clock.GetUtcNow()).Try(out var asked, out var refusal))
        {
            return refusal.ToProblem();
        }

        var report = await desk.MakeAsync(asked.Form, asked.Office, asked.Period, asked.Settings, request.Caller().Name, ct);
        return report.Broken is null
            ? asked.Answer(report, request.Language()) : Unbalanced.Of(await checks.RunAsync(ct)).Knowing("row", report.Broken).ToProblem();
    }
}
