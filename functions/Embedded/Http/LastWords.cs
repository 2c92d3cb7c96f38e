using System.IO.Pipelines;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;

namespace PublicAdmin.Embedded.Http;

/// <summary>
/// A refusal after which the line is closed must still arrive. To bytes nobody read TCP answers with a reset, and whoever is still sending loses the
/// refusal with it: so the line stays open a little longer, and what comes is read and forgotten.
/// </summary>
internal static class LastWords
{
    private const long MostBytes = 32 * 1024 * 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public static ConnectionDelegate Hear(ConnectionDelegate next) => async line =>
    {
        var transport = line.Transport;
        var (input, output) = (new Input(transport.Input), new Output(transport.Output));
        line.Transport = new Line(input, output);
        await next(line);
        if (output.IsRefusal)
        {
            await ForgetAsync(transport.Input, line);
        }

        await transport.Input.CompleteAsync();
        await transport.Output.CompleteAsync();
    };

    private static async Task ForgetAsync(PipeReader rest, ConnectionContext line)
    {
        var closing = line.Features.Get<IConnectionLifetimeNotificationFeature>()?.ConnectionClosedRequested ?? CancellationToken.None;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(line.ConnectionClosed, closing);
        patience.CancelAfter(Patience);
        try
        {
            for (var left = MostBytes; left > 0;)
            {
                var read = await rest.ReadAsync(patience.Token);
                left -= read.Buffer.Length;
                rest.AdvanceTo(read.Buffer.End);
                if (read.IsCompleted || read.IsCanceled)
                {
                    return;
                }
            }
        }
        catch (Exception over) when (over is OperationCanceledException or IOException or InvalidOperationException)
        {
            // It has closed, or sends for too long.
        }
    }

    private sealed record Line(PipeReader Input, PipeWriter Output) : IDuplexPipe;

    // Completed by whoever hears the rest, not by the server.
    private sealed class Input(PipeReader line) : PipeReader
    {
        public override void AdvanceTo(SequencePosition consumed) => line.AdvanceTo(consumed);

        public override void AdvanceTo(SequencePosition consumed, SequencePosition examined) => line.AdvanceTo(consumed, examined);

        public override void CancelPendingRead() => line.CancelPendingRead();

        public override void Complete(Exception? exception = null)
        {
        }

        public override ValueTask<ReadResult> ReadAsync(CancellationToken cancellationToken = default) => line.ReadAsync(cancellationToken);

        public override bool TryRead(out ReadResult result) => line.TryRead(out result);
    }

    private sealed class Output(PipeWriter line) : PipeWriter
    {
        private Memory<byte> _given;

        private static ReadOnlySpan<byte> Version => "HTTP/1.1 "u8;

        /// <summary>Whether the newest answer was a refusal: what was sent with it may be on its way still.</summary>
        public bool IsRefusal { get; private set; }

        public override Memory<byte> GetMemory(int sizeHint = 0) => _given = line.GetMemory(sizeHint);

        public override Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

        public override void Advance(int bytes)
        {
            if (bytes <= _given.Length && _given.Span[..bytes] is var written && written.StartsWith(Version) && bytes > Version.Length)
            {
                IsRefusal = written[Version.Length] is (byte)'4' or (byte)'5';
            }

            _given = default;
            line.Advance(bytes);
        }

        public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default) => line.FlushAsync(cancellationToken);

        public override void CancelPendingFlush() => line.CancelPendingFlush();

        public override void Complete(Exception? exception = null)
        {
        }

        public override bool CanGetUnflushedBytes => line.CanGetUnflushedBytes;

        public override long UnflushedBytes => line.UnflushedBytes;
    }
}
