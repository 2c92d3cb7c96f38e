using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace PublicAdmin.Load;

/// <summary>What the office answered; good until the next request on the same wire.</summary>
internal readonly record struct Answer(int Status, ReadOnlyMemory<byte> Body)
{
    /// <summary>The first text field of this name in the JSON.</summary>
    public string Text(string name) => TextOrNull(name) ?? throw new InvalidDataException($"No \"{name}\" in the answer {Status}: {this}");

    /// <summary>The first text field of this name in the JSON; null when there is none.</summary>
    public string? TextOrNull(string name)
    {
        var body = Body.Span;
        var start = body.IndexOf(Encoding.UTF8.GetBytes($"\"{name}\":\""));
        if (start < 0)
        {
            return null;
        }

        var value = body[(start + name.Length + 4)..];
        return Encoding.UTF8.GetString(value[..value.IndexOf((byte)'"')]);
    }

    /// <returns>Itself, when the office did what was asked.</returns>
    public Answer Expect(int status) =>
        Status == status
            ? this : throw new InvalidDataException(
                string.Create(CultureInfo.InvariantCulture, $"The office answered {Status} where {status} was due: {this}"));

    public override string ToString() => Encoding.UTF8.GetString(Body.Span[..Math.Min(Body.Length, 600)]);
}

/// <summary>Puts an HTTP/1.1 answer together: by Content-Length, or chunk by chunk, moved together in place.</summary>
internal sealed class WireReader
{
    private byte[] _bytes = new byte[64 * 1024];
    private int _filled;
    private int _body;
    private int _bodyEnd;
    private int _next;
    private int _status;
    private bool _chunked;

    public bool Complete { get; private set; }

    public Memory<byte> Room => _bytes.AsMemory(_filled);

    public Answer Answer => new(_status, _bytes.AsMemory(_body, _bodyEnd - _body));

    public void Begin()
    {
        (_filled, _body, _bodyEnd, _next, _status) = (0, 0, 0, 0, 0);
        Complete = false;
    }

    public void Take(int read)
    {
        _filled += read;
        if (_status != 0 || ReadHead())
        {
            Complete = _chunked ? JoinChunks() : _filled >= _bodyEnd;
        }

        if (_filled == _bytes.Length)
        {
            Array.Resize(ref _bytes, _bytes.Length * 2);
        }
    }

    private bool ReadHead()
    {
        var head = _bytes.AsSpan(0, _filled);
        var end = head.IndexOf("\r\n\r\n"u8);
        if (end < 0)
        {
            return false;
        }

        head = head[..(end + 2)];
        _ = Utf8Parser.TryParse(head[9..], out _status, out _);
        _body = _bodyEnd = _next = end + 4;
        _chunked = head.IndexOf("Transfer-Encoding: chunked"u8) >= 0;
        var length = head.IndexOf("Content-Length: "u8);
        if (length >= 0 && Utf8Parser.TryParse(head[(length + 16)..], out int size, out _))
        {
            _bodyEnd += size;
        }

        return true;
    }

    private bool JoinChunks()
    {
        while (_bytes.AsSpan(_next, _filled - _next).IndexOf("\r\n"u8) is >= 0 and var line)
        {
            _ = Utf8Parser.TryParse(_bytes.AsSpan(_next, line), out int size, out _, 'x');
            var data = _next + line + 2;
            if (data + size + 2 > _filled)
            {
                return false;
            }

            Buffer.BlockCopy(_bytes, data, _bytes, _bodyEnd, size);
            (_bodyEnd, _next) = (_bodyEnd + size, data + size + 2);
            if (size == 0)
            {
                return true;
            }
        }

        return false;
    }
}
