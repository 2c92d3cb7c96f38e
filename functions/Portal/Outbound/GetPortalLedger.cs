using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Portal.Outbound;

/// <summary>GET /api/dossiers/{code}/portal-ledger: how far the National Portal has taken a dossier, when, and what it last refused.</summary>
public sealed class GetPortalLedger(DossierReader reader, PortalBook book)
{
    [Function(nameof(GetPortalLedger)), AllowedTo(Role.Clerk, Role.Officer, Role.Leader, Role.Supervisor, Role.Auditor)]
    [Answers(200, typeof(PortalEntry)), Refuses(typeof(DossierRefusals), nameof(DossierRefusals.NotFound))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/dossiers/{code}/portal-ledger")] HttpRequest request, string code,
        CancellationToken ct)
    {
        var opened = await reader.OpenAsync(code, request.Caller(), "portal-ledger", ct);
        return opened.Try(out var stored, out var refusal)
            ? TypedResults.Json((await book.FindAsync(stored.Dossier.Code, ct)).Entry, OfficeJson.Options)
            : refusal.ToProblem();
    }
}
