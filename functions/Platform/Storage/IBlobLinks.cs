namespace PublicAdmin.Platform.Storage;

/// <summary>
/// Addresses that open one blob for reading, for a few minutes, to whoever holds them. Made only after the Gate, the scope check and the access log.
/// </summary>
public interface IBlobLinks
{
    /// <summary>An address that shows this file, and no other, under its name and type; whole or in ranges.</summary>
    /// <param name="file">Which, and as what it is kept by whoever fetches it.</param>
    /// <param name="until">When it can no longer be opened; what is under way then goes on.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>Absolute, or relative to the office.</returns>
    Task<Uri> MakeAsync(StoredFile file, DateTimeOffset until, CancellationToken ct);
}

/// <summary>A file of the office that may be sent.</summary>
/// <param name="Size">Bytes.</param>
/// <param name="ContentType">An RFC 9110 media type.</param>
/// <param name="FileName">Without a path; names papers, never people.</param>
/// <param name="Tag">Another for other bytes; the entity tag without its quotes.</param>
public sealed record StoredFile(BlobName Blob, long Size, string ContentType, string FileName, string Tag);
