using System.Buffers;
using Microsoft.Extensions.Logging;
using PublicAdmin.Documents.Uploads;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Messages;
using PublicAdmin.Platform.Storage;
using PublicAdmin.Scans.Judging;

namespace PublicAdmin.Documents.Checking;

/// <summary>Checks a paper once: what it is, whether it can be used, whether it is malicious.</summary>
public sealed partial class PaperChecks(UploadStore uploads, IBlobs blobs, IVirusScanner scanner, TimeProvider clock, ILogger<PaperChecks> log) : IDisposable
{
    // Eight and a half minutes, longer than any request may take to write what it announced.
    private const int LastTryForRow = 10;

    // An hour; then the message goes the way of messages nobody can handle, and an administrator hears of it.
    private const int LastTryForScanner = 60;

    // Half an hour. A scanner that works by itself passes over what is too large or too much; then nobody has looked, and the paper says so.
    private const int LastTryForVerdict = 20;

    // Two papers of 50 MB at a time, whatever the queue's concurrency: more would not be faster, only larger.
    private readonly SemaphoreSlim _seats = new(2);

    public async Task<Outcome> CheckAsync(DocumentToCheck message, int attempt, CancellationToken ct)
    {
        if (await uploads.FindStoredAsync(message.Id, ct) is not { } paper)
        {
            return attempt < LastTryForRow ? Outcome.Later(TimeSpan.FromSeconds(1 << (attempt - 1))) : Outcome.Done; // Never completed, or purged.
        }

        if (paper.Check.State is not CheckState.Pending)
        {
            return Outcome.Done; // Delivered twice, or completed twice.
        }

        try
        {
            if (await InspectAsync(paper, lastTry: attempt >= LastTryForVerdict, ct) is not { } check)
            {
                return Outcome.Later(PauseBefore(attempt + 1));
            }

            await uploads.ReplaceAsync(paper with { Check = check }, ct);
            LogChecked(check.State, check.Kind, check.Findings!.Refusal?.Code ?? "nothing against it");
            return Outcome.Done;
        }
        catch (StaleRowException)
        {
            return Outcome.Later(TimeSpan.FromSeconds(1)); // Handed in at the same moment: the row has another tag now.
        }
        catch (IOException e) when (attempt < LastTryForScanner)
        {
            LogScannerDown(e);
            return Outcome.Later(TimeSpan.FromMinutes(1));
        }
    }

    public void Dispose() => _seats.Dispose();

    // Most verdicts are there within seconds: 5, 10, 20 … 120.
    private static TimeSpan PauseBefore(int attempt) => TimeSpan.FromSeconds(Math.Min(120, 5 << Math.Min(attempt - 2, 5)));

    private async Task<PaperCheck?> InspectAsync(StoredPaper paper, bool lastTry, CancellationToken ct)
    {
        await _seats.WaitAsync(ct);
        var length = (int)paper.Plan.Size;
        var buffer = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            await using var content = await blobs.OpenAsync(paper.Id.Blob, 0, null, ct) ?? throw new InvalidOperationException($"{paper.Id.Blob} is gone.");
            await content.ReadExactlyAsync(buffer.AsMemory(0, length), ct);
            var verdict = await scanner.ScanAsync(paper.Id.Blob, buffer.AsMemory(0, length), ct) ?? (lastTry ? new VirusVerdict(Scanned: false) : null);
            return verdict is null ? null : await LowPriority.RunAsync(() => Judge(buffer.AsMemory(0, length), verdict));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
            _seats.Release();
        }
    }

    private PaperCheck Judge(ReadOnlyMemory<byte> file, VirusVerdict verdict)
    {
        var findings = PaperJudge.Judge(file);
        if (verdict.Virus is { } virus)
        {
            findings = findings with { Findings = [PaperFindings.Infected(virus), .. findings.Findings] };
        }

        var state = findings.Refusal is not null ? CheckState.Refused : verdict.Scanned ? CheckState.Clean : CheckState.Unscanned;
        return new PaperCheck(state, clock.GetUtcNow(), findings);
    }

    [LoggerMessage(LogLevel.Information, "Checked a paper: {State}, {Kind}, {Refusal}.")]
    private partial void LogChecked(CheckState state, FileKind kind, string refusal);

    [LoggerMessage(LogLevel.Warning, "The antivirus cannot be reached; the paper is checked again in a minute.")]
    private partial void LogScannerDown(Exception e);
}
