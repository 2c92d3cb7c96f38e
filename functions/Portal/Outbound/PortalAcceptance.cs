using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PublicAdmin.Dossiers;
using PublicAdmin.Platform;

namespace PublicAdmin.Portal.Outbound;

/// <summary>Writes into a dossier that the portal has it, and says when that took longer than promised.</summary>
public sealed partial class PortalAcceptance(
    PortalLedger ledger, IOptions<PortalSettings> settings, TimeProvider clock, ILogger<PortalAcceptance> log)
{
    private static readonly TimeSpan Promised = TimeSpan.FromMinutes(10);

    public async Task HeardAsync(Dossier dossier, CancellationToken ct)
    {
        if (clock.GetUtcNow() - dossier.Portal.ChangedAt > Promised)
        {
            LogLate(dossier.Code);
        }

        if (settings.Value.Client is { Length: > 0 } client)
        {
            await ledger.AcknowledgeAsync(
                dossier.Code.ToString(), dossier.Portal.Version, new Stamp(clock.Instant(), client, nameof(Identity.Role.System)), ct);
        }
    }

    [LoggerMessage(LogLevel.Warning, "{Code}: the National Portal heard of a change later than ten minutes.", EventName = "PortalLate")]
    private partial void LogLate(DossierCode code);
}
