using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Processing.Lists;

/// <summary>GET /api/dossiers: the caller's own dossiers, newest first.</summary>
public sealed class ListMyDossiers(CitizenDossiers list, ITables tables, DossierStore dossiers)
{
    private readonly ITable _lists = tables[Tables.Lists];

    [Function(nameof(ListMyDossiers)), AllowedTo(Role.Citizen)]
    [Answers(200, typeof(PageOf<DossierSummary>)), Refuses(typeof(HttpRefusals), nameof(HttpRefusals.QueryInvalid))]
    [Reads("limit", "1 to 100, 20 unless said."), Reads("after", "The next of the page before.")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/dossiers")] HttpRequest request, CancellationToken ct)
    {
        if (!PageAsked.Of(request).Try(out var asked, out var invalid))
        {
            return invalid.ToProblem();
        }

        var partition = list.PartitionOf(request.Caller().PartyNumber ?? "");
        var page = await _lists.ScanAsync(RowRange.All(partition).After(asked.After), asked.Limit, ct);
        var found = await Task.WhenAll(page.Rows.Select(row => dossiers.FindAsync(CitizenDossiers.CodeOf(row.Key), ct)));
        var items = found.OfType<StoredDossier>().Where(stored => request.Caller().MayRead(stored.Dossier)).Select(stored => DossierSummary.Of(stored.Dossier))
            .ToList();
        return TypedResults.Json(new PageOf<DossierSummary>(items, page.More ? PageAsked.CursorOf(page.Rows[^1].Key) : null), OfficeJson.Options);
    }
}
