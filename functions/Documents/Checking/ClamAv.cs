using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Documents.Checking;

/// <summary>ClamAV over TCP: <c>zINSTREAM</c>, pieces with their length before them, an empty piece, one answer (clamd(8)).</summary>
public sealed class ClamAv(string host, int port) : IVirusScanner
{
    private const int Piece = 64 * 1024;
    private const string Found = " FOUND";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public async Task<VirusVerdict?> ScanAsync(BlobName paper, ReadOnlyMemory<byte> file, CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience);
        try
        {
            return Read(await AskAsync(file, patience.Token));
        }
        catch (SocketException e)
        {
            throw new IOException("The antivirus cannot be reached.", e);
        }
        catch (OperationCanceledException e) when (!ct.IsCancellationRequested)
        {
            throw new IOException("The antivirus did not answer in time.", e);
        }
    }

    private async Task<string> AskAsync(ReadOnlyMemory<byte> file, CancellationToken ct)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(host, port, ct);
        await using var stream = client.GetStream();
        await stream.WriteAsync("zINSTREAM\0"u8.ToArray(), ct);
        var length = new byte[4];
        for (var at = 0; at < file.Length; at += Piece)
        {
            var piece = file.Slice(at, Math.Min(Piece, file.Length - at));
            BinaryPrimitives.WriteInt32BigEndian(length, piece.Length);
            await stream.WriteAsync(length, ct);
            await stream.WriteAsync(piece, ct);
        }

        BinaryPrimitives.WriteInt32BigEndian(length, 0);
        await stream.WriteAsync(length, ct);
        using var answer = new StreamReader(stream, Encoding.UTF8);
        return (await answer.ReadToEndAsync(ct)).TrimEnd('\0', '\n');
    }

    // "stream: OK", "stream: Eicar-Signature FOUND", "INSTREAM size limit exceeded. ERROR".
    private static VirusVerdict Read(string answer) => answer switch
    {
        "stream: OK" => new(Scanned: true),
        _ when answer.EndsWith(Found, StringComparison.Ordinal) => new(Scanned: true, answer["stream: ".Length..^Found.Length]),
        _ when answer.Contains("size limit exceeded", StringComparison.Ordinal) => new(Scanned: false),
        _ => throw new IOException($"The antivirus answered '{answer}'."),
    };
}
