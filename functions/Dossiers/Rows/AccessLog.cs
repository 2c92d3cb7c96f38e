using System.Globalization;
using Microsoft.Extensions.Caching.Memory;
using PublicAdmin.Dossiers.Projection;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Dossiers.Rows;

/// <summary>Somebody of the staff looked at the dossier.</summary>
/// <param name="By">Directory id.</param>
/// <param name="As">The first of the reader's roles in the dossier's offices.</param>
public sealed record AccessEntry(DateTimeOffset At, string By, string As, string Office, string Purpose);

/// <summary>
/// Who opened a dossier, when and what for, shown to the citizen: rows <c>a…</c> beside the head for whoever only looked, and the events for whoever acted,
/// which say the same already. The same person looking again within a quarter of an hour is one visit.
/// </summary>
public sealed class AccessLog(ITables tables, DossierStore dossiers, TouchedDossiers touched, TimeProvider clock) : IDisposable
{
    /// <summary>What a dossier was opened for by whoever acted on it, or tried to.</summary>
    public const string Acting = "act";

    internal const string Prefix = "a";
    private static readonly TimeSpan Lasting = TimeSpan.FromMinutes(15);

    private readonly ITable _table = tables[Tables.Dossiers];
    private readonly MemoryCache _visits = new(new MemoryCacheOptions { SizeLimit = 100_000 });

    /// <summary>Durable before the dossier is shown.</summary>
    public async Task RecordAsync(Dossier dossier, Caller caller, string purpose, CancellationToken ct)
    {
        var (now, sight) = (clock.GetUtcNow(), (dossier.Code, caller.Id, purpose));
        if (_visits.TryGetValue(sight, out DateTimeOffset last) && now - last < Lasting)
        {
            return;
        }

        var duty = caller.Duties.FirstOrDefault(duty => duty.Office == Duty.Everywhere || dossier.Offices.Contains(duty.Office));
        var values = new Dictionary<string, object?>
        {
            ["By"] = caller.Id,
            ["As"] = duty?.Role.ToString(),
            ["Office"] = duty?.Office,
            ["For"] = purpose
        }; // When stands in the key.
        var visit = new TableRow(dossier.Code.ToString(), KeyOf(now) + Guid.NewGuid().ToString("N")[..8], values);
        await touched.NoteAsync(dossier.Code, ct); // First: what is written and not noted would never be sealed.
        await _table.WriteAsync([RowChange.Insert(visit)], ct);
        _visits.Set(sight, now, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = Lasting });
    }

    /// <summary>Oldest first.</summary>
    public async Task<IReadOnlyList<AccessEntry>> ListAsync(DossierCode code, CancellationToken ct)
    {
        var looked = await _table.ReadAllAsync(RowRange.Prefix(code.ToString(), Prefix), ct)
            .Select(row => new AccessEntry(AtOf(row.Key).Here(), row.Text("By"), row.TextOrNull("As") ?? "", row.TextOrNull("Office") ?? "", row.Text("For")))
            .ToListAsync(ct);
        var acted = (await dossiers.EventsAsync(code, 0, ct)).Select(recorded => recorded.Event)
            .Where(e => e is not Submitted && e.Stamp.Office is not null)
            .Select(e => new AccessEntry(e.Stamp.At.Here(), e.Stamp.By, e.Stamp.As, e.Stamp.Office!, Acting));
        return [.. looked.Concat(acted).OrderBy(visit => visit.At).Aggregate(new List<AccessEntry>(), AddUnlessItLasts)];
    }

    internal static string KeyOf(DateTimeOffset at) => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{at.UtcTicks:D19}");

    internal static DateTimeOffset? TryAtOf(string key) =>
        key.Length >= Prefix.Length + 19 && long.TryParse(key.AsSpan(Prefix.Length, 19), NumberStyles.None, CultureInfo.InvariantCulture, out var ticks)
        && ticks <= DateTimeOffset.MaxValue.UtcTicks - TimeSpan.TicksPerDay ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;

    public void Dispose() => _visits.Dispose();

    private static List<AccessEntry> AddUnlessItLasts(List<AccessEntry> visits, AccessEntry next)
    {
        if (!visits.Exists(visit => visit.By == next.By && visit.Purpose == next.Purpose && next.At - visit.At < Lasting))
        {
            visits.Add(next);
        }

        return visits;
    }

    private static DateTimeOffset AtOf(string key) => TryAtOf(key) ?? throw new FormatException("The key of an access does not say when it was.");
}
