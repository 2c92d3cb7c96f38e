using PublicAdmin.Embedded.Sqlite;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Embedded.Rows;

internal sealed class SqliteTables : ITables
{
    private readonly Dictionary<string, SqliteTable> _tables;

    public SqliteTables(SqliteDatabase database)
    {
        var names = new ColumnNames(database);
        _tables = Tables.All.ToDictionary(name => name, name => new SqliteTable(name, database, names));
    }

    public SqliteTable this[string name] => _tables[name];

    ITable ITables.this[string name] => _tables[name];
}
