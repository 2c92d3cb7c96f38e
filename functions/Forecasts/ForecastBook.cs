using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Forecasts;

/// <summary>A forecast that was kept: when it was made and what it said.</summary>
public sealed record KeptForecast(DateOnly Day, DateTimeOffset MadeAt, IReadOnlyList<KeptPrediction> Predictions);

/// <summary>
/// The forecasts of an office until they are judged, and their judgements for ever. One partition per office and day for the predictions, one per
/// office for the days kept and one for the scores: writing the same day twice is writing it once.
/// </summary>
public sealed class ForecastBook(ITables tables)
{
    private const string Json = "J";
    private const string MadeAt = "At";
    private readonly ITable _lists = tables[Tables.Lists];

    /// <summary>Whether the office's forecast of a day is kept, or was and has been judged.</summary>
    public async Task<bool> HasAsync(string office, DateOnly day, CancellationToken ct) =>
        await _lists.FindAsync(DaysOf(office), Name(day), ct) is not null || await _lists.FindAsync(ScoresOf(office), Name(day), ct) is not null;

    /// <summary>The day is written last: a day that is there is whole.</summary>
    public async Task KeepAsync(string office, KeptForecast forecast, CancellationToken ct)
    {
        foreach (var batch in forecast.Predictions.Chunk(TableLimits.MaxChanges))
        {
            await _lists.WriteAsync([.. batch.Select(one => RowChange.Upsert(Row(PredictionsOf(office, forecast.Day), one.Code.ToString(), one)))], ct);
        }

        await _lists.WriteAsync(
            [RowChange.Upsert(new TableRow(DaysOf(office), Name(forecast.Day), new Dictionary<string, object?> { [MadeAt] = forecast.MadeAt }))], ct);
    }

    /// <summary>Kept forecasts of a day or earlier that nobody has judged yet.</summary>
    public async IAsyncEnumerable<KeptForecast> ToJudgeAsync(string office, DateOnly upTo, [EnumeratorCancellation] CancellationToken ct)
    {
        var days = await _lists.ReadAllAsync(new RowRange(DaysOf(office), "", Name(upTo.AddDays(1))), ct).ToListAsync(ct);
        foreach (var row in days)
        {
            var day = DateOnly.ParseExact(row.Key, "yyyyMMdd", CultureInfo.InvariantCulture);
            var predictions = await _lists.ReadAllAsync(RowRange.All(PredictionsOf(office, day)), ct).Select(one => one.Json<KeptPrediction>(Json)!)
                .ToListAsync(ct);
            yield return new KeptForecast(day, row.Instant(MadeAt), predictions);
        }
    }

    /// <summary>
    /// The score is written before anything is taken away, so that dying in between loses nothing; the first one stays, because a second run may have found
    /// half.
    /// </summary>
    public async Task JudgeAsync(string office, KeptForecast forecast, IReadOnlyDictionary<string, ForecastScore> scores, CancellationToken ct)
    {
        await TryAsync([RowChange.Insert(Row(ScoresOf(office), Name(forecast.Day), scores))], ct);
        foreach (var batch in forecast.Predictions.Chunk(TableLimits.MaxChanges))
        {
            await TryAsync([.. batch.Select(one => RowChange.Delete(PredictionsOf(office, forecast.Day), one.Code.ToString()))], ct);
        }

        await TryAsync([RowChange.Delete(DaysOf(office), Name(forecast.Day))], ct);
    }

    /// <summary>By procedure, added up over the forecasts made since a day; and how many there were.</summary>
    public async Task<(int Forecasts, IReadOnlyDictionary<string, ForecastScore> Scores)> PastAsync(string office, DateOnly since, CancellationToken ct)
    {
        var days = await _lists.ReadAllAsync(new RowRange(ScoresOf(office), Name(since), null), ct)
            .Select(row => row.Json<Dictionary<string, ForecastScore>>(Json)!).ToListAsync(ct);
        var sums = days.SelectMany(day => day).GroupBy(one => one.Key, one => one.Value)
            .ToDictionary(group => group.Key, group => group.Aggregate(ForecastScore.None, (sum, one) => sum + one));
        return (days.Count, sums);
    }

    private async Task TryAsync(IReadOnlyList<RowChange> changes, CancellationToken ct)
    {
        try
        {
            await _lists.WriteAsync(changes, ct);
        }
        catch (StaleRowException)
        {
            // Another run judged the same day first.
        }
    }

    private static TableRow Row<T>(string partition, string key, T value) =>
        new(partition, key, new Dictionary<string, object?> { [Json] = JsonSerializer.Serialize(value, OfficeJson.Stored) });

    private static string DaysOf(string office) => $"fd:{office}";

    private static string ScoresOf(string office) => $"fs:{office}";

    private static string PredictionsOf(string office, DateOnly day) => $"fp:{office}:{Name(day)}";

    private static string Name(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
}
