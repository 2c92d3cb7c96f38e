using System.Collections.Concurrent;
using System.Globalization;

namespace PublicAdmin.Load;

/// <summary>One act at a time on dossiers on their way: acceptance, then taking, then proposal, each by its official.</summary>
internal static class Transitions
{
    private const int MostPerSecond = 6_000;

    public static async Task MeasureAsync(Bench bench)
    {
        var acts = (int)((bench.Options.Length + bench.Options.WarmUp).TotalSeconds * MostPerSecond);
        var filed = await Stock.FileAsync(bench, Commune.Large, acts / 3);
        var waiting = new ConcurrentQueue<(Filed Dossier, int Done)>(filed.Select(dossier => (dossier, 0)));
        var staff = await bench.People.StaffAsync(Commune.Large);
        await bench.MeasureAsync("transition", async caller =>
        {
            if (!waiting.TryDequeue(out var next))
            {
                return false;
            }

            await ActAsync(caller, staff, next.Dossier, next.Done);
            if (next.Done < 2)
            {
                waiting.Enqueue((next.Dossier, next.Done + 1));
            }

            return true;
        });
        Report.Note(string.Create(CultureInfo.InvariantCulture, $"  {waiting.Count:N0} of {filed.Count:N0} dossiers were left over"));
    }

    private static Task ActAsync(Caller caller, Staff staff, Filed filed, int done) => done switch
    {
        0 => Journey.ActAsync(caller, staff.Clerk, filed, "acceptance"),
        1 => Journey.ActAsync(caller, staff.Officer, filed, "taking"),
        _ => Journey.ProposeAsync(caller, staff, filed),
    };
}
