using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Dossiers.Projection;

/// <summary>
/// Row <c>p</c> of a dossier: up to which version the lists are written, and which rows that were, each with a short hash of its
/// content, so that the next projection touches only what differs.
/// </summary>
internal sealed record ListMark(long Version, IReadOnlyDictionary<(string Partition, string Key), string> Rows, string? Tag)
{
    public const string RowKey = "p";
    private const string VersionColumn = "V";
    private const string RowsColumn = "Rows";

    public static ListMark None { get; } = new(0, new Dictionary<(string, string), string>(), null);

    public static ListMark From(TableRow row) => new(
        row.Number(VersionColumn),
        (row.TextOrNull(RowsColumn) ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('\t'))
            .ToDictionary(parts => (parts[0], parts[1].Replace("@", row.Partition, StringComparison.Ordinal)), parts => parts[2]),
        row.Tag);

    // Most keys end with the dossier's own code; "@" stands for it to keep the row short.
    public TableRow ToRow(DossierCode code) => new(
        code.ToString(),
        RowKey,
        new Dictionary<string, object?>
        {
            [VersionColumn] = Version,
            [RowsColumn] = string.Join(
                '\n', Rows.Select(row => $"{row.Key.Partition}\t{row.Key.Key.Replace(code.ToString(), "@", StringComparison.Ordinal)}\t{row.Value}")),
        },
        Tag);

    public static string HashOf(ListRow row)
    {
        var text = new StringBuilder();
        foreach (var (name, value) in row.Values)
        {
            text.Append(name).Append('=').Append(value is DateTimeOffset at ? at.UtcTicks : value).Append('\n');
        }

        return Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())).AsSpan(0, 6));
    }
}
