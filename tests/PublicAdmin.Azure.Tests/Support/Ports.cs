using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace PublicAdmin.Tests.Azure.Support;

/// <summary>Ports of this machine.</summary>
internal static class Ports
{
    /// <summary>So many that nobody listens at.</summary>
    public static int[] Free(int count)
    {
        var listeners = Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToList();
        listeners.ForEach(listener => listener.Start());
        int[] ports = [.. listeners.Select(listener => ((IPEndPoint)listener.LocalEndpoint).Port)];
        listeners.ForEach(listener => listener.Stop());
        return ports;
    }

    /// <summary>Waits until somebody answers.</summary>
    /// <exception cref="InvalidOperationException">The server ended, or nobody answers in time: no test should hang on the client's own retries.</exception>
    public static void Await(int port, Process server, TimeSpan patience)
    {
        for (var waited = Stopwatch.StartNew(); waited.Elapsed < patience && !server.HasExited; Thread.Sleep(100))
        {
            try
            {
                using var client = new TcpClient();
                client.Connect(IPAddress.Loopback, port);
                return;
            }
            catch (SocketException)
            {
                // Not yet.
            }
        }

        throw new InvalidOperationException($"{server.StartInfo.FileName} does not listen at {port}.");
    }
}
