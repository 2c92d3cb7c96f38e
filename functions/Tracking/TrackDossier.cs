using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Tracking;

/// <summary>
/// POST /api/tracking: with code and secret of the receipt, anybody learns where a dossier stands and what happens next. No names, no papers.
/// </summary>
public sealed class TrackDossier(TrackingDesk desk)
{
    [Function(nameof(TrackDossier)), AllowedTo(Role.Anyone), Accepts(typeof(TrackingForm), MaxBytes = 1_024)]
    [Answers(200, typeof(PublicStatus)), Refuses(typeof(TrackingRefusals)), Refuses(typeof(HttpRefusals))]
    public async Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/tracking")] HttpRequest request, CancellationToken ct)
    {
        var read = await request.ReadAsync<TrackingForm>(ct);
        if (!read.Try(out var form, out var unreadable))
        {
            return unreadable.ToProblem();
        }

        var tracked = await desk.TrackAsync(form, request, ct);
        return tracked.Try(out var status, out var refusal) ? TypedResults.Json(status, OfficeJson.Options) : refusal.ToProblem();
    }
}

/// <summary>Both stand on the receipt.</summary>
/// <param name="Code">Ours, or the National Portal's.</param>
public sealed record TrackingForm(string Code, string Secret);
