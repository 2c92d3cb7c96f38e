using PublicAdmin.Audit;

namespace PublicAdmin.Statistics.OpenData;

/// <summary>A file of a publication.</summary>
/// <param name="Name">As it is fetched.</param>
public sealed record PublishedFile(string Name, string Sha256, long Bytes);

/// <summary>One line a correction changed.</summary>
/// <param name="Before">Null when it is new.</param>
/// <param name="After">Null when it is gone.</param>
public sealed record Correction(string? Before, string? After);

/// <summary>
/// Kỳ đã khóa: the figures of a month as they were published, signed with the key of the seals. It never changes; a correction is the next version with its
/// differences.
/// </summary>
/// <param name="Period">yyyy-MM.</param>
/// <param name="Version">From 1.</param>
/// <param name="Sequence">The roll-up it was made from.</param>
/// <param name="Dossiers">How many facts were looked at.</param>
/// <param name="Previous">Hash of the table of the version before; null for the first.</param>
/// <param name="Corrections">Lines that changed since, at most a thousand.</param>
/// <param name="Licence">To be decided by the province.</param>
public sealed record Publication(
    string Period, int Version, DateTimeOffset CutOff, DateTimeOffset PublishedAt, long Sequence, long Dossiers, IReadOnlyList<PublishedFile> Files,
    SealKey Key,
    string? Previous, IReadOnlyList<Correction> Corrections, string Licence = "CC BY 4.0")
{
    public PublishedFile Table => Files[0];
}
