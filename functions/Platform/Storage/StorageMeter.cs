using System.Diagnostics.Metrics;

namespace PublicAdmin.Platform.Storage;

/// <summary>What storage is asked for; in Azure most of a request's price and time.</summary>
public enum StorageOperation
{
    TableRead,
    TableScan,

    /// <summary>A batch in one partition: one operation, however many rows.</summary>
    TableWrite,
    RowWritten,

    /// <summary>Each is also received and completed once: three operations of Service Bus.</summary>
    MessageSent,
    BlobRead,
    BlobWrite,
}

/// <summary>Counts the operations, for meter <c>PublicAdmin.Storage</c> and for whoever asks here.</summary>
public sealed class StorageMeter : IDisposable
{
    public const string Name = "PublicAdmin.Storage";

    private readonly Meter _meter = new(Name);
    private readonly long[] _totals = new long[Enum.GetValues<StorageOperation>().Length];

    public StorageMeter() => _meter.CreateObservableCounter("storage.operations", Measurements, "{operation}", "Operations of tables, queues and blobs.");

    /// <summary>Since the start.</summary>
    public IReadOnlyDictionary<StorageOperation, long> Totals => Enum.GetValues<StorageOperation>().ToDictionary(operation => operation, Total);

    public void Count(StorageOperation operation, int times = 1) => Interlocked.Add(ref _totals[(int)operation], times);

    public void Dispose() => _meter.Dispose();

    private long Total(StorageOperation operation) => Interlocked.Read(ref _totals[(int)operation]);

    private IEnumerable<Measurement<long>> Measurements() =>
        Enum.GetValues<StorageOperation>()
            .Select(operation => new Measurement<long>(Total(operation), new KeyValuePair<string, object?>("operation", operation.ToString())));
}
