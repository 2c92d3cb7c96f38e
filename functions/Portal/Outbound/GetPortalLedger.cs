using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Portal.Outbound;

/// <summary>
/// GET /api/dossiers/{code}/portal-ledger: how far the National Portal has taken a dossier, when, and what it last refused. Nothing of the dossier itself
/// stands in it, so that an administrator of its office reads it too.
/// </summary>
public sealed class GetPortalLedger(DossierReader reader, DossierStore dossiers, PortalBook book)
{
    [Function(nameof(GetPortalLedger)), AllowedTo(Role.Clerk, Role.Officer, Role.Leader, Role.Supervisor, Role.Auditor, Role.Administrator)]
    [Answers(200, typeof(PortalEntry)), Refuses(typeof(DossierRefusals), nameof(DossierRefusals.NotFound))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/dossiers/{code}/portal-ledger")] HttpRequest request, string code,
        CancellationToken ct)
    {
        var caller = request.Caller();
        if (DossierCode.TryParse(code, out var known) && await dossiers.FindAsync(known, ct) is { } present
            && caller.Has(Role.Administrator, present.Dossier.Places.Receipt))
        {
            return TypedResults.Json((await book.FindAsync(known, ct)).Entry, OfficeJson.Options);
        }

        var opened = await reader.OpenAsync(code, caller, "portal-ledger", ct);
        return opened.Try(out var stored, out var refusal)
            ? TypedResults.Json((await book.FindAsync(stored.Dossier.Code, ct)).Entry, OfficeJson.Options)
            : refusal.ToProblem();
    }
}
