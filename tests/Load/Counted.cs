using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using PublicAdmin.Embedded.DevelopmentSignIn;
using PublicAdmin.Platform;

namespace PublicAdmin.Load;

/// <summary>
/// A counted number of journeys after as many unmeasured, and each step of a journey alone: processor time, allocation, collections and waits of the office.
/// A timed run on a slow machine ends while the compiler is still at work; a counted one does not.
/// </summary>
internal static class Counted
{
    private const int PaperBytes = 200_000;

    public static async Task JourneysAsync(Bench bench)
    {
        var (scan, staff) = (new Scan(PaperBytes), await bench.People.StaffAsync(Commune.Large));
        Head();
        await bench.RepeatAsync(bench.Options.Times, caller => Journeys.WalkAsync(caller, staff, scan));
        await PhaseAsync(bench, "journey, 64 mixed", () => bench.RepeatAsync(bench.Options.Times, caller => Journeys.WalkAsync(caller, staff, scan)));
    }

    public static async Task SubmitsAsync(Bench bench)
    {
        Head();
        await bench.RepeatAsync(10 * bench.Options.Times, caller => Journey.SubmitAsync(caller, Commune.Large));
        await PhaseAsync(
            bench, "ten submits and lists", () => bench.RepeatAsync(10 * bench.Options.Times, caller => Journey.SubmitAsync(caller, Commune.Large)));
    }

    public static async Task StepsAsync(Bench bench)
    {
        var (scan, staff) = (new Scan(PaperBytes), await bench.People.StaffAsync(Commune.Large));
        Head();
        await bench.RepeatAsync(bench.Options.Times, caller => Journeys.WalkAsync(caller, staff, scan));
        var (papers, filed) = (new ConcurrentQueue<(Person Citizen, string First, string Second)>(), new ConcurrentBag<Filed>());
        await PhaseAsync(bench, "two papers", () => bench.RepeatAsync(bench.Options.Times, async caller =>
        {
            var citizen = caller.NextCitizen();
            papers.Enqueue((citizen, await scan.UploadAsync(caller, citizen), await scan.UploadAsync(caller, citizen)));
        }));
        await PhaseAsync(bench, "submit", () => bench.RepeatAsync(bench.Options.Times, async caller =>
        {
            papers.TryDequeue(out var next);
            filed.Add(await Journey.SubmitAsync(caller, staff.Commune, next.Citizen, next.First, next.Second));
        }));
        await EachAsync(bench, filed, "acceptance", (caller, one) => Journey.ActAsync(caller, staff.Clerk, one, "acceptance"));
        await EachAsync(bench, filed, "taking", (caller, one) => Journey.ActAsync(caller, staff.Officer, one, "taking"));
        await EachAsync(bench, filed, "proposal", (caller, one) => Journey.ProposeAsync(caller, staff, one));
        await EachAsync(bench, filed, "approval, printed and signed", (caller, one) => Journey.ApproveAsync(caller, staff, one));
        await EachAsync(bench, filed, "issue and seal", (caller, one) => Journey.IssueAsync(caller, staff, one));
        await EachAsync(bench, filed, "return", (caller, one) => Journey.ReturnAsync(caller, staff, one));
        await EachAsync(bench, filed, "citizen reads", (caller, one) => Journey.ReadAsync(caller, one.Citizen.Token, one));
    }

    private static Task EachAsync(Bench bench, IEnumerable<Filed> filed, string what, Func<Caller, Filed, Task> act)
    {
        var left = new ConcurrentQueue<Filed>(filed);
        return PhaseAsync(bench, what, () => bench.RepeatAsync(left.Count, async caller =>
        {
            left.TryDequeue(out var one);
            await act(caller, one!);
        }));
    }

    private static async Task PhaseAsync(Bench bench, string what, Func<Task> run)
    {
        await Storage.AwaitQuietAsync(bench);
        var (before, since) = (await ReadAsync(bench), Stopwatch.GetTimestamp());
        await run();
        var wall = Stopwatch.GetElapsedTime(since).TotalSeconds;
        await Storage.AwaitQuietAsync(bench);
        Print(what, bench.Options.Times, before, await ReadAsync(bench), wall);
    }

    private static void Head() =>
        Report.Note("counted, each                   processor ms     kB    gen0/1/2   pause ms  compiling ms  items  contentions  callers' s");

    private static void Print(string what, int times, ProcessCounters from, ProcessCounters to, double wall) => Report.Note(string.Create(
        CultureInfo.InvariantCulture,
        $"{what,-32}{(to.Processor - from.Processor) / times,12:N2}{(to.Allocated - from.Allocated) / times / 1024,7:N0}{$"{to.Gen0 - from.Gen0}/{to.Gen1 - from.Gen1}/{to.Gen2 - from.Gen2}",12}"
        + $"{(to.Pause - from.Pause) / times,11:N3}{(to.Compiling - from.Compiling) / times,14:N2}{(to.WorkItems - from.WorkItems) / times,7:N0}"
        + $"{(to.Contentions - from.Contentions) / times,13:N2}{wall,12:N1}"));

    private static async Task<ProcessCounters> ReadAsync(Bench bench) =>
        JsonSerializer.Deserialize<ProcessCounters>(
            (await (await bench.CallersAsync())[0].Wire.GetAsync("/dev/process")).Expect(200).Body.Span, OfficeJson.Stored)!;
}
