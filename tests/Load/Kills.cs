using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;

namespace PublicAdmin.Load;

/// <summary>
/// The office killed <c>--times</c> times (10,000 for the record) while citizens file, and opened again on what it left. What was acknowledged stands in
/// <c>kills.progress</c> beside the office's folder (<c>--folder</c>): broken off, the same command goes on where it stopped.
/// </summary>
internal static class Kills
{
    private const int Callers = 8;
    private const int Persons = 8;

    public static async Task MeasureAsync(LoadOptions options)
    {
        var home = Directory.CreateDirectory(LoadOptions.Folder ?? Directory.CreateTempSubdirectory("kills-").FullName).FullName;
        var (since, progress) = (Stopwatch.GetTimestamp(), KillProgress.Open(Path.Combine(home, "kills.progress")));
        using (progress)
        {
            var before = progress.Kills;
            while (progress.Kills < options.Times)
            {
                await using var office = await OfficeProcess.StartAsync(Path.Combine(home, "office"));
                await SameAgainAsync(office, progress, progress.Newest(Callers));
                await FileUntilKilledAsync(office, progress, progress.Acknowledged + Random.Shared.Next(1, 40));
                progress.AddKill();
                if (progress.Kills % 100 == 0)
                {
                    Report.Note($"  {progress.Kills} kills, {progress.Acknowledged} acknowledged, {Stopwatch.GetElapsedTime(since).TotalSeconds:N0} s");
                }
            }

            await using var last = await OfficeProcess.StartAsync(Path.Combine(home, "office"));
            await SameAgainAsync(last, progress, progress.Newest(int.MaxValue));
            Report.Print("kill -9, this time", progress.Kills - before, "kills");
            Report.Print("kill -9, in all", progress.Kills, "kills");
            Report.Print("dossiers acknowledged and found again", progress.Acknowledged, "");
            Report.Print("lost", progress.Lost, "", 0);
            Report.Print("two requests, one code", progress.Doubled, "", 0);
        }
    }

    private static async Task SameAgainAsync(OfficeProcess office, KillProgress progress, IReadOnlyList<string> keys)
    {
        var left = new ConcurrentQueue<string>(keys);
        var people = await SignInAsync(office);
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(async _ =>
        {
            using var wire = new Wire(office.Address);
            await wire.ConnectAsync();
            while (left.TryDequeue(out var key))
            {
                progress.Check(key, await FileAsync(wire, people, key));
            }
        }));
    }

    private static async Task FileUntilKilledAsync(OfficeProcess office, KillProgress progress, int until)
    {
        var people = await SignInAsync(office);
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => Task.Run(async () =>
        {
            using var wire = new Wire(office.Address);
            try
            {
                await wire.ConnectAsync();
                while (true)
                {
                    var key = progress.NextKey();
                    progress.Acknowledge(key, await FileAsync(wire, people, key));
                    if (progress.Acknowledged >= until)
                    {
                        office.Kill(); // The others are in the middle of something.
                    }
                }
            }
            catch (Exception dead) when (dead is IOException or SocketException)
            {
                // What was sent and not acknowledged may be there or not.
            }
        })));
    }

    private static async Task<IReadOnlyList<Person>> SignInAsync(OfficeProcess office) => [.. (await new People(office.Address).CitizensAsync()).Take(Persons)];

    // The key says whose it is, so that it is asked again as the same person.
    private static async Task<string> FileAsync(Wire wire, IReadOnlyList<Person> people, string key)
    {
        var who = people[int.Parse(key.AsSpan(key.Length - 6), CultureInfo.InvariantCulture) % people.Count];
        var applicant = $$"""{"name":"Lò Thị Mai","personalNumber":"{{who.Number}}"}""";
        var json = $$"""{"procedure":"2.000815","receipt":"H18.88","residenceUnit":"03256","applicant":{{applicant}}}""";
        return (await wire.PostAsync("/api/dossiers", who.Token, json, key)).Expect(201).Text("code");
    }
}
