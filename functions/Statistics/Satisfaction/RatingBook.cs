using System.Text.Json;
using PublicAdmin.Dossiers;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;
using PublicAdmin.Platform.Storage;
using PublicAdmin.Statistics.Rollups;

namespace PublicAdmin.Statistics.Satisfaction;

/// <summary>Ratings by dossier, and by office the newest first. A rating changes the dossier's fact, so the books are told.</summary>
public sealed class RatingBook(ITables tables, ChangedFacts changed)
{
    private const string ByCode = "ratings";
    private const string Json = "J";

    private static readonly TimeSpan Window = TimeSpan.FromDays(30);
    private static readonly TimeSpan Changeable = TimeSpan.FromDays(7);

    private readonly ITable _table = tables[Tables.Statistics];

    public async Task<Rating?> FindAsync(DossierCode code, CancellationToken ct) => (await _table.FindAsync(ByCode, code.ToString(), ct))?.Json<Rating>(Json);

    /// <returns>The rating as it is kept; saying the same again changes nothing.</returns>
    public Task<Result<Rating>> GiveAsync(Dossier dossier, RatingForm form, RatingWay way, DateTimeOffset now, CancellationToken ct) =>
        Contention.UntilWrittenAsync(() => GiveOnceAsync(dossier, form, way, now, ct), ct);

    /// <summary>Its words go with an erased dossier; what it counts stays.</summary>
    public async Task ForgetTextAsync(DossierCode code, CancellationToken ct)
    {
        if (await _table.FindAsync(ByCode, code.ToString(), ct) is { } row && row.Json<Rating>(Json) is { Text: not null } rating)
        {
            var values = new Dictionary<string, object?> { [Json] = JsonSerializer.Serialize(rating with { Text = null }, OfficeJson.Stored) };
            await _table.WriteAsync([RowChange.Replace(row with { Values = values })], ct);
        }
    }

    private async Task<Result<Rating>> GiveOnceAsync(Dossier dossier, RatingForm form, RatingWay way, DateTimeOffset now, CancellationToken ct)
    {
        if (dossier.Milestones.LastOrDefault(milestone => milestone.Phase is Phase.Returned) is not { } returned)
        {
            return RatingRefusals.NotReturned.With(dossier.Code);
        }

        var row = await _table.FindAsync(ByCode, dossier.Code.ToString(), ct);
        var before = row?.Json<Rating>(Json);
        if (before?.Says(form) is true)
        {
            return before;
        }

        if (before is null ? now > returned.At + Window : now > before.FirstAt + Changeable || before.At != before.FirstAt)
        {
            return before is null ? RatingRefusals.TooLate.With() : RatingRefusals.NotAgain.With();
        }

        var rating = new Rating(
            dossier.Code, dossier.Places.Competent ?? dossier.Places.Receipt, form.Satisfied, form.Answers ?? new Dictionary<string, int>(), form.Text,
            before?.FirstAt ?? now, now, way);
        await changed.NoteAsync(dossier, now, ct); // Before the rating: one too many looks costs nothing, one too few loses a number.
        await WriteAsync(rating, row?.Tag, ct);
        return rating;
    }

    public async Task<PageOf<Rating>> ListAsync(string office, PageAsked page, CancellationToken ct)
    {
        var rows = await _table.ScanAsync(RowRange.All(PartitionOf(office)).After(page.After), page.Limit, ct);
        var ratings = new List<Rating>();
        foreach (var row in rows.Rows)
        {
            // A line whose rating was never kept, or was kept at another moment, names nothing.
            ratings.AddRange(await FindAsync(DossierCode.Parse(row.Key.Split('|')[1]), ct) is { } rating && KeyOf(rating) == row.Key ? [rating] : []);
        }

        return new(ratings, rows.More ? PageAsked.CursorOf(rows.Rows[^1].Key) : null);
    }

    // Listed first: a line without its rating is passed over, a rating without a line would be missed.
    private async Task WriteAsync(Rating rating, string? tag, CancellationToken ct)
    {
        await _table.WriteAsync([RowChange.Upsert(new TableRow(PartitionOf(rating.Office), KeyOf(rating), new Dictionary<string, object?>()))], ct);
        var values = new Dictionary<string, object?> { [Json] = JsonSerializer.Serialize(rating, OfficeJson.Stored) };
        var row = new TableRow(ByCode, rating.Code.ToString(), values, tag);
        await _table.WriteAsync([tag is null ? RowChange.Insert(row) : RowChange.Replace(row)], ct);
    }

    private static string KeyOf(Rating rating) => $"{DateTimeOffset.MaxValue.UtcTicks - rating.FirstAt.UtcTicks:D19}|{rating.Code}";

    private static string PartitionOf(string office) => $"ratings:{office}";
}
