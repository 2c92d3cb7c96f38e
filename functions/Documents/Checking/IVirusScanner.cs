using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Documents.Checking;

/// <summary>What an antivirus said.</summary>
/// <param name="Scanned">False when nobody looked: that is not the same as clean.</param>
/// <param name="Virus">What was found; null for nothing.</param>
public sealed record VirusVerdict(bool Scanned, string? Virus = null);

/// <summary>Looks for malware in a file.</summary>
public interface IVirusScanner
{
    /// <param name="paper">Where the file lies.</param>
    /// <param name="file">The same bytes.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>Null when the scanner works by itself and has not come to this file yet; ask again later.</returns>
    /// <exception cref="IOException">The scanner cannot be reached or broke off; try again later.</exception>
    Task<VirusVerdict?> ScanAsync(BlobName paper, ReadOnlyMemory<byte> file, CancellationToken ct);
}

/// <summary>No antivirus is set up, and every paper says so.</summary>
public sealed class NoVirusScanner : IVirusScanner
{
    public Task<VirusVerdict?> ScanAsync(BlobName paper, ReadOnlyMemory<byte> file, CancellationToken ct) =>
        Task.FromResult<VirusVerdict?>(new VirusVerdict(Scanned: false));
}
