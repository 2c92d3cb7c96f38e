using System.Text.Json.Serialization;
using PublicAdmin.Deadlines;
using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Projection;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Storage;
using PublicAdmin.Processing.Lists;

namespace PublicAdmin.Forecasts;

/// <summary>A dossier an office has finished: what its pace is measured by.</summary>
/// <param name="DoneAt">When the result was released to the one-stop desk.</param>
/// <param name="OwedAt">What lateness is judged on.</param>
/// <param name="Apologised">Whether form 04 went out.</param>
public sealed record FinishedItem(
    DossierCode Code, string Procedure, string? Handler, DateTimeOffset SubmittedAt, DateTimeOffset DoneAt, DateTimeOffset OwedAt, bool Apologised = false)
{
    /// <summary>By the rule that is published.</summary>
    [JsonIgnore]
    public Punctuality Punctuality => Punctualities.Of(DoneAt, OwedAt);
}

/// <summary>
/// Finished dossiers of an office by the time they were done. The rows lie beside the office's work list, so that issuing a result
/// costs one row more and no further batch.
/// </summary>
public sealed class FinishedWork(ITables tables) : IDossierList
{
    private const string Json = "J";

    public IEnumerable<ListRow> RowsOf(Dossier dossier) => dossier is { DoneAt: { } doneAt, Deadline: { } deadline }
        ? [new ListRow(
            WorkList.PartitionOf(dossier.Holding), $"f|{ListKey.Of(doneAt, dossier.Code)}",
            new Dictionary<string, object?> { [Json] = Serialize(dossier, doneAt, deadline) })]
        : [];

    /// <summary>What the office finished since a moment, the oldest first. Costs that many rows.</summary>
    public Task<IReadOnlyList<FinishedItem>> SinceAsync(string office, DateTimeOffset since, CancellationToken ct) => BetweenAsync(office, since, null, ct);

    /// <param name="office">Its code.</param>
    /// <param name="since">The first moment.</param>
    /// <param name="until">The first moment after; null for no end.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<IReadOnlyList<FinishedItem>> BetweenAsync(string office, DateTimeOffset since, DateTimeOffset? until, CancellationToken ct)
    {
        var range = new RowRange(WorkList.PartitionOf(office), Prefix(since), until is { } end ? Prefix(end) : "f}");
        return await tables[Tables.Lists].ReadAllAsync(range, ct).Select(row => row.Json<FinishedItem>(Json)!).ToListAsync(ct);
    }

    private static string Prefix(DateTimeOffset at) => $"f|{ListKey.Of(at)}";

    private static string Serialize(Dossier dossier, DateTimeOffset doneAt, Deadline deadline) => System.Text.Json.JsonSerializer.Serialize(
        new FinishedItem(
            dossier.Code, dossier.Procedure.Code, dossier.Handler, dossier.SubmittedAt, doneAt, deadline.OwedAt, dossier.Apology is ApologyState.Sent),
            OfficeJson.Stored);
}
