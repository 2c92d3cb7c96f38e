using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Identity;
using PublicAdmin.Offices;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;
using PublicAdmin.Platform.Reference;

namespace PublicAdmin.Audit;

/// <summary>
/// GET /api/audit/edits: who changed offices, hours, ladders, calendars, procedures and other reference data, from when and why, the newest first.
/// </summary>
public sealed class ListEdits(ReferenceEdits edits, StaffDirectory staff)
{
    [Function(nameof(ListEdits)), AllowedTo(Role.Auditor, Role.Supervisor, Role.Administrator)]
    [Answers(200, typeof(PageOf<EditView>)), Refuses(typeof(HttpRefusals), nameof(HttpRefusals.QueryInvalid))]
    [Refuses(typeof(AuditRefusals), nameof(AuditRefusals.WholeProvince))]
    [Reads("limit", "1 to 100, 20 unless said."), Reads("after", "The next of the page before.")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/audit/edits")] HttpRequest request, CancellationToken ct)
    {
        if (AuditScope.Refuse(request.Caller()) is { } notYours)
        {
            return notYours.ToProblem();
        }

        if (!PageAsked.Of(request).Try(out var asked, out var invalid))
        {
            return invalid.ToProblem();
        }

        var page = await edits.PageAsync(asked, ct);
        return TypedResults.Json(new PageOf<EditView>([.. await Task.WhenAll(page.Items.Select(edit => ShowAsync(edit, ct)))], page.Next), OfficeJson.Options);
    }

    private async Task<EditView> ShowAsync(ReferenceEdit edit, CancellationToken ct) => new(
        edit.Edit.At.Here(), edit.Kind, edit.Code, edit.ValidFrom, edit.IsReplacement, edit.Edit.By, (await staff.FindAsync(edit.Edit.By, ct))?.Name,
        edit.Edit.Reason);
}

/// <summary>An edit of reference data as an auditor reads it.</summary>
/// <param name="Kind">offices, office-hours, escalation, calendar, certificate-purposes, procedures or forms.</param>
/// <param name="Code">Which of them: an office, a year, procedure and office of a ladder.</param>
/// <param name="ValidFrom">From when what was entered holds.</param>
/// <param name="IsReplacement">An earlier entry for the same day was replaced.</param>
/// <param name="By">Directory id.</param>
/// <param name="ByName">Null for somebody the directory does not know any more.</param>
/// <param name="Reason">Null where none is asked for, and for edits of before.</param>
public sealed record EditView(
    DateTimeOffset At, string Kind, string Code, DateOnly ValidFrom, bool IsReplacement, string By, string? ByName, string? Reason);
