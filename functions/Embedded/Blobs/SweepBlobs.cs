using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using PublicAdmin.Embedded.Sqlite;

namespace PublicAdmin.Embedded.Blobs;

/// <summary>
/// Every night at 02:30: forgets blocks staged more than a week ago and scans bound more than a day ago, and deletes files of an earlier run
/// that no row names, which a crash between file and row leaves behind. Azure does the like by itself.
/// </summary>
internal sealed partial class SweepBlobs(SqliteDatabase database, BlobFiles files, TimeProvider clock, ILogger<SweepBlobs> log)
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);

    [Function(nameof(SweepBlobs))]
    public async Task RunAsync([TimerTrigger("0 30 2 * * *")] TimerInfo timer, CancellationToken ct)
    {
        var (dayAgo, weekAgo) = (Before(Day), Before(Week));
        var bound = await database.WriteAsync(connection => BlobRows.DeleteBoundBefore(connection, dayAgo));
        var forgotten = await database.WriteAsync(connection => BlockRows.UnstageBefore(connection, weekAgo));
        forgotten.ForEach(files.Delete);
        bound.ForEach(files.Delete);
        var remains = files.All().Where(IsRemainder).ToList();
        remains.ForEach(files.Delete);
        LogSwept(forgotten.Count, bound.Count, remains.Count);
    }

    private long Before(TimeSpan age) => (clock.GetUtcNow() - age).ToUnixTimeMilliseconds();

    // A file of this run may be waiting for its row.
    private bool IsRemainder(long file) => file < database.Numbers.First && !database.Read(file, BlobRows.IsUsed);

    [LoggerMessage(LogLevel.Information, "Swept {Blocks} stale blocks, {Scans} bound scans and {Files} remainders.")]
    private partial void LogSwept(int blocks, int scans, int files);
}
