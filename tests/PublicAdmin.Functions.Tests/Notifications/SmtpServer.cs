using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace PublicAdmin.Tests.Notifications;

/// <summary>A mail server of the test's own (RFC 5321): takes letters, or refuses them with the reply the test chooses.</summary>
internal sealed class SmtpServer : IAsyncDisposable
{
    public const string User = "dichvucong@dienbien.gov.vn";
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

    /// <summary>The token whoever sends must show by XOAUTH2; null for letters from anybody.</summary>
    public string? Token { get; set; }

    private string Shown => Convert.ToBase64String(Encoding.UTF8.GetBytes($"user={User}\u0001auth=Bearer {Token}\u0001\u0001"));

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
        var knows = Token is null;
        while (await reader.ReadLineAsync() is { } line)
        {
            var verb = line.Split(' ', ':')[0].ToUpperInvariant();
            knows |= verb == "AUTH" && line == $"AUTH XOAUTH2 {Shown}";
            if (verb == "DATA")
            {
                await writer.WriteLineAsync("354 go on");
                Letters.Enqueue(await ReadLetterAsync(reader));
            }

            await writer.WriteLineAsync(AnswerTo(verb, knows));
            if (verb == "QUIT")
            {
                return;
            }
        }
    }

    private string AnswerTo(string verb, bool knows) => verb switch
    {
        "EHLO" when Token is not null => "250-test\r\n250 AUTH XOAUTH2",
        "AUTH" => knows ? "235 welcome" : "535 who are you",
        "RCPT" => knows ? Reply : "530 authenticate first",
        "QUIT" => "221 bye",
        _ => "250 OK",
    };

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
