using Azure;
using Azure.Data.Tables;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Azure;

/// <summary>Between our rows and the SDK's entities.</summary>
internal static class TableEntities
{
    private static readonly HashSet<string> Keys = ["odata.etag", "PartitionKey", "RowKey", "Timestamp"];

    public static TableRow ToRow(TableEntity entity) => new(
        entity.PartitionKey,
        entity.RowKey,
        entity.Where(pair => !Keys.Contains(pair.Key)).ToDictionary(pair => pair.Key, pair => (object?)pair.Value),
        EntityTags.OfRow(entity.ETag));

    public static TableTransactionAction ToAction(RowChange change)
    {
        var entity = new TableEntity(change.Row.Partition, change.Row.Key);
        foreach (var (name, value) in change.Row.Values)
        {
            if (value is not null)
            {
                entity[name] = value;
            }
        }

        return new TableTransactionAction(KindOf(change.Kind), entity, change.Row.Tag is { } tag ? EntityTags.ToRow(tag) : ETag.All);
    }

    private static TableTransactionActionType KindOf(ChangeKind kind) => kind switch
    {
        ChangeKind.Insert => TableTransactionActionType.Add,
        ChangeKind.Replace => TableTransactionActionType.UpdateReplace,
        ChangeKind.Upsert => TableTransactionActionType.UpsertReplace,
        ChangeKind.Delete => TableTransactionActionType.Delete,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}
