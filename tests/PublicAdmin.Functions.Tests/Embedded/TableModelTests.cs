using FsCheck;
using FsCheck.Fluent;
using PublicAdmin.Embedded.Rows;
using PublicAdmin.Embedded.Sqlite;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Tests.Embedded;

/// <summary>Whatever is done to the table in whatever order, it answers as a dictionary with tags would.</summary>
public sealed class TableModelTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("model-");
    private readonly SqliteDatabase _database;
    private readonly SqliteTables _tables;
    private int _partitions;

    public TableModelTests()
    {
        _database = new SqliteDatabase(Path.Combine(_folder.FullName, "office.db"));
        _tables = new SqliteTables(_database);
    }

    [Fact]
    public void The_table_answers_as_a_dictionary_would() =>
        Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), RunBoth).Check(Config.QuickThrowOnFailure.WithMaxTest(60));

    public void Dispose()
    {
        _database.Dispose();
        _folder.Delete(recursive: true);
    }

    // Two bytes are one change: its kind, its key, and whether it carries the present tag, an old one or none.
    private void RunBoth(byte[] script)
    {
        var table = _tables[Tables.Lists];
        var partition = $"p{_partitions++}";
        var model = new SortedDictionary<string, (string Tag, long Value)>(StringComparer.Ordinal);
        foreach (var pair in script.Chunk(2).Where(pair => pair.Length == 2))
        {
            var change = Change(partition, model, pair[0], pair[1]);
            var fits = Fits(model, change);
            var tags = WriteAsync(table, change).GetAwaiter().GetResult();
            Assert.Equal(fits, tags is not null);
            Follow(model, change, tags);
        }

        var rows = table.ScanAsync(RowRange.All(partition), 1000, default).GetAwaiter().GetResult().Rows;
        Assert.Equal(model.Select(row => (row.Key, row.Value.Tag, row.Value.Value)), rows.Select(row => (row.Key, row.Tag!, row.Number("N"))));
    }

    private static RowChange Change(string partition, SortedDictionary<string, (string Tag, long Value)> model, byte first, byte second)
    {
        var key = $"{(char)('a' + (second % 4))}";
        var present = model.GetValueOrDefault(key).Tag;
        var tag = (first / 4 % 3) switch { 0 => null, 1 => present, _ => "1" };
        return new RowChange((ChangeKind)(first % 4), new TableRow(partition, key, new Dictionary<string, object?> { ["N"] = (long)second }, tag));
    }

    private static bool Fits(SortedDictionary<string, (string Tag, long Value)> model, RowChange change) => change.Kind switch
    {
        ChangeKind.Insert => !model.ContainsKey(change.Row.Key),
        ChangeKind.Upsert => true,
        _ => model.TryGetValue(change.Row.Key, out var row) && (change.Row.Tag is null || change.Row.Tag == row.Tag),
    };

    private static async Task<IReadOnlyList<string>?> WriteAsync(ITable table, RowChange change)
    {
        try
        {
            return await table.WriteAsync([change], default);
        }
        catch (StaleRowException)
        {
            return null;
        }
    }

    private static void Follow(SortedDictionary<string, (string Tag, long Value)> model, RowChange change, IReadOnlyList<string>? tags)
    {
        if (tags is not null && change.Kind is ChangeKind.Delete)
        {
            model.Remove(change.Row.Key);
        }
        else if (tags is not null)
        {
            model[change.Row.Key] = (tags[0], change.Row.Number("N"));
        }
    }
}
