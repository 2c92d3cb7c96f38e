namespace PublicAdmin.Embedded.Sqlite;

/// <summary>Which version of the program laid out the file last: major and minor number in SQLite's own field for it, <c>user_version</c>.</summary>
internal static class LayoutVersion
{
    private const int Minors = 1_000;

    /// <summary>Of this program.</summary>
    public static Version Own { get; } = typeof(LayoutVersion).Assembly.GetName().Version is { } version ? new(version.Major, version.Minor) : new(0, 0);

    /// <summary>Null for a file no version put its number into.</summary>
    public static Version? Of(SqliteConnection file)
    {
        var row = file.Prepare("PRAGMA user_version");
        row.Step();
        var number = (int)row.Number(0);
        row.Reset();
        return number == 0 ? null : new Version(number / Minors, number % Minors);
    }

    public static void Note(SqliteConnection file)
    {
        if (Of(file) != Own)
        {
            file.Execute($"PRAGMA user_version = {(Own.Major * Minors) + Own.Minor}");
        }
    }
}
