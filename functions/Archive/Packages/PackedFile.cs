using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Archive.Packages;

/// <summary>What a file of a package is.</summary>
public enum PackedKind { Form, Paper, OfficialForm, Result, Preservation }

/// <summary>A file for a package.</summary>
/// <param name="Path">Letters, digits, dots, hyphens: the same on any machine.</param>
/// <param name="Title">What it is, for people.</param>
/// <param name="Stored">Where it lies; null when it is at hand.</param>
/// <param name="Bytes">At hand.</param>
public sealed record PackedFile(string Path, string Title, PackedKind Kind, string ContentType, BlobName? Stored = null, byte[]? Bytes = null)
{
    /// <summary>Whether signatures in it are to be looked at.</summary>
    public bool IsSignedPdf => Kind is PackedKind.OfficialForm or PackedKind.Result;

    /// <exception cref="BlobLostException">Its bytes are gone or changed.</exception>
    public async Task<Stream> OpenAsync(IBlobs blobs, CancellationToken ct) => Bytes is { } atHand ? new MemoryStream(atHand)
        : await blobs.OpenIntactAsync(Stored!, 0, null, ct) ?? throw new BlobLostException($"{Stored!.Container}: a blob is gone.");
}
