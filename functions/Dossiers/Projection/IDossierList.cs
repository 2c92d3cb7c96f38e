using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Platform.Messages;

namespace PublicAdmin.Dossiers.Projection;

/// <summary>One row of a list in table Lists.</summary>
public sealed record ListRow(string Partition, string Key, IReadOnlyDictionary<string, object?> Values);

/// <summary>
/// A list dossiers appear in. It says, purely, in which rows the present state belongs; the projector writes what is new,
/// removes what is no longer said and leaves the rest alone.
/// </summary>
public interface IDossierList
{
    IEnumerable<ListRow> RowsOf(Dossier dossier);
}

/// <summary>
/// Work that follows from an event: messages with ids made from code and version, so that a repeated projection sends nothing twice
/// (the receiving handler asks once more, as always).
/// </summary>
public interface IDossierFollowUp
{
    /// <param name="now">The dossier as it is at the time of projection.</param>
    /// <param name="recorded">What happened.</param>
    IEnumerable<QueueMessage> MessagesOf(Dossier now, RecordedEvent recorded);
}
