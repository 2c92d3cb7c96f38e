using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Tracking;

/// <summary>POST /api/tracking: with code and secret of the receipt, anybody learns where a dossier stands and what happens next. No names, no papers.</summary>
public sealed class TrackDossier(DossierStore dossiers, TrackingSecrets secrets, Budgets budgets, ClientAddress clients)
{
    /// <summary>Wrong guesses at one code from one network before that network has to wait for that code, even with a right secret.</summary>
    private static readonly Budget Guesses = new("tracking", 10, TimeSpan.FromMinutes(10));

    /// <summary>Wrong guesses from one network at whatever codes: far more than a village behind one address mistypes.</summary>
    private static readonly Budget GuessesOfAll = new("tracking-all", 300, TimeSpan.FromMinutes(10));

    [Function(nameof(TrackDossier)), AllowedTo(Role.Anyone), Accepts(typeof(TrackingForm), MaxBytes = 1_024)]
    [Answers(200, typeof(PublicStatus)), Refuses(typeof(TrackingRefusals)), Refuses(typeof(HttpRefusals))]
    public async Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/tracking")] HttpRequest request, CancellationToken ct)
    {
        var read = await request.ReadAsync<TrackingForm>(ct);
        if (!read.Try(out var form, out var unreadable))
        {
            return unreadable.ToProblem();
        }

        var code = DossierCode.TryParse(form.Code.Trim().ToUpperInvariant(), out var parsed) ? parsed : Nowhere;
        var network = clients.KeyOf(request);
        var client = $"{network}~{code}";
        if ((budgets.Check(Guesses, client) ?? budgets.Check(GuessesOfAll, network)) is { } tooMany)
        {
            return tooMany.ToProblem();
        }

        // Whatever is wrong, the same steps are taken and the same answer is given: neither tells whether the code exists.
        var stored = await dossiers.FindAsync(code, ct);
        var fits = secrets.Fits(code, stored?.Dossier.SecretIssue ?? 0, form.Secret);
        if (fits && stored is not null)
        {
            return TypedResults.Json(PublicStatus.Of(stored.Dossier), OfficeJson.Options);
        }

        await Task.WhenAll(budgets.SpendAsync(Guesses, client, ct), budgets.SpendAsync(GuessesOfAll, network, ct));
        return TrackingRefusals.NotFound.With().ToProblem();
    }

    private static DossierCode Nowhere { get; } = DossierCode.Parse("A00-000000-0000");
}

/// <summary>Both stand on the receipt.</summary>
public sealed record TrackingForm(string Code, string Secret);
