using System.Globalization;
using PublicAdmin.Platform.Http;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Portal.Inbound;

/// <summary>
/// Which nonces the National Portal used up, kept by the day they were signed on: a request sent again later meets the same row. Two days later its time
/// alone refuses it, and the row is thrown away.
/// </summary>
public sealed class PortalNonces(ITables tables, TimeProvider clock)
{
    private readonly ITable _table = tables[Tables.Requests];

    /// <param name="at">When it was signed, Unix seconds.</param>
    /// <returns>False for one that was used before.</returns>
    public async Task<bool> UseAsync(string key, long at, string nonce, CancellationToken ct)
    {
        var row = new TableRow(PartitionOf(at), RequestKeys.Shorten($"{key} {nonce}"), new Dictionary<string, object?>());
        try
        {
            await _table.WriteAsync([RowChange.Insert(row)], ct);
            return true;
        }
        catch (StaleRowException)
        {
            return false;
        }
    }

    /// <summary>Throws away what no request could use any more.</summary>
    public Task ForgetAsync(CancellationToken ct) => _table.ForgetDaysAsync(clock.GetUtcNow(), PartitionOf, ct);

    private static string PartitionOf(long at) =>
        string.Create(CultureInfo.InvariantCulture, $"portal-nonce-{DateTimeOffset.FromUnixTimeSeconds(at):yyyyMMdd}");
}
