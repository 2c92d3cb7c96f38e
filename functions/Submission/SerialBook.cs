using System.Globalization;
using Microsoft.Extensions.Logging;
using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Projection;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Submission;

/// <summary>A serial that was handed out and has no dossier.</summary>
/// <param name="Reason"><c>pending</c>: the request may still come back for it; <c>abandoned</c>: it did not within a day.</param>
public sealed record SerialGap(DossierCode Code, string Reason, DateTimeOffset? ExplainedAt = null);

/// <summary>One office's day: serials issued = dossiers + gaps, each gap with its reason.</summary>
/// <param name="Behind">Dossiers whose lists had not followed their last change; announced again.</param>
public sealed record SerialBalance(string Office, DateOnly Day, long Issued, long Dossiers, IReadOnlyList<SerialGap> Gaps, int Behind)
{
    public bool Balances => Issued == Dossiers + Gaps.Count;
}

/// <summary>
/// Sổ số hồ sơ: proves for an office's day that every serial is a dossier or an explained gap, and that every dossier's lists stand at
/// its last version. What a crash left behind is explained or set right here.
/// </summary>
public sealed partial class SerialBook(
    ITables tables, DossierStore dossiers, DossierProjector projector, ListRepair repair, TimeProvider clock, ILogger<SerialBook> log)
{
    private const string GapPrefix = "gap";
    private const string At = "At";

    private readonly ITable _serials = tables[Tables.Serials];

    public async Task<SerialBalance> BalanceAsync(string office, DateOnly day, CancellationToken ct)
    {
        var partition = DossierSerials.PartitionOf(office, day);
        var issued = (await _serials.FindAsync(partition, DossierSerials.LastKey, ct))?.Number(DossierSerials.Last) ?? 0;
        var gaps = new List<SerialGap>();
        var behind = 0;
        for (var serial = 1L; serial <= issued; serial++)
        {
            var code = DossierCode.Issue(office, day, serial);
            var (found, erased) = await dossiers.LookAsync(code, ct);
            if (found is { } stored)
            {
                behind += await repair.CheckAsync(code, stored.Version, await projector.ListsStandAtAsync(code, ct), ct) ? 1 : 0;
            }
            else if (erased is null)
            {
                gaps.Add(await ExplainAsync(partition, code, day, ct));
            }
        }

        return new SerialBalance(office, day, issued, issued - gaps.Count, gaps, behind);
    }

    private async Task<SerialGap> ExplainAsync(string partition, DossierCode code, DateOnly day, CancellationToken ct)
    {
        var key = string.Create(CultureInfo.InvariantCulture, $"{GapPrefix}{code}");
        if (await _serials.FindAsync(partition, key, ct) is { } explained)
        {
            return new SerialGap(code, "abandoned", explained.Instant(At).Here());
        }

        var now = clock.GetUtcNow();
        if (DateOnly.FromDateTime(now.Here().DateTime) <= day.AddDays(1))
        {
            return new SerialGap(code, "pending");
        }

        await _serials.WriteAsync([RowChange.Upsert(new TableRow(partition, key, new Dictionary<string, object?> { [At] = now }))], ct);
        LogAbandoned(code);
        return new SerialGap(code, "abandoned", now.Here());
    }

    [LoggerMessage(LogLevel.Warning, "The serial of {Code} was handed out and never used; its request did not come back within a day.")]
    private partial void LogAbandoned(DossierCode code);
}
