using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Processing.Lists;

/// <summary>
/// GET /api/consents: what others have filed in the caller's name, what waits for the caller's answer and which consents are recorded, newest first.
/// </summary>
public sealed class ListMyConsents(CitizenConsents list, ITables tables, DossierStore dossiers)
{
    private readonly ITable _lists = tables[Tables.Lists];

    [Function(nameof(ListMyConsents)), AllowedTo(Role.Citizen)]
    [Answers(200, typeof(PageOf<ConsentView>)), Refuses(typeof(HttpRefusals), nameof(HttpRefusals.QueryInvalid))]
    [Reads("limit", "1 to 100, 20 unless said."), Reads("after", "The next of the page before.")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/consents")] HttpRequest request, CancellationToken ct)
    {
        if (!PageAsked.Of(request).Try(out var asked, out var invalid))
        {
            return invalid.ToProblem();
        }

        var page = await _lists.ScanAsync(RowRange.All(list.PartitionOf(request.Caller().PartyNumber ?? "")).After(asked.After), asked.Limit, ct);
        var found = await Task.WhenAll(page.Rows.Select(row => dossiers.FindAsync(CitizenDossiers.CodeOf(row.Key), ct)));
        var items = found.OfType<StoredDossier>().Where(stored => request.Caller().IsApplicant(stored.Dossier)).Select(stored => ConsentView.Of(stored.Dossier))
            .ToList();
        return TypedResults.Json(new PageOf<ConsentView>(items, page.More ? PageAsked.CursorOf(page.Rows[^1].Key) : null), OfficeJson.Options);
    }
}
