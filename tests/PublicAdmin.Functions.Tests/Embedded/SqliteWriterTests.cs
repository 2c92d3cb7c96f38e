using PublicAdmin.Embedded.Sqlite;

namespace PublicAdmin.Tests.Embedded;

public sealed class SqliteWriterTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("writer-");
    private SqliteDatabase _database;

    public SqliteWriterTests() => _database = Open();

    [Fact]
    public async Task Work_that_fails_fails_alone()
    {
        var works = Enumerable.Range(0, 50).Select(n => _database.WriteAsync(connection => Remember(connection, n, fails: n % 5 == 0))).ToList();

        var errors = await Task.WhenAll(works.Select(work => Record.ExceptionAsync(() => work)));

        Assert.Equal(Enumerable.Range(0, 50).Where(n => n % 5 == 0), Enumerable.Range(0, 50).Where(n => errors[n] is not null));
        Assert.Equal(Enumerable.Range(0, 50).Where(n => n % 5 != 0), Remembered());
    }

    [Fact]
    public async Task Closing_finishes_what_was_asked_for()
    {
        _database.Dispose();
        for (var round = 0; round < 20; round++)
        {
            var database = Open();
            var works = Enumerable.Range(0, 10).Select(n => database.WriteAsync(connection => Remember(connection, (round * 10) + n, fails: false))).ToList();
            database.Dispose();
            await Task.WhenAll(works);
        }

        _database = Open();
        Assert.Equal(Enumerable.Range(0, 200), Remembered());
    }

    [Fact]
    public void A_closed_writer_takes_nothing()
    {
        _database.Dispose();

        Assert.Throws<ObjectDisposedException>(() => { _ = _database.WriteAsync(connection => Remember(connection, 1, fails: false)); });
        _database = Open();
    }

    [Fact]
    public void Two_offices_cannot_share_a_folder()
    {
        Assert.Throws<FolderInUseException>(Open);

        _database.Dispose();
        _database = Open();
    }

    [Fact]
    public async Task A_folder_of_another_version_is_not_opened_and_that_version_named()
    {
        await _database.WriteAsync(connection =>
        {
            connection.Execute("DROP TABLE SeenEven; CREATE TABLE SeenEven (Queue TEXT NOT NULL, Id TEXT NOT NULL, At INTEGER NOT NULL)");
            connection.Execute("PRAGMA user_version = 1007");
            return 0;
        });
        _database.Dispose();

        Assert.Contains("Version 1.7 made the data", Assert.Throws<OtherVersionException>(Open).Message, StringComparison.Ordinal);

        File.Delete(Directory.GetFiles(_folder.FullName, "*.db").Single());
        _database = Open();
    }

    [Fact]
    public async Task A_folder_of_a_later_version_is_left_alone_even_if_it_looks_the_same()
    {
        await _database.WriteAsync(connection =>
        {
            connection.Execute("PRAGMA user_version = 99003");
            return 0;
        });
        _database.Dispose();

        Assert.Contains("Version 99.3 made the data", Assert.Throws<OtherVersionException>(Open).Message, StringComparison.Ordinal);

        File.Delete(Directory.GetFiles(_folder.FullName, "*.db").Single());
        _database = Open();
    }

    public void Dispose()
    {
        _database.Dispose();
        _folder.Delete(recursive: true);
    }

    private static int Remember(SqliteConnection connection, int number, bool fails)
    {
        connection.Prepare("INSERT INTO TimerRuns (Name, Due) VALUES (?, ?)").Bind(1, $"{number:D4}").Bind(2, number).Run();
        return fails ? throw new InvalidOperationException("after it wrote") : number;
    }

    private IEnumerable<int> Remembered() => _database.Read(0, (connection, _) =>
    {
        List<int> all = [];
        for (var row = connection.Prepare("SELECT Due FROM TimerRuns ORDER BY Name"); row.Step();)
        {
            all.Add((int)row.Number(0));
        }

        return all;
    });

    private SqliteDatabase Open() => new(Path.Combine(_folder.FullName, "office.db"));
}
