using System.Globalization;
using System.Net;
using System.Security.Cryptography;

namespace PublicAdmin.Load;

/// <summary>What runs beside a measurement, as a process of its own, until it is killed.</summary>
internal static class Drivers
{
    public const string Burn = "drive-burn";
    public const string Flood = "drive-flood";

    private const int Connections = 40;
    private const int FileBytes = 4 * 1024 * 1024;

    /// <returns>Whether this process is such a driver; then it ends only by being killed.</returns>
    public static async Task<bool> RunAsync(string[] args)
    {
        if (args is not [Burn or Flood, var port])
        {
            return false;
        }

        var office = new IPEndPoint(IPAddress.Loopback, int.Parse(port, CultureInfo.InvariantCulture));
        var running = args[0] == Burn ? BurnAsync() : FloodAsync(office);
        Console.WriteLine("begun");
        await running;
        return true;
    }

    // What a flooder's processor does, without a byte sent.
    private static Task BurnAsync() => Task.WhenAll(Enumerable.Range(0, Environment.ProcessorCount).Select(_ => Task.Factory.StartNew(
        () =>
        {
            for (var bytes = new byte[FileBytes]; ; SHA256.HashData(bytes))
            {
            }
        },
        TaskCreationOptions.LongRunning)));

    // One clerk, forty connections, files of 4 MiB for ever other people.
    private static async Task FloodAsync(IPEndPoint office)
    {
        var people = new People(office);
        var staff = await people.StaffAsync(Commune.Small);
        await Task.WhenAll(Enumerable.Range(0, Connections).Select(n => Task.Run(() => SendForEverAsync(office, staff.Clerk, n))));
    }

    private static async Task SendForEverAsync(IPEndPoint office, string token, int connection)
    {
        var (random, bytes) = (new Random(connection), new byte[FileBytes]);
        for (var turn = 0; ; turn++)
        {
            using var wire = new Wire(office);
            await wire.ConnectAsync();
            random.NextBytes(bytes.AsSpan(0, 64));
            var digest = SHA256.HashData(bytes);
            var (hash, person) = (Convert.ToHexStringLower(digest), string.Create(CultureInfo.InvariantCulture, $"0111{connection:D2}{turn % 1_000_000:D6}"));
            var form = $$"""{"name":"lon.pdf","size":{{FileBytes}},"sha256":"{{hash}}","chunkSize":{{FileBytes}},"onBehalfOf":"{{person}}"}""";
            var answer = await wire.PostAsync("/api/uploads", token, form);
            if (answer.Status == 200) // Told to come later, it comes at once.
            {
                await wire.PutAsync($"/api/uploads/{answer.Text("id")}/chunks/0", token, Convert.ToBase64String(digest), bytes);
            }
        }
    }
}
