using System.Globalization;
using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Platform.Messages;
using PublicAdmin.Platform.Storage;
using PublicAdmin.Portal.Outbound;

namespace PublicAdmin.Portal.Reconciling;

/// <summary>How one repair ended.</summary>
public enum Repaired
{
    /// <summary>It is sent again.</summary>
    Sending,

    /// <summary>There is no such difference on the day, or no dossier of ours: sending again would mend nothing.</summary>
    Nothing,

    /// <summary>It is being sent at this moment.</summary>
    Busy,
}

/// <summary>Takes the ledger of a dossier back to where the portal is, and sends from there; the dossier's own history is never touched.</summary>
public sealed class PortalRepair(PortalReconciler reconciler, DossierStore dossiers, PortalBook book, IQueueSender queue)
{
    public async Task<IReadOnlyList<RepairLine>> RunAsync(DateOnly day, IReadOnlyList<string> codes, CancellationToken ct)
    {
        var lines = new List<RepairLine>();
        foreach (var code in codes)
        {
            lines.Add(new RepairLine(code, await RepairAsync(day, code, ct)));
        }

        return lines;
    }

    private async Task<Repaired> RepairAsync(DateOnly day, string code, CancellationToken ct)
    {
        if (await reconciler.DifferenceAsync(day, code, ct) is not { Kind: not PortalDifferenceKind.OnlyTheirs } difference
            || !DossierCode.TryParse(code, out var known) || await dossiers.FindAsync(known, ct) is not { } stored)
        {
            return Repaired.Nothing;
        }

        var (entry, tag) = await book.FindAsync(known, ct);
        var back = difference.Kind is PortalDifferenceKind.OnlyOurs
            ? entry with { Known = false, Lines = 0, Version = 0 } : entry with { Version = 0, Lines = Math.Min(entry.Lines, stored.Version - 1) };
        try
        {
            await book.SaveAsync(known, back, tag, ct);
        }
        catch (StaleRowException)
        {
            return Repaired.Busy;
        }

        var id = string.Create(CultureInfo.InvariantCulture, $"{code}:portal:again:{Guid.NewGuid():N}");
        await queue.SendAsync(QueueMessage.Of(Queues.PortalSync, id, new PortalToHear(known, stored.Version), session: code), ct);
        return Repaired.Sending;
    }
}
