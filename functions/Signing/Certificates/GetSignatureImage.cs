using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Identity;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Signing.Certificates;

/// <summary>GET /api/signing-keys/{name}/image: the picture papers bear today.</summary>
public sealed class GetSignatureImage(SignaturePictures pictures)
{
    [Function(nameof(GetSignatureImage)), AllowedTo(Role.Administrator), Answers(200, ContentType = "image/png")]
    [Refuses(typeof(SigningRefusals), nameof(SigningRefusals.ProvinceOnly), nameof(SigningRefusals.ImageNone))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/signing-keys/{name}/image")] HttpRequest request, string name,
        CancellationToken ct)
    {
        // Whoever has the picture can draw it on any paper.
        if (!request.Caller().Has(Role.Administrator, Duty.Everywhere))
        {
            return SigningRefusals.ProvinceOnly.With().ToProblem();
        }

        return SigningKeyNames.IsValid(name) && await pictures.FindAsync(name, ct) is { } png
            ? TypedResults.File(png, "image/png")
            : SigningRefusals.ImageNone.With(name).ToProblem();
    }
}
