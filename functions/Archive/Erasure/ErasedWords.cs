using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Projection;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Notifications.Staff;
using PublicAdmin.Statistics.Satisfaction;

namespace PublicAdmin.Archive.Erasure;

/// <summary>
/// What was said about an erased dossier: rows of lists, lines of inboxes, and the words beside its citizen's rating. The rating itself counts on.
/// </summary>
public sealed class ErasedWords(Inbox inbox, RatingBook ratings, ProjectedLists lists)
{
    public async Task EraseAsync(Dossier dossier, IEnumerable<RecordedEvent> events, CancellationToken ct)
    {
        var staff = events.Select(recorded => recorded.Event.Stamp.By).Append(dossier.Handler);
        await inbox.ForgetAsync(dossier.Code.ToString(), dossier.Offices, staff, ct);
        await ratings.ForgetTextAsync(dossier.Code, ct);
        await lists.ClearAsync(dossier.Code, ct);
    }
}
