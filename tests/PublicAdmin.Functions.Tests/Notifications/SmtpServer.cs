using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace PublicAdmin.Tests.Notifications;

/// <summary>A mail server of the test's own (RFC 5321): takes letters, or refuses them with the reply the test chooses.</summary>
internal sealed class SmtpServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _serving;

    public SmtpServer()
    {
        _listener.Start();
        _serving = ServeAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>The letters as they came over the line.</summary>
    public ConcurrentQueue<string> Letters { get; } = new();

    /// <summary>What RCPT TO is answered with.</summary>
    public string Reply { get; set; } = "250 OK";

    public string[] Settings => [$"--Mail:Host=127.0.0.1", $"--Mail:Port={Port}", "--Mail:StartTls=false"];

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _serving;
        _stop.Dispose();
    }

    private async Task ServeAsync()
    {
        var talks = new List<Task>();
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                talks.Add(TalkAsync(await _listener.AcceptTcpClientAsync(_stop.Token)));
            }
            catch (OperationCanceledException)
            {
                break;
            }
        }

        await Task.WhenAll(talks);
    }

    private async Task TalkAsync(TcpClient client)
    {
        using var _ = client;
        using var reader = new StreamReader(client.GetStream(), Encoding.UTF8);
        await using var writer = new StreamWriter(client.GetStream(), new UTF8Encoding(false)) { NewLine = "\r\n", AutoFlush = true };
        await writer.WriteLineAsync("220 test");
        while (await reader.ReadLineAsync() is { } line)
        {
            var verb = line.Split(' ', ':')[0].ToUpperInvariant();
            if (verb == "DATA")
            {
                await writer.WriteLineAsync("354 go on");
                Letters.Enqueue(await ReadLetterAsync(reader));
            }

            await writer.WriteLineAsync(verb switch { "RCPT" => Reply, "QUIT" => "221 bye", _ => "250 OK" });
            if (verb == "QUIT")
            {
                return;
            }
        }
    }

    private static async Task<string> ReadLetterAsync(StreamReader reader)
    {
        var letter = new StringBuilder();
        while (await reader.ReadLineAsync() is { } line && line != ".")
        {
            letter.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
        }

        return letter.ToString();
    }
}
