using System.Collections.Concurrent;
using PublicAdmin.Embedded.Sqlite;

namespace PublicAdmin.Embedded.Rows;

/// <summary>Column names written once per file and a small number in each row: a dossier's rows would spend a third of their bytes on names.</summary>
internal sealed class ColumnNames
{
    private readonly SqliteDatabase _database;
    private readonly ConcurrentDictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<int, string> _names = new();

    public ColumnNames(SqliteDatabase database)
    {
        _database = database;
        foreach (var (id, name) in database.Read(0, (connection, _) => ReadAll(connection)))
        {
            Remember(id, name);
        }
    }

    public string this[int number] => _names[number];

    public int this[string name] => _numbers[name];

    /// <summary>Makes sure that names have numbers, on the disk, before a row uses them.</summary>
    public ValueTask KnowAsync(IEnumerable<string> names)
    {
        var unknown = names.Where(name => !_numbers.ContainsKey(name)).Distinct().ToList();
        return unknown.Count == 0 ? ValueTask.CompletedTask : new ValueTask(AddAsync(unknown));
    }

    private async Task AddAsync(List<string> names)
    {
        foreach (var (id, name) in await _database.WriteAsync(connection => names.ConvertAll(name => Add(connection, name))))
        {
            Remember(id, name);
        }
    }

    private static (int Id, string Name) Add(SqliteConnection connection, string name)
    {
        connection.Prepare("INSERT INTO ColumnNames (Name) VALUES (?) ON CONFLICT DO NOTHING").Bind(1, name).Run();
        var statement = connection.Prepare("SELECT Id FROM ColumnNames WHERE Name = ?").Bind(1, name);
        statement.Step();
        var id = (int)statement.Number(0);
        statement.Reset();
        return (id, name);
    }

    private static List<(int Id, string Name)> ReadAll(SqliteConnection connection)
    {
        List<(int Id, string Name)> all = [];
        for (var statement = connection.Prepare("SELECT Id, Name FROM ColumnNames"); statement.Step();)
        {
            all.Add(((int)statement.Number(0), statement.Text(1)));
        }

        return all;
    }

    private void Remember(int id, string name) => (_numbers[name], _names[id]) = (id, name);
}
