using SQLitePCL;

namespace PublicAdmin.Embedded.Sqlite;

/// <summary>Whether the file is what SQLite once wrote: a disk that lies, a file cut short or overwritten.</summary>
internal static class DatabaseDamage
{
    /// <summary>Looked through before the doors open: a tenth of a second. Larger ones would keep people waiting.</summary>
    public const long LongestAtOnce = 64L * 1024 * 1024;

    public static bool Is(Exception fault) => fault is SqliteFault { Code: raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB };

    public static bool IsWhole(SqliteConnection connection)
    {
        try
        {
            var check = connection.Prepare("PRAGMA quick_check(1)");
            var whole = check.Step() && check.Text(0) == "ok";
            check.Reset();
            return whole;
        }
        catch (SqliteFault fault) when (Is(fault))
        {
            return false;
        }
    }
}
