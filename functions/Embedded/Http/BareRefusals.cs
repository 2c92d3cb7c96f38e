using System.Buffers.Text;
using System.IO.Pipelines;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Embedded.Http;

/// <summary>
/// What is so broken that the server answers by itself, before any function or middleware (a request line that is none, headers too long or too slow),
/// gets the same answer as everything else: problem+json. Kestrel lets nobody write that body, so the line puts it in place of the bare answer, which
/// is known by what it lacks: every answer of ours names its request (X-Request-Id).
/// </summary>
internal static class BareRefusals
{
    private static ReadOnlySpan<byte> Version => "HTTP/1.1 "u8;

    public static ConnectionDelegate Fill(ConnectionDelegate next) => line =>
    {
        line.Transport = new Line(line.Transport.Input, new Filling(line.Transport.Output));
        return next(line);
    };

    /// <returns>The whole answer that goes in the place of a bare one; null for any other bytes.</returns>
    internal static byte[]? InPlaceOf(ReadOnlySpan<byte> written)
    {
        if (written.Length < Version.Length + 3 || written[Version.Length] is not ((byte)'4' or (byte)'5') || !written.StartsWith(Version)
            || written.IndexOf("\r\nContent-Length: 0\r\n"u8) < 0 || written.IndexOf("X-Request-Id"u8) >= 0
            || !Utf8Parser.TryParse(written[Version.Length..], out int status, out _))
        {
            return null;
        }

        var refusal = (Refusal)HttpRefusals.OfServer(status);
        var reason = Encoding.ASCII.GetString(written[..written.IndexOf("\r\n"u8)]);
        var body = JsonSerializer.SerializeToUtf8Bytes(
            new
            {
                type = $"https://datatracker.ietf.org/doc/html/rfc9110#status.{status}",
                title = refusal.Code,
                status,
                detail = refusal.In(Language.Vi),
                code = refusal.Code
            }, OfficeJson.Options);
        var headers = new HeaderDictionary();
        HttpConventions.Protect(headers);
        var head = new StringBuilder(reason).Append("\r\nContent-Type: application/problem+json\r\nConnection: close\r\n");
        foreach (var (name, value) in headers)
        {
            head.Append(name).Append(": ").Append(value.ToString()).Append("\r\n");
        }

        return [.. Encoding.ASCII.GetBytes(head.Append("Content-Length: ").Append(body.Length).Append("\r\n\r\n").ToString()), .. body];
    }

    private sealed record Line(PipeReader Input, PipeWriter Output) : IDuplexPipe;

    private sealed class Filling(PipeWriter line) : PipeWriter
    {
        // The end of a block that earlier answers filled would hold neither the whole bare answer nor what goes in its place.
        private const int Room = 2048;

        private Memory<byte> _given;

        public override Memory<byte> GetMemory(int sizeHint = 0) => _given = line.GetMemory(Math.Max(sizeHint, Room));

        public override Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

        public override void Advance(int bytes)
        {
            if (bytes <= _given.Length && InPlaceOf(_given.Span[..bytes]) is { } problem && problem.Length <= _given.Length)
            {
                problem.CopyTo(_given.Span);
                bytes = problem.Length;
            }

            _given = default;
            line.Advance(bytes);
        }

        public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default) => line.FlushAsync(cancellationToken);

        public override void CancelPendingFlush() => line.CancelPendingFlush();

        public override void Complete(Exception? exception = null) => line.Complete(exception);

        public override ValueTask CompleteAsync(Exception? exception = null) => line.CompleteAsync(exception);

        public override bool CanGetUnflushedBytes => line.CanGetUnflushedBytes;

        public override long UnflushedBytes => line.UnflushedBytes;
    }
}
