using System.Collections.Concurrent;

namespace PublicAdmin.Load;

/// <summary>Dossiers filed beforehand for a scenario to work on.</summary>
internal static class Stock
{
    /// <summary>Files so many and waits until the lists show them, so that nothing of it is left to do.</summary>
    public static async Task<IReadOnlyList<Filed>> FileAsync(Bench bench, Commune commune, int count)
    {
        var filed = new ConcurrentBag<Filed>();
        await bench.RepeatAsync(count, async caller => filed.Add(await Journey.SubmitAsync(caller, commune)));
        await WorkLists.AwaitAsync(bench, commune, count);
        return [.. filed];
    }
}
