namespace PublicAdmin.Platform.Storage;

/// <summary>Azure Blob Storage as this system uses it. Containers are those of <see cref="Containers"/>.</summary>
public interface IBlobs
{
    /// <summary>Writes a new blob in one piece.</summary>
    /// <returns>Its tag, or null when the name is taken: nothing was written then.</returns>
    Task<string?> CreateAsync(BlobName name, Stream content, BlobFacts facts, CancellationToken ct);

    /// <summary>Writes or replaces a blob.</summary>
    /// <param name="name">Which.</param>
    /// <param name="content">From its position to its end.</param>
    /// <param name="facts">What is kept beside the bytes.</param>
    /// <param name="ifTag">The tag the present blob must carry; null for any or none.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The new tag.</returns>
    /// <exception cref="StaleBlobException">The blob carries another tag, is gone or is sealed.</exception>
    Task<string> WriteAsync(BlobName name, Stream content, BlobFacts facts, string? ifTag, CancellationToken ct);

    /// <summary>
    /// Keeps one block of a blob that is not committed yet; staging the same number again replaces it. Uncommitted blocks vanish after a week.
    /// </summary>
    /// <param name="name">Which blob.</param>
    /// <param name="block">0 to 49,999.</param>
    /// <param name="content">At most 4,000 MiB; the office uses far less.</param>
    /// <param name="ct">Cancels.</param>
    Task StageAsync(BlobName name, int block, Stream content, CancellationToken ct);

    /// <summary>The blocks staged and not committed, by number.</summary>
    Task<IReadOnlyList<StagedBlock>> StagedAsync(BlobName name, CancellationToken ct);

    /// <summary>Makes blocks 0 to <paramref name="count"/> − 1 the content of a new blob.</summary>
    /// <returns>Its tag, or null when the name is taken.</returns>
    /// <exception cref="StaleBlobException">A block is missing.</exception>
    Task<string?> CommitAsync(BlobName name, int count, BlobFacts facts, CancellationToken ct);

    Task<BlobProperties?> FindAsync(BlobName name, CancellationToken ct);

    /// <param name="name">Which.</param>
    /// <param name="from">First byte.</param>
    /// <param name="length">How many; null for all the rest.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>A stream to dispose, or null when there is no such blob.</returns>
    Task<Stream?> OpenAsync(BlobName name, long from, long? length, CancellationToken ct);

    /// <summary>
    /// From now on the blob can be neither written nor deleted until the day given (time-based immutability); a later day may replace an earlier one.
    /// </summary>
    Task SealAsync(BlobName name, DateTimeOffset until, CancellationToken ct);

    /// <param name="name">Which.</param>
    /// <param name="ifTag">The tag the blob must carry; null for any.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>False when there was none.</returns>
    /// <exception cref="StaleBlobException">The blob is sealed, or carries another tag than the one named.</exception>
    Task<bool> DeleteAsync(BlobName name, string? ifTag, CancellationToken ct);
}

/// <summary>The office knows of the blob, and its bytes are gone, cut or changed: nothing of it is handed out.</summary>
public sealed class BlobLostException : Exception
{
    public BlobLostException()
    {
    }

    public BlobLostException(string message)
        : base(message)
    {
    }

    public BlobLostException(string message, Exception inner)
        : base(message, inner)
    {
    }
}

public static class BlobDeletion
{
    /// <summary>Deletes whatever lies under the name.</summary>
    public static Task<bool> DeleteAsync(this IBlobs blobs, BlobName name, CancellationToken ct) => blobs.DeleteAsync(name, null, ct);
}

/// <summary>Every container of the system. infra/ creates exactly these.</summary>
public static class Containers
{
    /// <summary>Scans and papers, by the hash of their owner and content.</summary>
    public const string Papers = "papers";

    /// <summary>Signed results and forms; write once, read many.</summary>
    public const string Results = "results";

    /// <summary>The daily seals of the audit chain; write once, read many.</summary>
    public const string AuditSeals = "audit-seals";

    /// <summary>Statistics as they were published: open data, frozen periods; write once, read many.</summary>
    public const string Statistics = "statistics";

    /// <summary>Packages for the archive, by dossier.</summary>
    public const string Archive = "archive";

    /// <summary>Copies of the wrapped data keys of dossiers, for the way back from the seals; what is destroyed there is gone from every seal.</summary>
    public const string DataKeys = "data-keys";

    public static IReadOnlyList<string> All { get; } = [Papers, Results, AuditSeals, Statistics, Archive, DataKeys];
}

/// <param name="Path">Segments of letters, digits, dots, hyphens and underscores, joined by '/'; at most 1,024 characters.</param>
public sealed record BlobName(string Container, string Path)
{
    public override string ToString() => $"{Container}/{Path}";
}

/// <param name="ContentType">An RFC 9110 media type.</param>
/// <param name="Metadata">Names are letters and digits, values ASCII; at most 8 KiB together.</param>
public sealed record BlobFacts(string ContentType, IReadOnlyDictionary<string, string> Metadata)
{
    public static BlobFacts Of(string contentType) => new(contentType, new Dictionary<string, string>());
}

/// <param name="Length">Bytes.</param>
/// <param name="SealedUntil">Null when it may be changed.</param>
public sealed record BlobProperties(long Length, string Tag, BlobFacts Facts, DateTimeOffset CreatedAt, DateTimeOffset? SealedUntil);

/// <param name="Length">Bytes.</param>
public sealed record StagedBlock(int Number, long Length);

/// <summary>The blob is not what the writer thought: changed, gone, sealed or incomplete. Nothing was written.</summary>
public sealed class StaleBlobException : Exception
{
    public StaleBlobException()
    {
    }

    public StaleBlobException(string message)
        : base(message)
    {
    }

    public StaleBlobException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
