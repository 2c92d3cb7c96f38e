using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Documents.Pairing;

/// <summary>POST /api/phone-pairings/{id}/claim: a telephone shows the secret of the QR code, once, and learns the token its pages are sent with.</summary>
public sealed class ClaimPhonePairing(PairingDesk desk)
{
    [Function(nameof(ClaimPhonePairing)), AllowedTo(Role.Anyone), Accepts(typeof(PairingClaim)), Limited("phone-claim", calls: 60, minutes: 10)]
    [Answers(200, typeof(ClaimedPairing)), Refuses(typeof(PairingRefusals), nameof(PairingRefusals.Over)), Refuses(typeof(HttpRefusals))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/phone-pairings/{id}/claim")] HttpRequest request, string id, CancellationToken ct)
    {
        var read = await request.ReadAsync<PairingClaim>(ct);
        var claimed = read.Try(out var claim, out var unreadable) ? await desk.ClaimAsync(id, claim.Secret, ct) : unreadable;
        return claimed.Try(out var token, out var refusal) ? TypedResults.Json(token, OfficeJson.Options) : refusal.ToProblem();
    }
}
