using System.Globalization;
using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Messages;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Linked;

/// <summary>
/// Brings a linked case up to its parts: opens the dossiers whose turn has come, takes over where they stand, begins and watches the clocks of what goes to
/// other agencies. Each step is one event of the case, found from what is stored; broken off anywhere and begun again, it ends in the same case.
/// </summary>
public sealed class CaseKeeper(DossierStore dossiers, PartFiling filing, IQueueSender queue, TimeProvider clock)
{
    // A case has a handful of parts, and a part a handful of steps.
    private const int Most = 60;

    public async Task<Outcome> KeepAsync(LinkedCaseMoved message, int attempt, CancellationToken ct)
    {
        for (var step = 0; step < Most; step++)
        {
            if (await dossiers.FindAsync(message.Case, ct) is not { } stored)
            {
                return Outcome.Never("dossier-unknown");
            }

            if (await NextAsync(stored, ct) is not { } e)
            {
                await WakeAsync(stored.Dossier, ct);
                return Outcome.Done;
            }

            await TryRecordAsync(stored, e, ct);
        }

        return Outcome.Later(TimeSpan.FromSeconds(1));
    }

    private async Task<DossierEvent?> NextAsync(StoredDossier stored, CancellationToken ct)
    {
        var (dossier, stamp) = (stored.Dossier, Stamp.System(clock.Instant()));
        if (dossier.Falling(stamp) is { } falling)
        {
            return falling;
        }

        if (dossier.ToOpen() is { } part)
        {
            return new PartOpened(part.Id, await filing.OpenAsync(dossier, part, stamp.At, ct), stamp);
        }

        if (await MovedAsync(dossier, stamp, ct) is { } moved)
        {
            return moved;
        }

        if (dossier.ToForward() is { } due)
        {
            var since = dossier.Part(due.After ?? "")?.DoneAt ?? dossier.SubmittedAt;
            return new PartDue(due.Id, since, ForwardingClock.ForwardBy(since), stamp);
        }

        return dossier.Missed(stamp.At, stamp);
    }

    private async Task<PartMoved?> MovedAsync(Dossier dossier, Stamp stamp, CancellationToken ct)
    {
        foreach (var part in dossier.Parts().Where(part => part is { Outside: false, Code: not null }))
        {
            if (await dossiers.FindAsync(DossierCode.Parse(part.Code!), ct) is { } child && Follow(part, PartState.Of(child.Dossier)) is { } state)
            {
                return new PartMoved(part.Id, state, stamp);
            }
        }

        return null;
    }

    // Holding offices are noted as they change; the case itself keeps only which they were.
    private static PartState? Follow(CasePart part, PartState now) =>
        now with { Holding = null } == new PartState(part.Phase, null, part.PromisedAt, part.DoneAt, part.Result, part.Denied, part.Reason) ? null : now;

    private async Task TryRecordAsync(StoredDossier stored, DossierEvent e, CancellationToken ct)
    {
        try
        {
            await dossiers.RecordAsync(stored, e, key: null, ct);
        }
        catch (StaleRowException)
        {
            // Somebody reported on a part at the same moment: look again.
        }
    }

    private async Task WakeAsync(Dossier dossier, CancellationToken ct)
    {
        if (dossier.NextLimit() is not { } limit)
        {
            return;
        }

        var id = string.Create(CultureInfo.InvariantCulture, $"{dossier.Code}:limit:{limit.UtcDateTime:yyyyMMddHHmmss}");
        var message = QueueMessage.Of(Queues.LinkedCases, id, new LinkedCaseMoved(dossier.Code), dossier.Code.ToString(), limit.AddSeconds(1));
        await queue.SendAsync(message, ct);
    }
}
