using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Identity;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Documents.Uploads;

/// <summary>PUT /api/uploads/{id}/chunks/{n}: one chunk of a file. Sent again it does no harm; changed on the way it is not kept.</summary>
public sealed class PutUploadChunk(UploadDesk desk)
{
    [Function(nameof(PutUploadChunk)), AllowedTo(Role.Citizen, Role.Clerk, Role.System)]
    [Accepts(typeof(byte[]), ContentType = "application/octet-stream", MaxBytes = ChunkPlan.LargestChunk)]
    [Reads(ContentDigest.Header, "sha-256=:base64 of the chunk's SHA-256: (RFC 9530).", Header = true, Required = true)]
    [Answers(204), Refuses(typeof(UploadRefusals)), Refuses(typeof(HttpRefusals))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/uploads/{id}/chunks/{n}")] HttpRequest request, string id, string n,
        CancellationToken ct)
    {
        var caller = request.Caller();
        if (!UploadId.TryParse(id, out var upload) || await desk.FindOpenAsync(upload, caller, ct) is not { } open)
        {
            return await AnswerWithoutUploadAsync(upload, caller, ct);
        }

        if (!int.TryParse(n, NumberStyles.None, CultureInfo.InvariantCulture, out var chunk) || !open.Plan.Has(chunk))
        {
            return UploadRefusals.ChunkUnknown.With(open.Plan.Count - 1).ToProblem();
        }

        var read = await ChunkReader.ReadAsync(request, chunk, open.Plan.LengthOf(chunk), ct);
        if (!read.Try(out var reader, out var refusal))
        {
            return refusal.ToProblem();
        }

        using (reader)
        {
            await desk.KeepAsync(open, chunk, reader.Content, ct);
        }

        return TypedResults.NoContent();
    }

    // A chunk that comes late, after all was completed, is welcome and not needed.
    private async Task<IResult> AnswerWithoutUploadAsync(UploadId? id, Caller caller, CancellationToken ct) =>
        id is not null && await desk.FindStoredAsync(id, caller, ct) is not null ? TypedResults.NoContent() : UploadRefusals.NotFound.With().ToProblem();
}
