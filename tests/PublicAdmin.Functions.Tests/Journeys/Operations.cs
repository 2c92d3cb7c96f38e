using System.Globalization;

namespace PublicAdmin.Tests.Journeys;

/// <summary>What storage, queues and vault were asked for; in Azure that is a journey's price and most of its time.</summary>
/// <param name="Reads">Single rows of tables.</param>
/// <param name="Scans">Pages of rows of tables.</param>
/// <param name="Writes">Batches of tables.</param>
/// <param name="Messages">Sent.</param>
/// <param name="BlobReads">Contents, properties and lists of blocks.</param>
/// <param name="BlobWrites">Contents, blocks, seals and deletions.</param>
/// <param name="Signatures">Made in the vault.</param>
internal readonly record struct Operations(long Reads, long Scans, long Writes, long Messages, long BlobReads, long BlobWrites, long Signatures)
{
    public const string Heading = "door\ttimes\treads\tscans\twrites\tmessages\tblob reads\tblob writes\tsignatures";

    public static Operations operator +(Operations one, Operations other) => new(
        one.Reads + other.Reads, one.Scans + other.Scans, one.Writes + other.Writes, one.Messages + other.Messages,
        one.BlobReads + other.BlobReads, one.BlobWrites + other.BlobWrites, one.Signatures + other.Signatures);

    public static Operations operator -(Operations one, Operations other) => new(
        one.Reads - other.Reads, one.Scans - other.Scans, one.Writes - other.Writes, one.Messages - other.Messages,
        one.BlobReads - other.BlobReads, one.BlobWrites - other.BlobWrites, one.Signatures - other.Signatures);

    /// <summary>The columns of <see cref="Heading"/> behind the second.</summary>
    public override string ToString() => string.Join(
        '\t', ((long[])[Reads, Scans, Writes, Messages, BlobReads, BlobWrites, Signatures]).Select(count => count.ToString(CultureInfo.InvariantCulture)));
}
