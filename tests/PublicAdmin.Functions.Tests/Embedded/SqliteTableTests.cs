using PublicAdmin.Embedded.Rows;
using PublicAdmin.Embedded.Sqlite;
using PublicAdmin.Platform.Storage;
using PublicAdmin.Tests.Platform;

namespace PublicAdmin.Tests.Embedded;

public sealed class SqliteTableTests : TableContract, IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tables-");
    private SqliteDatabase _database;

    public SqliteTableTests() => _database = Open();

    protected override ITable Table => new SqliteTables(_database)[Tables.Dossiers];

    [Fact]
    public async Task After_a_restart_everything_is_there_and_tags_grow_on()
    {
        var row = new TableRow("p", "k", new Dictionary<string, object?> { ["Tên"] = "Mai" });
        var before = await Table.WriteAsync([RowChange.Insert(row)], default);

        _database.Dispose();
        _database = Open();
        var after = await Table.WriteAsync([RowChange.Upsert(row)], default);

        Assert.True(long.Parse(after[0]) > long.Parse(before[0]));
        Assert.Equal("Mai", (await Table.FindAsync("p", "k", default))!.Text("Tên"));
    }

    public void Dispose()
    {
        _database.Dispose();
        _folder.Delete(recursive: true);
    }

    private SqliteDatabase Open() => new(Path.Combine(_folder.FullName, "office.db"));
}
