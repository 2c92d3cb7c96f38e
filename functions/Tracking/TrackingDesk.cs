using Microsoft.AspNetCore.Http;
using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Projection;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Tracking;

/// <summary>Answers whoever holds code and secret of a receipt, and slows down whoever guesses.</summary>
public sealed class TrackingDesk(DossierStore dossiers, CentralCodes codes, TrackingSecrets secrets, RateLimits limits, ClientAddress clients)
{
    /// <summary>Wrong guesses at one code from one network before that network has to wait for that code, even with a right secret.</summary>
    private static readonly RateLimit Guesses = new("tracking", 10, TimeSpan.FromMinutes(10));

    /// <summary>Wrong guesses from one network at whatever codes: far more than a village behind one address mistypes.</summary>
    private static readonly RateLimit GuessesOfAll = new("tracking-all", 300, TimeSpan.FromMinutes(10));

    private static DossierCode Nowhere { get; } = DossierCode.Parse("A00-000000-0000");

    /// <param name="form">What was typed.</param>
    /// <param name="request">Says from where.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Result<PublicStatus>> TrackAsync(TrackingForm form, HttpRequest request, CancellationToken ct) =>
        (await OpenAsync(form, request, ct)).Then<PublicStatus>(stored => PublicStatus.Of(stored.Dossier));

    /// <summary>The dossier itself, for what whoever holds its receipt may do without signing in.</summary>
    public async Task<Result<StoredDossier>> OpenAsync(TrackingForm form, HttpRequest request, CancellationToken ct)
    {
        var code = await codes.OursAsync(form.Code, ct) ?? Nowhere;
        var network = clients.KeyOf(request);
        var client = $"{network}~{code}";
        if ((limits.Check(Guesses, client) ?? limits.Check(GuessesOfAll, network)) is { } tooMany)
        {
            return tooMany;
        }

        // Whatever is wrong, the same steps are taken and the same answer is given: neither tells whether the code exists.
        var stored = await dossiers.FindAsync(code, ct);
        var fits = secrets.Fits(code, stored?.Dossier.SecretIssue ?? 0, form.Secret);
        if (fits && stored is not null)
        {
            return stored;
        }

        await Task.WhenAll(limits.SpendAsync(Guesses, client, ct), limits.SpendAsync(GuessesOfAll, network, ct));
        return TrackingRefusals.NotFound;
    }
}
