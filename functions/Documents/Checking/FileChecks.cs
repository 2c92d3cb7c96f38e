using PublicAdmin.Dossiers;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Storage;
using PublicAdmin.Scans.Judging;

namespace PublicAdmin.Documents.Checking;

/// <summary>Checks a file that is no paper of a dossier while its sender waits: what it is, whether it can be used, whether it is malicious.</summary>
public sealed class FileChecks(IVirusScanner scanner)
{
    /// <summary>A <see cref="FileObjection"/>.</summary>
    public async ValueTask<Refusal?> ObjectionAsync(BlobName place, ReadOnlyMemory<byte> file, CancellationToken ct)
    {
        if (PaperJudge.Judge(file).Refusal is { Text: var why })
        {
            return FileRefusals.Unusable.With(why);
        }

        try
        {
            return await scanner.ScanAsync(place, file, ct) switch
            {
                null => FileRefusals.NotChecked.With(),
                { Virus: not null } => FileRefusals.Malicious.With(),
                _ => null,
            };
        }
        catch (IOException)
        {
            return FileRefusals.NotChecked; // The scanner is away: the file stays, and is asked about again.
        }
    }
}
