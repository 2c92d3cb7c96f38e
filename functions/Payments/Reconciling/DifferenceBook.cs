using System.Globalization;
using System.Text.Json;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Payments.Reconciling;

/// <summary>What a person found out about a difference.</summary>
/// <param name="By">Directory id.</param>
public sealed record Explanation(string Reference, string Reason, string By, DateTimeOffset At);

/// <summary>Explanations of differences; a day made anew from a later file keeps them.</summary>
public sealed class DifferenceBook(Reconciler reconciler, ITables tables)
{
    private const string Json = "J";

    private readonly ITable _table = tables[Tables.Payments];

    /// <summary>A day with what was said of each difference; null when it is not reconciled.</summary>
    public async Task<Reconciliation?> FindAsync(DateOnly day, CancellationToken ct)
    {
        var found = await reconciler.FindAsync(day, ct);
        if (found is not { Differences.Count: > 0 })
        {
            return found;
        }

        var said = await _table.ReadAllAsync(RowRange.All(PartitionOf(day)), ct).Select(row => row.Json<Explanation>(Json)!)
            .ToDictionaryAsync(one => one.Reference, one => one.Reason, cancellationToken: ct);
        return found with
        {
            Differences = [.. found.Differences.Select(difference => difference with { Explained = said.GetValueOrDefault(difference.Reference) })],
        };
    }

    /// <summary>Said again it is what was said last.</summary>
    public async Task<Result<Reconciliation>> ExplainAsync(DateOnly day, Explanation explanation, CancellationToken ct)
    {
        if (await reconciler.FindAsync(day, ct) is not { } found)
        {
            return PaymentRefusals.NotReconciled.With(day);
        }

        if (found.Differences.All(difference => difference.Reference != explanation.Reference))
        {
            return PaymentRefusals.NoDifference.At("reference", explanation.Reference);
        }

        var json = new Dictionary<string, object?> { [Json] = JsonSerializer.Serialize(explanation, OfficeJson.Stored) };
        await _table.WriteAsync([RowChange.Upsert(new TableRow(PartitionOf(day), explanation.Reference, json))], ct);
        return (await FindAsync(day, ct))!;
    }

    /// <summary>References of the differences nobody has settled or explained, as <see cref="OpenDifferences"/> asks.</summary>
    public async Task<IReadOnlyList<string>> OpenAsync(DateOnly from, DateOnly to, CancellationToken ct)
    {
        var open = new List<string>();
        for (var day = from; day <= to; day = day.AddDays(1))
        {
            var found = await FindAsync(day, ct);
            open.AddRange((found?.Differences ?? []).Where(one => one is { Repaired: false, Explained: null }).Select(one => one.Reference));
        }

        return open;
    }

    private static string PartitionOf(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"explained:{day:yyyy-MM-dd}");
}
