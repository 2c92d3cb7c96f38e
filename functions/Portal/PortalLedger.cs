using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Portal;

/// <summary>How one acknowledgement ended.</summary>
public enum Acknowledged
{
    /// <summary>Recorded now, or earlier.</summary>
    Recorded,

    /// <summary>No dossier of this system has the code.</summary>
    Unknown,

    /// <summary>The dossier has not come to this version: nobody can have received it.</summary>
    Ahead,
}

/// <summary>Sổ đồng bộ: records how far the portal has heard, in the dossier itself.</summary>
public sealed class PortalLedger(DossierStore dossiers, PortalNews news)
{
    // Officials act on a dossier minutes apart; whoever meets that many changes at once meets a fault.
    private const int Tries = 10;

    public async Task<Acknowledged> AcknowledgeAsync(string code, long version, Stamp stamp, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            if (!DossierCode.TryParse(code, out var known) || await dossiers.FindAsync(known, ct) is not { } stored
                || news.ListenerOf(stored.Dossier) != stamp.By)
            {
                return Acknowledged.Unknown;
            }

            if (version > stored.Dossier.Portal.Version)
            {
                return Acknowledged.Ahead;
            }

            if (version <= stored.Dossier.Portal.Heard || await RecordedAsync(stored, version, stamp, lastTry: attempt == Tries, ct))
            {
                return Acknowledged.Recorded;
            }
        }
    }

    /// <returns>False when somebody changed the dossier at the same moment.</returns>
    private async Task<bool> RecordedAsync(StoredDossier stored, long version, Stamp stamp, bool lastTry, CancellationToken ct)
    {
        try
        {
            await dossiers.RecordAsync(stored, new PortalAcknowledged(version, stamp), key: null, ct);
            return true;
        }
        catch (StaleRowException) when (!lastTry)
        {
            return false;
        }
    }
}
