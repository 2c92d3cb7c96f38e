using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Dossiers;
using PublicAdmin.Forms;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;
using PublicAdmin.Processing.Deciding;

namespace PublicAdmin.Linked;

/// <summary>
/// POST /api/dossiers/{code}/parts/{part}/reports: the one-stop clerk, or the system that filed the case, records that the data of a part went to its agency or
/// what that agency says of it, with the evidence.
/// </summary>
public sealed class ReportPart(ProcessingDesk desk, ForwardingClock forwarding, TimeProvider clock)
{
    [Function(nameof(ReportPart)), AllowedTo(Role.Clerk, Role.System), Accepts(typeof(PartReportForm)), Guarded]
    [Answers(200, typeof(DossierView)), Refuses(typeof(CaseRefusals)), Refuses(typeof(DossierRefusals)), Refuses(typeof(FieldRefusals))]
    [Refuses(typeof(HttpRefusals))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/dossiers/{code}/parts/{part}/reports")] HttpRequest request, string code, string part,
        CancellationToken ct) =>
        desk.ActAsync<PartReportForm>(request, code, Act.ReportPart, (form, dossier, stamp) => Decide(part, form, dossier, stamp), ct);

    private Result<DossierEvent> Decide(string part, PartReportForm form, Dossier dossier, Stamp stamp)
    {
        if (Broken(form) is { } broken)
        {
            return broken;
        }

        var at = form.At ?? stamp.At;
        var report = new PartReport(
            form.Status, at.ToUniversalTime(), form.Evidence.Trim(), form.AgencyCode?.Trim(), form.PromisedAt?.ToUniversalTime(), form.Result, form.Reason);
        return dossier.ReportPart(part, report, forwarding.AcknowledgeBy(dossier, at), stamp);
    }

    private Refusal? Broken(PartReportForm form) => HttpQueries.First(
        PrintableText.Line("evidence", form.Evidence, 300),
        PrintableText.OptionalLine("agencyCode", form.AgencyCode, 60),
        PrintableText.Length("reason", form.Reason, 1_000),
        form.At > clock.GetUtcNow() ? CaseRefusals.ReportAhead.At("at") : null,
        form.Result is not { } result ? null : HttpQueries.First(
            PrintableText.Line("result.number", result.Number, 60), PrintableText.OptionalLine("result.by", result.By, 200),
            Fields.OptionalLine("result.link", result.Link, 500)));
}

/// <param name="Status">Newly registered says that the data was forwarded; any other is where the agency has the part.</param>
/// <param name="Evidence">Number of the message, paper or page that says so, at most 300 characters.</param>
/// <param name="At">When it was so; now unless said, never in the future.</param>
/// <param name="AgencyCode">The agency's own code: with the first report of it.</param>
/// <param name="PromisedAt">The agency's own date: with the first report of it.</param>
/// <param name="Result">Number and day, once it is done.</param>
/// <param name="Reason">Why it ended without a result.</param>
public sealed record PartReportForm(
    NationalStatus Status, string Evidence, DateTimeOffset? At = null, string? AgencyCode = null, DateTimeOffset? PromisedAt = null, PartResult? Result = null,
    string? Reason = null);
