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
/// Who opened a dossier, when and what for: rows <c>a…</c> beside the head, shown to the citizen. The same person looking again within
/// a quarter of an hour is one visit.
/// </summary>
public sealed class AccessLog(ITables tables, TouchedDossiers touched, TimeProvider clock) : IDisposable
{
    internal const string Prefix = "a";
    private static readonly TimeSpan Lasting = TimeSpan.FromMinutes(15);

    private readonly ITable _table = tables[Tables.Dossiers];
    private readonly MemoryCache _visits = new(new MemoryCacheOptions { SizeLimit = 100_000 });

    /// <summary>Durable before the dossier is shown.</summary>
    public async Task RecordAsync(Dossier dossier, Caller caller, string purpose, CancellationToken ct)
    {
        if (VisitOf(dossier, caller, purpose) is { } visit)
        {
            await touched.NoteAsync(dossier.Code, ct); // First: what is written and not noted would never be sealed.
            await _table.WriteAsync([RowChange.Insert(visit.Row)], ct);
            Remember(visit);
        }
    }

    /// <summary>A visit to be written together with what the visitor does; the projector notes the dossier as touched then.</summary>
    /// <returns>Null while an earlier visit lasts.</returns>
    public Visit? VisitOf(Dossier dossier, Caller caller, string purpose)
    {
        var (now, sight) = (clock.GetUtcNow(), (dossier.Code, caller.Id, purpose));
        if (_visits.TryGetValue(sight, out DateTimeOffset last) && now - last < Lasting)
        {
            return null;
        }

        var duty = caller.Duties.FirstOrDefault(duty => duty.Office == Duty.Everywhere || dossier.Offices.Contains(duty.Office));
        var values = new Dictionary<string, object?>
        {
            ["By"] = caller.Id,
            ["As"] = duty?.Role.ToString(),
            ["Office"] = duty?.Office,
            ["For"] = purpose
        }; // When stands in the key.
        return new Visit(sight, now, new TableRow(dossier.Code.ToString(), KeyOf(now) + Guid.NewGuid().ToString("N")[..8], values));
    }

    /// <summary>It was written.</summary>
    public void Remember(Visit visit) =>
        _visits.Set(visit.Sight, visit.At, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = Lasting });

    /// <summary>Oldest first.</summary>
    public async Task<IReadOnlyList<AccessEntry>> ListAsync(DossierCode code, CancellationToken ct) =>
        await _table.ReadAllAsync(RowRange.Prefix(code.ToString(), Prefix), ct)
            .Select(row => new AccessEntry(AtOf(row.Key).Here(), row.Text("By"), row.TextOrNull("As") ?? "", row.TextOrNull("Office") ?? "", row.Text("For")))
            .ToListAsync(ct);

    internal static string KeyOf(DateTimeOffset at) => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{at.UtcTicks:D19}");

    private static DateTimeOffset AtOf(string key) => new(long.Parse(key.AsSpan(Prefix.Length, 19), CultureInfo.InvariantCulture), TimeSpan.Zero);

    public void Dispose() => _visits.Dispose();
}

/// <summary>Somebody of the staff looks at a dossier, and it is not written down yet.</summary>
/// <param name="Sight">Of which dossier, by whom, what for.</param>
public sealed record Visit((DossierCode Code, string By, string For) Sight, DateTimeOffset At, TableRow Row);
