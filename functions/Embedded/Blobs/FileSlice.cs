namespace PublicAdmin.Embedded.Blobs;

/// <summary>A part of a file as a stream; beyond the end it is empty.</summary>
internal sealed class FileSlice : Stream
{
    private readonly FileStream _file;
    private readonly long _from;

    public FileSlice(FileStream file, long from, long length)
    {
        (_file, _from, Length) = (file, from, Math.Max(0, length));
        file.Position = from;
    }

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length { get; }

    public override long Position
    {
        get => _file.Position - _from;
        set => _file.Position = _from + value;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer) => _file.Read(buffer[..Left(buffer.Length)]);

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        _file.ReadAsync(buffer[..Left(buffer.Length)], cancellationToken);

    public override long Seek(long offset, SeekOrigin origin) => Position = offset + origin switch
    {
        SeekOrigin.Begin => 0,
        SeekOrigin.Current => Position,
        _ => Length,
    };

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        _file.Dispose();
        base.Dispose(disposing);
    }

    private int Left(int wanted) => (int)Math.Clamp(Length - Position, 0, wanted);
}
