using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Platform.Http;

/// <summary>How files leave the office: small ones in the answer itself, large ones by a link to where they lie.</summary>
public sealed class Downloads(IBlobs blobs, IBlobLinks links, IOptions<DownloadSettings> settings, TimeProvider clock)
{
    /// <summary>
    /// Bytes from which a file is sent by link. In Azure an answer may take 230 seconds, all of them paid for; so much comes through in
    /// that time on a line of 18 kB/s, the lower end of what a commune's phone has. What is smaller is not worth a second request.
    /// </summary>
    public const long LinkedFrom = 4 * 1024 * 1024;

    /// <summary>Time to begin, not to finish: a download under way goes on. A broken one asks the office again, and is written down again.</summary>
    public static readonly TimeSpan LinkLife = TimeSpan.FromMinutes(5);

    public bool AreLinked(long size) => settings.Value.Links && size >= LinkedFrom;

    /// <summary>What is stored under a name; null when there is nothing.</summary>
    public async Task<StoredFile?> FindAsync(BlobName blob, string fileName, CancellationToken ct) =>
        await blobs.FindAsync(blob, ct) is { } found ? new StoredFile(blob, found.Length, found.Facts.ContentType, fileName, found.Tag) : null;

    public async Task<IResult> AnswerAsync(StoredFile file, CancellationToken ct) =>
        new FileAnswer(file, blobs, AreLinked(file.Size) ? await links.MakeAsync(file, clock.GetUtcNow() + LinkLife, ct) : null);
}

/// <summary>Section <c>Downloads</c>.</summary>
public sealed class DownloadSettings
{
    public const string Section = "Downloads";

    /// <summary>Off where callers cannot reach the store, as behind private endpoints: every file then comes through the function.</summary>
    public bool Links { get; set; } = true;
}
