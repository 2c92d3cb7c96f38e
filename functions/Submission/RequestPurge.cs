using PublicAdmin.Platform;
using PublicAdmin.Platform.Reference;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Submission;

/// <summary>
/// Forgets which code a filing was given once nobody sends it again: on the first night of a month, since the whole table is walked through. When it was
/// filed stands in the code.
/// </summary>
public sealed class RequestPurge(ITables tables, KeptThings kept, TimeProvider clock)
{
    /// <summary>In the register of what is kept.</summary>
    public const string Place = "table Requests: filings";

    private readonly ITable _table = tables[Tables.Requests];

    public async Task PurgeAsync(CancellationToken ct)
    {
        var today = clock.Today();
        if (today.Day != 1)
        {
            return;
        }

        var last = today.AddDays(-kept.DaysOf(Place, today));
        await foreach (var row in _table.WalkAllAsync(ct))
        {
            if (RequestLog.CodeOf(row) is { } code && code.Day < last)
            {
                await _table.DeleteAllAsync([row], ct);
            }
        }
    }
}
