using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;
using PublicAdmin.Signing.Pdf;

namespace PublicAdmin.Signing.Certificates;

/// <summary>PUT /api/signing-keys/{name}/image: registers the picture of a person's signature or an agency's seal, from a day on.</summary>
public sealed class PutSignatureImage(SignaturePictures pictures, TimeProvider clock)
{
    [Function(nameof(PutSignatureImage)), AllowedTo(Role.Administrator)]
    [Accepts(typeof(byte[]), ContentType = "image/png", MaxBytes = SignaturePicture.MaxBytes), Answers(204), Refuses(typeof(SigningRefusals))]
    [Refuses(typeof(HttpRefusals), nameof(HttpRefusals.BodyTooLarge), nameof(HttpRefusals.BodyCutShort), nameof(HttpRefusals.QueryInvalid))]
    [Reads("from", "The first day it holds, yyyy-MM-dd; today unless said.")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/signing-keys/{name}/image")] HttpRequest request, string name, CancellationToken ct)
    {
        if (!request.Caller().Has(Role.Administrator, Duty.Everywhere))
        {
            return SigningRefusals.ProvinceOnly.With().ToProblem();
        }

        if (!SigningKeyNames.IsValid(name))
        {
            return SigningRefusals.KeyUnknown.With(name).ToProblem();
        }

        if (request.Read("from", out DateOnly? from) is { } invalid)
        {
            return invalid.ToProblem();
        }

        var body = await request.ReadBytesAsync(SignaturePicture.MaxBytes, ct);
        if (!body.Try(out var png, out var unread))
        {
            return unread.ToProblem();
        }

        var added = await pictures.AddAsync(name, from ?? clock.Today(), png, request.Caller().Id, ct);
        return added.Refusal is { } refusal ? refusal.ToProblem() : TypedResults.NoContent();
    }
}
