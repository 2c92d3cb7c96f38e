namespace PublicAdmin.Platform.Storage;

/// <summary>For rows that many write at the same moment: whoever comes second reads again and tries again.</summary>
public static class Contention
{
    private const int LongestWait = 64; // Milliseconds.

    /// <summary>Until nobody else wrote first, a little later each time so that instances do not march in step.</summary>
    /// <param name="write">Reads what it changes each time anew.</param>
    public static async Task<T> UntilWrittenAsync<T>(Func<Task<T>> write, CancellationToken ct)
    {
        for (var wait = 1; ; wait = Math.Min(wait * 2, LongestWait))
        {
            try
            {
                return await write();
            }
            catch (StaleRowException)
            {
                await Task.Delay(Random.Shared.Next(wait), ct);
            }
        }
    }
}
