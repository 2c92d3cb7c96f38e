using System.Globalization;
using System.Text.RegularExpressions;
using PublicAdmin.Embedded.Sqlite;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Load;

/// <summary>Which rows a dossier leaves, and what each kind of them takes: keys and body, without the table's own pages around them.</summary>
internal static partial class RowKinds
{
    private const double Worth = 1; // Bytes a dossier; below it nobody looks.

    public static void Print(SqliteConnection database, int dossiers)
    {
        foreach (var table in Tables.All)
        {
            var kinds = Rows(database, table).GroupBy(row => row.Kind)
                .Select(kind => (kind.Key, Rows: kind.Count() / (double)dossiers, Bytes: kind.Sum(row => row.Bytes) / (double)dossiers))
                .Where(kind => kind.Bytes >= Worth).OrderByDescending(kind => kind.Bytes);
            foreach (var (kind, rows, bytes) in kinds)
            {
                Report.Note(string.Create(CultureInfo.InvariantCulture, $"  {table,-12}{kind,-24}{rows,8:N2} rows{bytes,10:N1} bytes"));
            }
        }
    }

    private static IEnumerable<(string Kind, long Bytes)> Rows(SqliteConnection database, string table)
    {
        var statement = database.Prepare($"SELECT CAST(Partition AS TEXT), CAST(Key AS TEXT), length(Body) FROM {table}");
        while (statement.Step())
        {
            var (partition, key) = (statement.Text(0), statement.Text(1));
            yield return (KindOf(partition, key), partition.Length + key.Length + statement.Number(2));
        }
    }

    // Rows of a dossier are told apart by their key, those of a list by the list; names, numbers and hashes are left out.
    private static string KindOf(string partition, string key) =>
        Fixed().IsMatch(key) ? key : $"{Word().Match(partition).Value}{Word().Match(key).Value}";

    [GeneratedRegex("^(head|form|p|q|e[0-9]{6})$")]
    private static partial Regex Fixed();

    [GeneratedRegex("^(?:[a-z]{1,12}[:|-]|[a-z](?=[0-9a-f]{12})|)")]
    private static partial Regex Word();
}
