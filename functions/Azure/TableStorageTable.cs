using System.Net;
using Azure;
using Azure.Data.Tables;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Azure;

/// <summary>
/// A table of Azure Table Storage. Retries are the SDK's. After an answer lost on the line its second try meets its own first one and
/// reports a stale row; callers bear that as they bear any other writer: they read again.
/// </summary>
internal sealed class TableStorageTable(TableClient table) : ITable
{
    public async Task<TableRow?> FindAsync(string partition, string key, CancellationToken ct)
    {
        if (!TableLimits.MayBeKey(partition) || !TableLimits.MayBeKey(key))
        {
            return null;
        }

        var found = await table.GetEntityIfExistsAsync<TableEntity>(partition, key, cancellationToken: ct);
        return found.HasValue ? TableEntities.ToRow(found.Value!) : null;
    }

    public Task<RowPage> ScanAsync(RowRange range, int limit, CancellationToken ct) => QueryAsync(FilterOf(range), limit, ct);

    // Two ranges one after the other: an "or" of both would make the service look through the table from its beginning for every page.
    public async Task<RowPage> WalkAsync(TableRow? after, int limit, CancellationToken ct)
    {
        if (after is null)
        {
            return await QueryAsync(null, limit, ct);
        }

        var rest = await QueryAsync(TableClient.CreateQueryFilter($"PartitionKey eq {after.Partition} and RowKey gt {after.Key}"), limit, ct);
        if (rest.More)
        {
            return rest;
        }

        var beyond = TableClient.CreateQueryFilter($"PartitionKey gt {after.Partition}");
        var next = await QueryAsync(beyond, Math.Max(limit - rest.Rows.Count, 1), ct);
        return rest.Rows.Count == limit ? new RowPage(rest.Rows, More: next.Rows.Count > 0) : new RowPage([.. rest.Rows, .. next.Rows], next.More);
    }

    private async Task<RowPage> QueryAsync(string? filter, int limit, CancellationToken ct)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, TableLimits.MaxPage);
        List<TableRow> rows = [];

        // One more than asked tells whether there is more: a continuation token alone does not.
        await foreach (var entity in table.QueryAsync<TableEntity>(filter, Math.Min(limit + 1, TableLimits.MaxPage), cancellationToken: ct))
        {
            if (rows.Count == limit)
            {
                return new RowPage(rows, More: true);
            }

            rows.Add(TableEntities.ToRow(entity));
        }

        return new RowPage(rows, More: false);
    }

    public async Task<IReadOnlyList<string>> WriteAsync(IReadOnlyList<RowChange> changes, CancellationToken ct)
    {
        TableLimits.Check(changes);
        try
        {
            var answers = await table.SubmitTransactionAsync(changes.Select(TableEntities.ToAction), ct);
            return [.. answers.Value.Select(answer => answer.Headers.ETag is { } tag ? EntityTags.OfRow(tag) : "")];
        }
        catch (TableTransactionFailedException e) when (IsStale(e))
        {
            throw new StaleRowException($"{e.ErrorCode} at change {e.FailedTransactionActionIndex} in {table.Name}.", e);
        }
    }

    private static string FilterOf(RowRange range)
    {
        var from = range.Exclusive
            ? TableClient.CreateQueryFilter($"PartitionKey eq {range.Partition} and RowKey gt {range.From}")
            : TableClient.CreateQueryFilter($"PartitionKey eq {range.Partition} and RowKey ge {range.From}");
        return range.To is null ? from : $"{from} and {TableClient.CreateQueryFilter($"RowKey lt {range.To}")}";
    }

    // A missing table answers 404 too, but that is a fault, not a race.
    private static bool IsStale(RequestFailedException e) =>
        e.Status is (int)HttpStatusCode.Conflict or (int)HttpStatusCode.PreconditionFailed
        || (e.Status == (int)HttpStatusCode.NotFound && e.ErrorCode != "TableNotFound");
}
