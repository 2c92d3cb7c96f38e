using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace PublicAdmin.Tests.Support;

/// <summary>A real clamd on a free port, whose only signature is that of the EICAR test file.</summary>
internal sealed class ClamDaemon : IAsyncDisposable
{
    private readonly TempFolder _folder;
    private readonly Process _process;

    private ClamDaemon(TempFolder folder, Process process, int port) => (_folder, _process, Port) = (folder, process, port);

    /// <summary>The harmless file every antivirus calls a virus (eicar.org), put together here so that this source is not one.</summary>
    public static byte[] Eicar => [.. "X5O!P%@AP[4\\PZX54(P^)7CC)7}$"u8, .. "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"u8];

    public int Port { get; }

    public static async Task<ClamDaemon> StartAsync(int? port = null)
    {
        var folder = new TempFolder();
        var free = port ?? FreePort();
        folder.Write("test.ndb", [.. "Eicar-Test:0:*:"u8, .. System.Text.Encoding.ASCII.GetBytes(Convert.ToHexStringLower(Eicar)), (byte)'\n']);
        folder.Write("clamd.conf", System.Text.Encoding.ASCII.GetBytes(string.Create(
            CultureInfo.InvariantCulture,
            $"Foreground yes\nDatabaseDirectory {folder[""]}\nTCPSocket {free}\nTCPAddr 127.0.0.1\nTemporaryDirectory {folder[""]}\nMaxThreads 2\n")));
        var start = new ProcessStartInfo(
            FactNeedingAttribute.Find("clamd")!, ["--config-file", folder["clamd.conf"]])
        { RedirectStandardOutput = true, RedirectStandardError = true };
        var daemon = new ClamDaemon(folder, Process.Start(start)!, free);
        await daemon.WaitAsync();
        return daemon;
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _folder.Dispose();
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private async Task WaitAsync()
    {
        for (var tries = 0; tries < 300 && !_process.HasExited; tries++)
        {
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync(IPAddress.Loopback, Port);
                return;
            }
            catch (SocketException)
            {
                await Task.Delay(50);
            }
        }

        throw new InvalidOperationException($"clamd did not start: {(_process.HasExited ? await _process.StandardError.ReadToEndAsync() : "still silent")}");
    }
}
