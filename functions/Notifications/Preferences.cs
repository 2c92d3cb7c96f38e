using System.Text.Json;
using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Notifications;

/// <summary>How a citizen wants to be told (tùy chọn nhận thông báo). Letters the law asks for are always sent.</summary>
/// <param name="Zalo">Through the province's account, to the phone number.</param>
/// <param name="QuietFrom">No short message from this hour …</param>
/// <param name="QuietTo">… to this one; the day after when earlier.</param>
public sealed record Preferences(
    Language Language = Language.Vi, bool Email = true, bool Sms = true, bool Zalo = false, TimeOnly? QuietFrom = null, TimeOnly? QuietTo = null)
{
    public static readonly TimeOnly UsualQuietFrom = new(21, 0);
    public static readonly TimeOnly UsualQuietTo = new(6, 0);

    /// <summary>When a message wanted now may be sent: now, or at the end of the quiet hours.</summary>
    public DateTimeOffset NotBefore(DateTimeOffset now)
    {
        var (from, to) = (QuietFrom ?? UsualQuietFrom, QuietTo ?? UsualQuietTo);
        var here = now.Here();
        var time = TimeOnly.FromDateTime(here.DateTime);
        if (from == to || !time.IsBetween(from, to))
        {
            return now;
        }

        var end = new DateTimeOffset(here.Date, here.Offset) + to.ToTimeSpan();
        return end > here ? end : end.AddDays(1);
    }
}

/// <summary>The citizens' preferences, under a keyed hash of the personal number.</summary>
public sealed class PreferenceStore(ITables tables, KeyedHashes hashes) : IDossierAnnex
{
    private const string Key = "notifications";
    private const string Json = "Json";

    public async Task<Preferences> FindAsync(string personalNumber, CancellationToken ct) =>
        (await tables[Tables.Lists].FindAsync(PartitionOf(personalNumber), Key, ct))?.Json<Preferences>(Json) ?? new Preferences();

    public Task PutAsync(string personalNumber, Preferences preferences, CancellationToken ct) => tables[Tables.Lists].WriteAsync(
        [RowChange.Upsert(
            new TableRow(
                PartitionOf(personalNumber), Key, new Dictionary<string, object?> { [Json] = JsonSerializer.Serialize(preferences, OfficeJson.Stored) }))], ct);

    public async Task<IReadOnlyList<AnnexRow>> RowsAsync(Dossier dossier, IReadOnlyList<Paper> papers, CancellationToken ct) =>
        await tables[Tables.Lists].FindAsync(PartitionOf(dossier.Applicant.PersonalNumber), Key, ct) is { } row ? [new AnnexRow(Tables.Lists, row)] : [];

    private string PartitionOf(string personalNumber) => $"pf:{hashes.Of("citizen", personalNumber)}";
}
