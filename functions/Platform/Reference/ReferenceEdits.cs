using System.Globalization;
using System.Text.Json;
using PublicAdmin.Platform.Http;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Platform.Reference;

/// <summary>Who enters a version, when and why.</summary>
/// <param name="By">Directory id.</param>
/// <param name="Reason">Null where the data is not asked for one.</param>
public sealed record Editing(string By, DateTimeOffset At, string? Reason = null);

/// <summary>That an administrator changed reference data: written in one batch with the version, never changed, and sealed with the day.</summary>
/// <param name="Kind">offices, office-hours, escalation, calendar, certificate-purposes, procedures or forms.</param>
/// <param name="Code">Which of them.</param>
/// <param name="ValidFrom">From when what was entered holds.</param>
/// <param name="IsReplacement">An earlier entry for the same day was replaced.</param>
public sealed record ReferenceEdit(string Kind, string Code, DateOnly ValidFrom, bool IsReplacement, Editing Edit);

/// <summary>A sort of reference data administrators edit, by its partition in table Reference.</summary>
internal sealed record EditedKind(string Partition);

/// <summary>The edits of all reference data, the newest first.</summary>
public sealed class ReferenceEdits
{
    private const string Json = "Json";

    // Before every code and year, so that versions and edits of one partition are read apart; a later edit comes first.
    private const string First = "!";
    private const string Behind = "\"";

    private readonly ITable _table;
    private readonly IReadOnlyList<EditedKind> _kinds;

    internal ReferenceEdits(ITables tables, IEnumerable<EditedKind> kinds) => (_table, _kinds) = (tables[Tables.Reference], [.. kinds]);

    public async Task<PageOf<ReferenceEdit>> PageAsync(PageAsked asked, CancellationToken ct)
    {
        var pages = await Task.WhenAll(_kinds.Select(kind => _table.ScanAsync(RowRange.Prefix(kind.Partition, First).After(asked.After), asked.Limit, ct)));
        var rows = pages.SelectMany(page => page.Rows).OrderBy(row => row.Key, StringComparer.Ordinal).ToList();
        var shown = rows.Take(asked.Limit).ToList();
        var isMore = rows.Count > shown.Count || pages.Any(page => page.More);
        return new([.. shown.Select(row => row.Json<ReferenceEdit>(Json)!)], isMore ? PageAsked.CursorOf(shown[^1].Key) : null);
    }

    /// <summary>The versions of a partition, without its edits.</summary>
    internal static RowRange VersionsOf(string partition) => new(partition, Behind, null);

    internal static RowChange Note(ReferenceEdit edit)
    {
        var turned = DateTimeOffset.MaxValue.UtcTicks - edit.Edit.At.UtcTicks;
        var key = string.Create(CultureInfo.InvariantCulture, $"{First}{turned:D19}|{edit.Kind}|{edit.Code}~{edit.ValidFrom:yyyy-MM-dd}|{Guid.NewGuid():N}");
        return RowChange.Insert(new(edit.Kind, key, new Dictionary<string, object?> { [Json] = JsonSerializer.Serialize(edit, OfficeJson.Stored) }));
    }
}
