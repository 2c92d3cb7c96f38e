using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Platform.Messages;

namespace PublicAdmin.Dossiers.Projection;

/// <summary>
/// Brings every list up to a dossier's present state and sends what follows from its new events; then moves the mark. Doing it
/// twice, or dying in the middle and starting again, ends in the same rows and the same messages.
/// </summary>
public sealed class DossierProjector(
    DossierStore dossiers, ProjectedLists lists, IEnumerable<IDossierFollowUp> followUps, TouchedDossiers touched, IQueueSender queue)
{
    // 1 s, 2 s, 4 s … 256 s: eight and a half minutes, longer than any request may take to commit what it announced.
    private const int LastTry = 10;

    public async Task<Outcome> ProjectAsync(DossierAnnounced announced, int attempt, CancellationToken ct)
    {
        var (stored, mark) = await dossiers.FindMarkedAsync(announced.Code, ct);
        if (stored is null || stored.Version < announced.Version)
        {
            return attempt < LastTry ? Outcome.Later(TimeSpan.FromSeconds(1 << (attempt - 1))) : Outcome.Done; // The commit never happened.
        }

        if (mark.Version >= stored.Version)
        {
            return Outcome.Done; // Announced twice, or a later version was projected first.
        }

        await Task.WhenAll(touched.NoteAsync(announced.Code, ct), SendFollowUpsAsync(stored, mark.Version, ct));
        return await lists.WriteAsync(stored, mark, ct);
    }

    /// <summary>The version at which a dossier's lists stand; 0 when they were never written.</summary>
    public async Task<long> ListsStandAtAsync(DossierCode code, CancellationToken ct) => (await lists.FindMarkAsync(code, ct)).Version;

    /// <summary>
    /// Writes the lists of a dossier that came back from a copy. What followed from its events happened once and does not happen again, except what is chosen.
    /// </summary>
    public async Task RebuildAsync(StoredDossier stored, Func<DossierEvent, QueueMessage, bool> again, CancellationToken ct)
    {
        var mark = await lists.FindMarkAsync(stored.Dossier.Code, ct);
        foreach (var recorded in await dossiers.EventsAsync(stored.Dossier.Code, 0, ct))
        {
            foreach (var message in followUps.SelectMany(followUp => followUp.MessagesOf(stored.Dossier, recorded))
                .Where(message => again(recorded.Event, message)))
            {
                await queue.SendAsync(message, ct);
            }
        }

        await lists.WriteAsync(stored, mark, ct);
    }

    private async Task SendFollowUpsAsync(StoredDossier stored, long after, CancellationToken ct)
    {
        if (!followUps.Any())
        {
            return;
        }

        foreach (var recorded in await dossiers.EventsAsync(stored, after, ct))
        {
            foreach (var message in followUps.SelectMany(followUp => followUp.MessagesOf(stored.Dossier, recorded)))
            {
                await queue.SendAsync(message, ct);
            }
        }
    }
}
