using System.Collections.Frozen;

namespace PublicAdmin.Platform.Storage;

/// <summary>Tables of either edition, with a count of what they are asked for.</summary>
public sealed class CountedTables(ITables tables, StorageMeter meter) : ITables
{
    private readonly FrozenDictionary<string, ITable> _counted = Tables.All.ToFrozenDictionary(
        name => name, name => (ITable)new CountedTable(tables[name], meter));

    public ITable this[string name] => _counted[name];

    private sealed class CountedTable(ITable table, StorageMeter meter) : ITable
    {
        public Task<TableRow?> FindAsync(string partition, string key, CancellationToken ct)
        {
            meter.Count(StorageOperation.TableRead);
            return table.FindAsync(partition, key, ct);
        }

        public Task<RowPage> ScanAsync(RowRange range, int limit, CancellationToken ct)
        {
            meter.Count(StorageOperation.TableScan);
            return table.ScanAsync(range, limit, ct);
        }

        public Task<RowPage> WalkAsync(TableRow? after, int limit, CancellationToken ct)
        {
            meter.Count(StorageOperation.TableScan);
            return table.WalkAsync(after, limit, ct);
        }

        public Task<IReadOnlyList<string>> WriteAsync(IReadOnlyList<RowChange> changes, CancellationToken ct)
        {
            meter.Count(StorageOperation.TableWrite);
            meter.Count(StorageOperation.RowWritten, changes.Count);
            return table.WriteAsync(changes, ct);
        }
    }
}
