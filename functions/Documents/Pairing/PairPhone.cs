using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Documents.Uploads;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Documents.Pairing;

/// <summary>POST /api/phone-pairings: a clerk begins to take pages with a telephone; the QR code is good for one telephone and ten minutes.</summary>
public sealed class PairPhone(PairingDesk desk)
{
    [Function(nameof(PairPhone)), AllowedTo(Role.Clerk), Accepts(typeof(PairingForm)), Limited("phone-pairing", calls: 100, minutes: 10)]
    [Answers(201, typeof(BegunPairing)), Refuses(typeof(UploadRefusals), nameof(UploadRefusals.OwnerMissing), nameof(UploadRefusals.OfficeMissing))]
    [Refuses(typeof(HttpRefusals))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/phone-pairings")] HttpRequest request, CancellationToken ct)
    {
        var read = await request.ReadAsync<PairingForm>(ct);
        var begun = read.Try(out var form, out var unreadable) ? await desk.BeginAsync(form, request.Caller(), ct) : unreadable;
        return begun.Try(out var pairing, out var refusal)
            ? TypedResults.Json(pairing, OfficeJson.Options, statusCode: StatusCodes.Status201Created)
            : refusal.ToProblem();
    }
}
