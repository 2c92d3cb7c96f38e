using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Documents.Uploads;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Documents.Pairing;

/// <summary>POST /api/phone-pairings/{id}/pages: a page the paired telephone took; it becomes an upload of the clerk's and is judged as such.</summary>
public sealed class ReceivePhonePage(PairingDesk desk)
{
    public const string Header = "Pairing-Token";

    [Function(nameof(ReceivePhonePage)), AllowedTo(Role.Anyone), Limited("phone-page", calls: 300, minutes: 10)]
    [Accepts(typeof(byte[]), ContentType = "application/octet-stream", MaxBytes = ChunkPlan.LargestChunk)]
    [Reads(Header, "What the claim answered.", Header = true, Required = true)]
    [Answers(200, typeof(ReceivedPage)), Refuses(typeof(PairingRefusals)), Refuses(typeof(UploadRefusals)), Refuses(typeof(HttpRefusals))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/phone-pairings/{id}/pages")] HttpRequest request, string id, CancellationToken ct)
    {
        if (!(await desk.KnowAsync(id, request.Headers[Header].ToString(), ct)).Try(out var pairing, out var over))
        {
            return over.ToProblem();
        }

        var read = await request.ReadBytesAsync(ChunkPlan.LargestChunk, ct);
        var received = read.Try(out var picture, out var unreadable) ? await desk.ReceiveAsync(pairing, picture, ct) : unreadable;
        return received.Try(out var page, out var refusal) ? TypedResults.Json(page, OfficeJson.Options) : refusal.ToProblem();
    }
}
