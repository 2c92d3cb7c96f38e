using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Unicode;

namespace PublicAdmin.Load;

/// <summary>
/// One HTTP/1.1 connection with no more work in it than writing and reading bytes: office and driver share the machine, and the office is to be measured.
/// </summary>
internal sealed class Wire(IPEndPoint office) : IDisposable
{
    private readonly Socket _socket = new(office.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] _sent = new byte[64 * 1024];
    private readonly WireReader _reader = new();

    public async Task ConnectAsync() => await _socket.ConnectAsync(office);

    public ValueTask<Answer> GetAsync(string path, string? token = null) =>
        ExchangeAsync(token is null ? Anonymous("GET", path, 0) : Signed("GET", path, token, 0, "", "application/json"), default);

    /// <param name="path">From the slash.</param>
    /// <param name="token">Null for nobody.</param>
    /// <param name="json">The body; null for none.</param>
    /// <param name="key">The Idempotency-Key; null for none.</param>
    public ValueTask<Answer> PostAsync(string path, string? token, string? json, string? key = null, string more = "")
    {
        var size = json is null ? 0 : Encoding.UTF8.GetByteCount(json);
        var length = token is null
            ? Anonymous("POST", path, size) : Signed("POST", path, token, size, (key is null ? "" : $"Idempotency-Key: {key}\r\n") + more, "application/json");
        return ExchangeAsync(length + Encoding.UTF8.GetBytes(json ?? "", _sent.AsSpan(length)), default);
    }

    public ValueTask<Answer> PutAsync(string path, string token, string digest, ReadOnlyMemory<byte> body) =>
        ExchangeAsync(Signed("PUT", path, token, body.Length, $"Content-Digest: sha-256=:{digest}:\r\n", "application/octet-stream"), body);

    public void Dispose() => _socket.Dispose();

    private int Anonymous(string method, string path, int size)
    {
        Utf8.TryWrite(
            _sent, CultureInfo.InvariantCulture,
            $"{method} {path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: {size}\r\n\r\n", out var length);
        return length;
    }

    private int Signed(string method, string path, string token, int size, string header, string type)
    {
        Utf8.TryWrite(
            _sent,
            CultureInfo.InvariantCulture,
            $"{method} {path} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {token}\r\n{header}Content-Type: {type}\r\nContent-Length: {size}\r\n\r\n",
            out var length);
        return length;
    }

    private async ValueTask<Answer> ExchangeAsync(int length, ReadOnlyMemory<byte> body)
    {
        await SendAsync(_sent.AsMemory(0, length));
        if (!body.IsEmpty)
        {
            await SendAsync(body);
        }

        _reader.Begin();
        while (!_reader.Complete)
        {
            var read = await _socket.ReceiveAsync(_reader.Room, SocketFlags.None);
            _reader.Take(read > 0 ? read : throw new IOException("The office hung up."));
        }

        return _reader.Answer;
    }

    private async ValueTask SendAsync(ReadOnlyMemory<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            bytes = bytes[await _socket.SendAsync(bytes, SocketFlags.None)..];
        }
    }
}
