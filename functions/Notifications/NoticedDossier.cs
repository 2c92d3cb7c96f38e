using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Rows;

namespace PublicAdmin.Notifications;

/// <summary>What a notice is about.</summary>
internal static class NoticedDossier
{
    /// <summary>The dossier as it is now, and the event the notice follows from.</summary>
    /// <exception cref="InvalidOperationException">There is no such dossier.</exception>
    public static async Task<(Dossier Dossier, DossierEvent Event)> FindAsync(this DossierStore dossiers, Notice notice, CancellationToken ct)
    {
        var code = notice.Code!;
        var stored = await dossiers.FindAsync(code, ct) ?? throw new InvalidOperationException($"A notice names {code}, which does not exist.");
        return (stored.Dossier, (await dossiers.EventAsync(code, notice.Version, ct))!);
    }
}
