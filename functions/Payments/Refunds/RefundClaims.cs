using PublicAdmin.Dossiers;

namespace PublicAdmin.Payments.Refunds;

/// <summary>Money somebody is about to ask back.</summary>
public sealed record RefundClaim(string Order, string Transaction, long Amount, DateTimeOffset At);

/// <summary>The claims on the money of one dossier.</summary>
/// <param name="Tag">Null while there are none.</param>
public sealed record RefundClaims(DossierCode Code, IReadOnlyList<RefundClaim> All, string? Tag)
{
    private static readonly TimeSpan LongestAct = TimeSpan.FromMinutes(10);

    /// <summary>Those whose refund may still be on its way; one that was broken off claims nothing for ever.</summary>
    public IEnumerable<RefundClaim> Since(DateTimeOffset now) => All.Where(claim => claim.At > now - LongestAct);
}
