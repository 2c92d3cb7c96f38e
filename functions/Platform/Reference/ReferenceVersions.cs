using System.Globalization;
using System.Text.Json;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Platform.Reference;

/// <summary>A version as it lies in the table, with the tag a later change must carry.</summary>
public sealed record StoredVersion<T>(T Value, string Tag);

/// <summary>
/// The versions an administrator added to the data that came with the system: table Reference, one partition per kind of data,
/// row key <c>code~yyyy-MM-dd</c>.
/// </summary>
public sealed class ReferenceVersions<T>(ITables tables, string partition)
    where T : class, IEffective
{
    private const string Json = "Json";

    /// <summary>A body of so many bytes fits into one value of a row (64 KiB of UTF-16) with room for what defaults add.</summary>
    public const int MaxBytes = 28_000;

    private readonly ITable _table = tables[Tables.Reference];

    public async Task<IReadOnlyList<T>> LoadAsync(CancellationToken ct)
    {
        var versions = new List<T>();
        await foreach (var row in _table.ReadAllAsync(ReferenceEdits.VersionsOf(partition), ct))
        {
            versions.Add(row.Json<T>(Json)!);
        }

        return versions;
    }

    public async Task<StoredVersion<T>?> FindAsync(string code, DateOnly validFrom, CancellationToken ct) =>
        await _table.FindAsync(partition, KeyOf(code, validFrom), ct) is { } row ? new(row.Json<T>(Json)!, row.Tag!) : null;

    /// <summary>An administrator's entry: it holds from the next look at the book, and that it was made stands beside it.</summary>
    /// <param name="entry">As it will be, with nothing against it.</param>
    /// <param name="tag">The tag of the version to replace; null to add one.</param>
    /// <param name="edit">Who enters it, when and why.</param>
    /// <param name="changed">What is said to whoever came second.</param>
    /// <param name="refresh">Reads the book again.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Result<StoredVersion<T>>> EnterAsync(
        T entry, string? tag, Editing edit, RefusalCode changed, Func<CancellationToken, Task> refresh, CancellationToken ct)
    {
        var values = new Dictionary<string, object?> { [Json] = JsonSerializer.Serialize(entry, OfficeJson.Stored) };
        var row = new TableRow(partition, KeyOf(entry.Code, entry.ValidFrom), values, tag);
        var note = ReferenceEdits.Note(new(partition, entry.Code, entry.ValidFrom, IsReplacement: tag is not null, edit));
        try
        {
            var written = (await _table.WriteAsync([tag is null ? RowChange.Insert(row) : RowChange.Replace(row), note], ct))[0];
            await refresh(ct);
            return new StoredVersion<T>(entry, written);
        }
        catch (StaleRowException)
        {
            return changed.With();
        }
    }

    private static string KeyOf(string code, DateOnly validFrom) =>
        string.Create(CultureInfo.InvariantCulture, $"{code}~{validFrom:yyyy-MM-dd}");
}
