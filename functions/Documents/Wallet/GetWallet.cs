using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Documents.Uploads;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Documents.Wallet;

/// <summary>GET /api/wallet: a citizen's papers and past results that may be used again, by type.</summary>
public sealed class GetWallet(WalletStore wallet, PaperOwners owners)
{
    [Function(nameof(GetWallet)), AllowedTo(Role.Citizen)]
    [Answers(200, typeof(PageOf<WalletItem>)), Refuses(typeof(UploadRefusals), nameof(UploadRefusals.NoPersonalNumber))]
    [Refuses(typeof(HttpRefusals), nameof(HttpRefusals.QueryInvalid))]
    [Reads("limit", "1 to 100, 20 unless said."), Reads("after", "The next of the page before.")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/wallet")] HttpRequest request, CancellationToken ct)
    {
        if (!PageAsked.Of(request).Try(out var asked, out var refusal) || !owners.Own(request.Caller()).Try(out var owner, out refusal))
        {
            return refusal.ToProblem();
        }

        return TypedResults.Json(await wallet.PageAsync(owner, asked, ct), OfficeJson.Options);
    }
}
