using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Identity;
using PublicAdmin.Platform.Http;
using PublicAdmin.Signing;

namespace PublicAdmin.Results.Receipts;

/// <summary>GET /api/dossiers/{code}/receipts/{n}: a receipt (biên lai) as a sealed PDF; n counts the receipts of the account from 1.</summary>
public sealed class GetFeeReceipt(DossierReader reader, FeeReceipts receipts)
{
    [Function(nameof(GetFeeReceipt)), AllowedTo(RoleSet.FeeReaders)]
    [Answers(200, ContentType = "application/pdf"), Refuses(typeof(DossierRefusals), nameof(DossierRefusals.NotFound)), Refuses(typeof(SigningRefusals))]
    [Refuses(typeof(ResultRefusals), nameof(ResultRefusals.NoReceipt), nameof(ResultRefusals.VaultBusy))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/dossiers/{code}/receipts/{n}")] HttpRequest request, string code, string n,
        CancellationToken ct)
    {
        var opened = await reader.OpenAsync(code, request.Caller(), "receipt", ct);
        if (!opened.Try(out var stored, out var refusal))
        {
            return refusal.ToProblem();
        }

        try
        {
            var read = await receipts.ReadAsync(stored.Dossier, int.TryParse(n, CultureInfo.InvariantCulture, out var place) ? place : 0, ct);
            return read.Try(out var pdf, out refusal) ? TypedResults.File(pdf, "application/pdf", $"bien-lai-{code}-{n}.pdf") : refusal.ToProblem();
        }
        catch (SigningKeysBusyException e)
        {
            return ResultRefusals.Busy(e).ToProblem();
        }
    }
}
