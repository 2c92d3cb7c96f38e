using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Documents.Pairing;

/// <summary>GET /api/phone-pairings/{id}: the clerk who began it sees whether a telephone has come, and the pages it sent.</summary>
public sealed class GetPhonePairing(PairingDesk desk)
{
    [Function(nameof(GetPhonePairing)), AllowedTo(Role.Clerk), Answers(200, typeof(PairingView))]
    [Refuses(typeof(PairingRefusals), nameof(PairingRefusals.Over))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/phone-pairings/{id}")] HttpRequest request, string id, CancellationToken ct) =>
        (await desk.ShowAsync(id, request.Caller(), ct)).Try(out var pairing, out var refusal)
            ? TypedResults.Json(pairing, OfficeJson.Options)
            : refusal.ToProblem();
}
