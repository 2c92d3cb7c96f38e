using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Connections;

namespace PublicAdmin.Embedded.Http;

/// <summary>
/// Whoever has sent a whole request may close their side of the line and wait for the answer. To Kestrel that is the end of the line, and it gives up the
/// answer: so the end is told to it when all that came was read, or a little later. Somebody who is really gone costs that much more work, and no more.
/// </summary>
internal static class HalfClosed
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public static ConnectionDelegate Bear(ConnectionDelegate next) => async line =>
    {
        using var over = new CancellationTokenSource();
        using var told = line.ConnectionClosed.Register(() => over.CancelAfter(Patience));
        line.ConnectionClosed = over.Token;
        line.Transport = new Line(new Input(line.Transport.Input), line.Transport.Output);
        await next(line);
    };

    private sealed record Line(PipeReader Input, PipeWriter Output) : IDuplexPipe;

    private sealed class Input(PipeReader line) : PipeReader
    {
        private ReadOnlySequence<byte> _given;
        private long _left; // Of what was given, not yet consumed.
        private bool _unseen; // Not all of that was looked at.

        public override void AdvanceTo(SequencePosition consumed) => AdvanceTo(consumed, consumed);

        public override void AdvanceTo(SequencePosition consumed, SequencePosition examined)
        {
            (_left, _unseen) = (_given.Slice(consumed).Length, !_given.Slice(examined).IsEmpty);
            _given = default;
            line.AdvanceTo(consumed, examined);
        }

        public override void CancelPendingRead() => line.CancelPendingRead();

        public override void Complete(Exception? exception = null) => line.Complete(exception);

        public override ValueTask<ReadResult> ReadAsync(CancellationToken cancellationToken = default)
        {
            var read = line.ReadAsync(cancellationToken);
            return read.IsCompletedSuccessfully ? new(Told(read.Result)) : ToldAsync(read);
        }

        public override bool TryRead(out ReadResult result)
        {
            var any = line.TryRead(out result);
            result = any ? Told(result) : result;
            return any;
        }

        [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
        private async ValueTask<ReadResult> ToldAsync(ValueTask<ReadResult> read) => Told(await read);

        // While something is to be looked at, the end is not yet there.
        private ReadResult Told(ReadResult read)
        {
            _given = read.Buffer;
            return read.IsCompleted && (_unseen || read.Buffer.Length > _left) ? new(read.Buffer, read.IsCanceled, isCompleted: false) : read;
        }
    }
}
