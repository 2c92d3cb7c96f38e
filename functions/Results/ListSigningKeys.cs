using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Identity;
using PublicAdmin.Offices;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Results;

/// <summary>GET /api/signing-keys: the keys an office signs with, seals and leaders', how long each may sign yet and what it still lacks.</summary>
public sealed class ListSigningKeys(SigningKeyList keys, OfficeDirectory offices, TimeProvider clock)
{
    [Function(nameof(ListSigningKeys)), AllowedTo(Role.Administrator), Answers(200, typeof(IReadOnlyList<SigningKeyState>))]
    [Refuses(typeof(OfficeRefusals), nameof(OfficeRefusals.Unknown)), Refuses(typeof(IdentityRefusals), nameof(IdentityRefusals.NotYourTask))]
    [Refuses(typeof(ResultRefusals), nameof(ResultRefusals.VaultBusy))]
    [Reads("office", "Whose keys: an office's code.", Required = true)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/signing-keys")] HttpRequest request, CancellationToken ct)
    {
        var code = request.Query["office"].ToString();
        if (!request.Caller().Has(Role.Administrator, code))
        {
            return IdentityRefusals.NotYourTask.With().ToProblem();
        }

        return offices.Find(code, clock.Today()) is { } office
            ? Answer(await keys.OfAsync(office, ct))
            : OfficeRefusals.Unknown.With(code).ToProblem();
    }

    private static IResult Answer(Result<SigningKeyState[]> found) =>
        found.Try(out var states, out var busy) ? TypedResults.Json(states, OfficeJson.Options) : busy.ToProblem();
}
