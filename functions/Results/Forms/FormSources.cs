using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Rows;

namespace PublicAdmin.Results.Forms;

/// <summary>A form a dossier has, and the event it tells of.</summary>
/// <param name="Version">Of the event: the form has its number by it.</param>
/// <param name="Edition">The version of the newest event the paper says something of; another edition is another paper under the same number.</param>
public sealed record FormSource(OfficialForm Form, DossierEvent Event, long Version, long Edition, IReadOnlyList<RecordedEvent> Events);

/// <summary>Which of the official forms a dossier has by now, and from which event each is made.</summary>
public sealed class FormSources(DossierStore dossiers)
{
    /// <returns>Null when the dossier does not have the form.</returns>
    public async Task<FormSource?> FindAsync(Dossier dossier, string form, CancellationToken ct)
    {
        if (OfficialForm.Find(form) is not { } official || (official == OfficialForm.Control && !official.Belongs(dossier)))
        {
            return null;
        }

        var events = await dossiers.EventsAsync(dossier.Code, 0, ct);
        var source = events.LastOrDefault(recorded => official.TellsOf(recorded.Event));
        return source is null ? null : new(official, source.Event, source.Version, EditionOf(official, source, events), events);
    }

    // The receipt says with which secret the dossier is tracked.
    private static long EditionOf(OfficialForm form, RecordedEvent source, IReadOnlyList<RecordedEvent> events) =>
        form == OfficialForm.Receipt && events.LastOrDefault(recorded => recorded.Event is TrackingSecretRenewed) is { } renewed
            ? Math.Max(source.Version, renewed.Version) : source.Version;
}
