namespace PublicAdmin.Platform.Storage;

/// <summary>Marks of what may be used once lie by the day on which they lose their meaning.</summary>
internal static class SpentDays
{
    private const int DaysBack = 35; // A timer that was down for weeks misses nothing.

    /// <summary>Throws away the days before yesterday.</summary>
    /// <param name="table">Where they lie.</param>
    /// <param name="now">Today.</param>
    /// <param name="partitionOf">Of an instant in Unix seconds.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task ForgetDaysAsync(this ITable table, DateTimeOffset now, Func<long, string> partitionOf, CancellationToken ct)
    {
        for (var back = DaysBack; back >= 2; back--)
        {
            var day = RowRange.All(partitionOf(now.AddDays(-back).ToUnixTimeSeconds()));
            await table.DeleteAllAsync(await table.ReadAllAsync(day, ct).ToListAsync(ct), ct);
        }
    }
}
