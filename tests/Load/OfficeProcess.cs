using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace PublicAdmin.Load;

/// <summary>An office of our own: the very build this program was built with, as a child process on a free port with its own folder, gone at the end.</summary>
internal sealed class OfficeProcess : IAsyncDisposable
{
    private static readonly string[] Plain = ["--Logging:LogLevel:Default=Warning", "--Embedded:SampleData=false"];
    private readonly Process _process;
    private readonly bool _keep;

    private OfficeProcess(Process process, IPEndPoint address, string folder, TimeSpan started, bool keep) =>
        (_process, Address, Folder, Started, _keep) = (process, address, folder, started, keep);

    public int Pid => _process.Id;

    public IPEndPoint Address { get; }

    public string Folder { get; }

    /// <summary>From the process's start to its first answer to GET /api/health.</summary>
    public TimeSpan Started { get; }

    /// <param name="folder">One that is there already, to open the office again; null for a new one.</param>
    /// <param name="settings">More configuration.</param>
    public static async Task<OfficeProcess> StartAsync(string? folder = null, params string[] settings)
    {
        var address = new IPEndPoint(IPAddress.Loopback, FreePort());
        var own = folder ?? Directory.CreateTempSubdirectory("office-load-").FullName;
        var since = Stopwatch.GetTimestamp();
        var process = Process.Start(Command(address, own, settings))!;
        process.BeginOutputReadLine();
        await FirstAnswerAsync(process, address);
        return new OfficeProcess(process, address, own, Stopwatch.GetElapsedTime(since), keep: folder is not null);
    }

    /// <summary>kill -9, also of one that is dead already.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    /// <summary>Asks it to close, as an operator would, and waits until it has.</summary>
    public async Task CloseAsync()
    {
        if (!_process.HasExited)
        {
            using var kill = Process.Start("kill", ["-TERM", Pid.ToString(CultureInfo.InvariantCulture)]);
            await _process.WaitForExitAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        _process.Dispose();
        if (!_keep)
        {
            Directory.Delete(Folder, recursive: true);
        }
    }

    private static ProcessStartInfo Command(IPEndPoint address, string folder, string[] settings)
    {
        var program = Path.Combine(LoadOptions.Office ?? AppContext.BaseDirectory, "PublicAdmin.Functions" + (OperatingSystem.IsWindows() ? ".exe" : ""));
        var info = new ProcessStartInfo(program, [$"--urls=http://{address}", $"--Embedded:Folder={folder}", .. Plain, .. settings])
        {
            RedirectStandardOutput = true,
        };
        info.Environment.Remove(InlineSockets.Variable);
        return info;
    }

    /// <summary>Whether an office listens there and is well.</summary>
    public static async Task<bool> AnswersAsync(IPEndPoint address)
    {
        try
        {
            using var wire = new Wire(address);
            await wire.ConnectAsync();
            return (await wire.GetAsync("/api/health")).Status == 200;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static async Task FirstAnswerAsync(Process process, IPEndPoint address)
    {
        while (!process.HasExited)
        {
            if (await AnswersAsync(address))
            {
                return;
            }

            await Task.Delay(5); // Not listening yet.
        }

        throw new InvalidOperationException("The office closed before it answered.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
