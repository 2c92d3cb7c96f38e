namespace PublicAdmin.Platform.Storage;

/// <summary>
/// What Azure Tables refuses (learn.microsoft.com/rest/api/storageservices/understanding-the-table-service-data-model and
/// performing-entity-group-transactions), checked before a batch leaves either edition.
/// </summary>
public static class TableLimits
{
    public const int MaxPage = 1_000;
    public const int MaxChanges = 100;
    public const int MaxBatchBytes = 4 * 1024 * 1024;
    public const int MaxRowBytes = 1024 * 1024;
    public const int MaxValueBytes = 64 * 1024;
    public const int MaxValues = 252;
    public const int MaxKeyBytes = 1024;

    /// <exception cref="RowRefusedException">When Azure would answer 400 or 413.</exception>
    public static void Check(IReadOnlyList<RowChange> changes)
    {
        if (changes.Count is 0 or > MaxChanges)
        {
            throw new RowRefusedException($"A batch holds 1 to {MaxChanges} changes, not {changes.Count}.");
        }

        var partition = changes[0].Row.Partition;
        var total = 0;
        foreach (var (_, row) in changes)
        {
            if (row.Partition != partition)
            {
                throw new RowRefusedException($"A batch stays in one partition, not '{partition}' and '{row.Partition}'.");
            }

            total += CheckRow(row);
        }

        if (total > MaxBatchBytes)
        {
            throw new RowRefusedException($"A batch holds at most {MaxBatchBytes} bytes, not {total}.");
        }

        if (changes.Count > 1 && changes.Select(change => change.Row.Key).Distinct(StringComparer.Ordinal).Count() < changes.Count)
        {
            throw new RowRefusedException("A batch names a row only once.");
        }
    }

    /// <summary>Whether there can be a row of this key at all; Azure answers 400 to whoever asks for one that cannot be.</summary>
    public static bool MayBeKey(string key) => !key.Any(c => c is '/' or '\\' or '#' or '?' || char.IsControl(c));

    private static int CheckRow(TableRow row)
    {
        CheckKey(row.Partition);
        CheckKey(row.Key);
        if (row.Values.Count > MaxValues)
        {
            throw new RowRefusedException($"A row holds at most {MaxValues} values, not {row.Values.Count}.");
        }

        var total = 4 + (2 * (row.Partition.Length + row.Key.Length));
        foreach (var (name, value) in row.Values)
        {
            var size = SizeOf(name, value);
            if (size > MaxValueBytes)
            {
                throw new RowRefusedException($"'{name}' holds at most {MaxValueBytes} bytes, not {size}.");
            }

            total += 8 + (2 * name.Length) + size;
        }

        return total <= MaxRowBytes ? total : throw new RowRefusedException($"A row holds at most {MaxRowBytes} bytes, not {total}.");
    }

    private static void CheckKey(string key)
    {
        if (2 * key.Length > MaxKeyBytes)
        {
            throw new RowRefusedException($"A key holds at most {MaxKeyBytes} bytes.");
        }

        if (!MayBeKey(key))
        {
            throw new RowRefusedException($"The key '{key}' holds a character that Azure Tables forbids.");
        }
    }

    private static int SizeOf(string name, object? value) => value switch
    {
        null => 0,
        string text => 2 * text.Length,
        byte[] bytes => bytes.Length,
        long or DateTimeOffset => 8,
        bool => 1,
        _ => throw new RowRefusedException($"'{name}' is a {value.GetType().Name}, which a row cannot hold."),
    };
}
