using System.Text.Json.Serialization;

namespace PublicAdmin.Dossiers;

/// <summary>Synchronisation with the National Portal (trạng thái đồng bộ); stands beside the business state, never in it.</summary>
/// <param name="Version">Counts the changes the portal is to hear of; 1 is the filing itself.</param>
/// <param name="ChangedAt">When the last of them happened.</param>
/// <param name="Heard">Up to which of them the portal has confirmed; 0 for none.</param>
/// <param name="CentralCode">Mã hồ sơ the portal gave it; null when it was filed another way.</param>
/// <param name="FilesAwaited">Files it was filed with that are still to be fetched from the portal and judged.</param>
public sealed record PortalState(long Version, DateTimeOffset ChangedAt, long Heard = 0, string? CentralCode = null, int FilesAwaited = 0)
{
    [JsonIgnore]
    public bool IsWaiting => Heard < Version;

    public static PortalState Of(Submitted e) => new(1, e.Stamp.At, 0, e.Filing.Arrival?.Code, e.Filing.Arrival?.Files.Count ?? 0);

    public PortalState After(DossierEvent e) => e switch
    {
        PortalAcknowledged confirmed => this with { Heard = Math.Max(Heard, confirmed.UpTo) },
        FilesFetched => Changed(e) with { FilesAwaited = 0 },
        _ => IsNews(e) ? Changed(e) : this,
    };

    /// <summary>Whether the portal hears of it: its own confirmations and our ladder and registers are no news to it.</summary>
    public static bool IsNews(DossierEvent e) =>
        e is not (PortalAcknowledged or Escalated or RecordsRead or AuthorityAnswered or FormEvent or TrackingSecretRenewed or PartDue
            or PartLimitMissed or CorrectionNoted);

    private PortalState Changed(DossierEvent e) => this with { Version = Version + 1, ChangedAt = e.Stamp.At };
}
