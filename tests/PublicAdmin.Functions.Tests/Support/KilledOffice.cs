using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.RegularExpressions;
using PublicAdmin.Embedded;

namespace PublicAdmin.Tests.Support;

/// <summary>
/// The real program in a process of its own, on its own folder and a free port, to be killed: at any moment by <see cref="Kill"/>,
/// or at an exact step of its storage by <c>--Embedded:DieAt=n</c>.
/// </summary>
public sealed partial class KilledOffice : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("killed-");
    private Process? _process;

    public HttpClient Http { get; private set; } = new();

    public string Folder => _folder.FullName;

    /// <summary>The memory its collector may have in all; null for as much as there is.</summary>
    public long? MostManagedBytes { get; init; }

    public bool IsAlive => _process is { HasExited: false };

    /// <summary>Starts the program on the same folder as before.</summary>
    /// <returns>False when it died before it could answer.</returns>
    public async Task<bool> StartAsync(params string[] settings)
    {
        _process?.Dispose();
        var start = new ProcessStartInfo(
            "dotnet",
            [
                typeof(EmbeddedOffice).Assembly.Location, "--urls=http://127.0.0.1:0", $"--Embedded:Folder={Folder}", "--Logging:LogLevel:Default=Error",
                "--Embedded:SampleData=false", .. settings,
            ])
        { RedirectStandardOutput = true };
        if (MostManagedBytes is { } most)
        {
            start.Environment["DOTNET_GCHeapHardLimit"] = most.ToString("X", CultureInfo.InvariantCulture);
        }

        _process = Process.Start(start)!;
        using var patience = new CancellationTokenSource(Patience);
        while (await _process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
        {
            if (Address().Match(line) is { Success: true } address)
            {
                Http.Dispose();
                Http = new HttpClient { BaseAddress = new Uri(address.Value) };
                _ = _process.StandardOutput.ReadToEndAsync(CancellationToken.None); // Else a full pipe would stop the program.
                return true;
            }
        }

        return false;
    }

    /// <summary>An invented person's own client, signed in at the program as it runs now.</summary>
    public async Task<HttpClient> AsAsync(string persona)
    {
        var http = new HttpClient { BaseAddress = Http.BaseAddress };
        await SignInAsync(http, persona);
        return http;
    }

    /// <summary>From now on <see cref="Http"/> speaks for an invented person.</summary>
    public Task SignInAsync(string persona) => SignInAsync(Http, persona);

    /// <summary>What a client sees of a program that dies: which of these depends on the moment.</summary>
    public static bool IsDeath(Exception seen) => seen is HttpRequestException or IOException or SocketException;

    /// <summary>kill -9, also of one that is dead already.</summary>
    public void Kill()
    {
        _process!.Kill();
        _process.WaitForExit();
    }

    /// <summary>Waits for a program that is to kill itself.</summary>
    public async Task UntilDeadAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        await _process!.WaitForExitAsync(patience.Token);
    }

    public void Dispose()
    {
        Http.Dispose();
        if (IsAlive)
        {
            Kill();
        }

        _process?.Dispose();
        _folder.Delete(recursive: true);
    }

    private static async Task SignInAsync(HttpClient http, string persona)
    {
        using var answer = await http.PostAsJsonAsync("/dev/tokens", new { persona });
        var token = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("token").GetString();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+")]
    private static partial Regex Address();
}
