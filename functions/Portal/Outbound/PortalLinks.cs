using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using PublicAdmin.Dossiers;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Portal.Outbound;

/// <summary>A link to one file as it comes back.</summary>
/// <param name="Until">Unix seconds.</param>
/// <param name="Once">Another for each link.</param>
public sealed record PortalLink(string Code, string File, long Until, string Once, string Signature);

/// <summary>
/// Links the National Portal fetches files by: signed with the office's key, each good for a day and once. Whoever was cut off goes on with the rest: from the
/// network that began, within an hour, each time from further on than before, so that nobody fetches the same bytes twice.
/// </summary>
public sealed class PortalLinks(KeyedHashes hashes, TrackingPages pages, ITables tables, TimeProvider clock)
{
    private const string Reader = "R";
    private const string From = "F";
    private const string Begun = "B";

    private static readonly TimeSpan Life = TimeSpan.FromHours(24);
    private static readonly TimeSpan ToFinish = TimeSpan.FromHours(1);

    private readonly ITable _table = tables[Tables.Requests];

    /// <param name="code">Of the dossier.</param>
    /// <param name="file">As <see cref="PortalFiles"/> names it.</param>
    public Uri Make(DossierCode code, string file)
    {
        var link = new PortalLink(code.ToString(), file, (clock.GetUtcNow() + Life).ToUnixTimeSeconds(), Guid.NewGuid().ToString("N"), "");
        return pages.At(string.Create(
            CultureInfo.InvariantCulture, $"/api/portal/files/{code}/{file}?until={link.Until}&once={link.Once}&signature={Sign(link)}"));
    }

    /// <summary>What stands against it before it is used up.</summary>
    public Refusal? ObjectionTo(PortalLink link) =>
        !CryptographicOperations.FixedTimeEquals(System.Text.Encoding.UTF8.GetBytes(Sign(link)), System.Text.Encoding.UTF8.GetBytes(link.Signature))
            ? PortalLinkRefusals.Invalid.With()
        : link.Until <= clock.GetUtcNow().ToUnixTimeSeconds() ? PortalLinkRefusals.Expired.With()
        : null;

    /// <summary>Uses it up, or goes on with what was begun.</summary>
    /// <param name="link">One without objection.</param>
    /// <param name="network">Where it is fetched from.</param>
    /// <param name="from">The first byte asked for.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>False when it was used.</returns>
    public async Task<bool> UseAsync(PortalLink link, string network, long from, CancellationToken ct)
    {
        var reader = hashes.Of("portal-reader", network);
        var first = new TableRow(PartitionOf(link.Until), link.Once, new Dictionary<string, object?>
        {
            [Reader] = reader,
            [From] = from,
            [Begun] = clock.GetUtcNow().ToUnixTimeSeconds(),
        });
        return await TryAsync(RowChange.Insert(first), ct) || await GoOnAsync(link, reader, from, ct);
    }

    /// <summary>Throws away what was used of a day that is over: its links have ended.</summary>
    public Task ForgetAsync(CancellationToken ct) => _table.ForgetDaysAsync(clock.GetUtcNow(), PartitionOf, ct);

    private async Task<bool> GoOnAsync(PortalLink link, string reader, long from, CancellationToken ct) =>
        await _table.FindAsync(PartitionOf(link.Until), link.Once, ct) is { } used
        && used.Text(Reader) == reader && from > used.Number(From)
        && DateTimeOffset.FromUnixTimeSeconds(used.Number(Begun)) + ToFinish > clock.GetUtcNow()
        && await TryAsync(RowChange.Replace(used with { Values = new Dictionary<string, object?>(used.Values) { [From] = from } }), ct);

    private async Task<bool> TryAsync(RowChange change, CancellationToken ct)
    {
        try
        {
            await _table.WriteAsync([change], ct);
            return true;
        }
        catch (StaleRowException)
        {
            return false; // Somebody else was first.
        }
    }

    private string Sign(PortalLink link) => Base64Url.EncodeToString(
        hashes.Bytes("portal-link", string.Create(CultureInfo.InvariantCulture, $"{link.Code}\n{link.File}\n{link.Until}\n{link.Once}")));

    private static string PartitionOf(long until) =>
        string.Create(CultureInfo.InvariantCulture, $"portal-link-{DateTimeOffset.FromUnixTimeSeconds(until):yyyyMMdd}");
}
