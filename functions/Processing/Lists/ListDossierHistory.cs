using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Identity;
using PublicAdmin.Offices;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Processing.Lists;

/// <summary>GET /api/dossiers/{code}/history: everything that happened, with time, capacity and office; to officials also who and why.</summary>
public sealed class ListDossierHistory(DossierReader reader, DossierStore dossiers, StaffDirectory staff)
{
    [Function(nameof(ListDossierHistory))]
    [AllowedTo(RoleSet.DossierReaders)]
    [Answers(200, typeof(IReadOnlyList<HistoryLine>)), Refuses(typeof(DossierRefusals), nameof(DossierRefusals.NotFound))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/dossiers/{code}/history")] HttpRequest request, string code,
        CancellationToken ct)
    {
        var opened = await reader.OpenAsync(code, request.Caller(), "history", ct);
        if (!opened.Try(out var stored, out var refusal))
        {
            return refusal.ToProblem();
        }

        var events = await dossiers.EventsAsync(stored.Dossier.Code, after: 0, ct);
        return TypedResults.Json(
            request.Caller().Kind is CallerKind.Staff ? await ForStaffAsync(events, ct) : [.. events.Select(HistoryLine.Of)], OfficeJson.Options);
    }

    private async Task<IReadOnlyList<HistoryLine>> ForStaffAsync(IReadOnlyList<RecordedEvent> events, CancellationToken ct)
    {
        var names = new Dictionary<string, string?>();
        foreach (var by in events.Where(one => one.Event.Stamp.Office is not null).Select(one => one.Event.Stamp.By).Distinct())
        {
            names[by] = (await staff.FindAsync(by, ct))?.Name;
        }

        return [.. events.Select(one => HistoryLine.Of(one) with { By = names.GetValueOrDefault(one.Event.Stamp.By), Note = HistoryNote.Of(one.Event) })];
    }
}
