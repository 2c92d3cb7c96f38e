using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;
using PublicAdmin.Platform.Reference;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Archive.Retention;

/// <summary>Removes the accounts of failed attempts whose window was over long enough ago: they say from which networks somebody came.</summary>
public sealed class RateLimitRemoval(ITables tables, KeptThings kept, TimeProvider clock)
{
    /// <summary>In the register of what is kept.</summary>
    public const string Place = "table RateLimits";

    private readonly ITable _table = tables[Tables.RateLimits];

    public async Task RunAsync(CancellationToken ct)
    {
        var before = clock.GetUtcNow().AddDays(-kept.DaysOf(Place, clock.Today()));
        await foreach (var row in _table.WalkAllAsync(ct))
        {
            // Without an end it is of before ends were written down.
            if (row.InstantOrNull(RateLimits.Until) is not { } until || until < before)
            {
                await _table.DropAsync(row.Partition, row.Key, ct, row.Tag); // One that failed again at this moment has begun anew.
            }
        }
    }
}
