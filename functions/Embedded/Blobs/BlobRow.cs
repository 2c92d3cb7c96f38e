using System.Globalization;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Embedded.Blobs;

/// <summary>What is known of a blob beside its bytes. The tag is also the number of its file.</summary>
internal sealed record BlobRow(long Tag, long Length, BlobFacts Facts, long CreatedAt, long? SealedUntil)
{
    public string ETag => Tag.ToString(CultureInfo.InvariantCulture);

    public BlobProperties Properties => new(Length, ETag, Facts, Instant(CreatedAt), SealedUntil is { } until ? Instant(until) : null);

    public bool IsSealed(long now) => SealedUntil > now;

    /// <exception cref="StaleBlobException">The blob is not the one that was seen, or is sealed.</exception>
    public static void MayReplace(BlobRow? present, string? ifTag, long now)
    {
        if ((ifTag is not null && present?.ETag != ifTag) || present?.IsSealed(now) is true)
        {
            throw new StaleBlobException("The blob carries another tag, is gone or is sealed.");
        }
    }

    private static DateTimeOffset Instant(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
}
