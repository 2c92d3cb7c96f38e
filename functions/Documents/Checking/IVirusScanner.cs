namespace PublicAdmin.Documents;

/// <summary>What an antivirus said.</summary>
/// <param name="Scanned">False when nobody looked: that is not the same as clean.</param>
/// <param name="Virus">What was found; null for nothing.</param>
public sealed record VirusVerdict(bool Scanned, string? Virus = null);

/// <summary>Looks for malware in a file.</summary>
public interface IVirusScanner
{
    /// <exception cref="IOException">The scanner cannot be reached or broke off; try again later.</exception>
    Task<VirusVerdict> ScanAsync(ReadOnlyMemory<byte> file, CancellationToken ct);
}

/// <summary>No antivirus is set up, and every paper says so.</summary>
public sealed class NoVirusScanner : IVirusScanner
{
    public Task<VirusVerdict> ScanAsync(ReadOnlyMemory<byte> file, CancellationToken ct) => Task.FromResult(new VirusVerdict(Scanned: false));
}
