using System.Globalization;
using PublicAdmin.Documents.Checking;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Documents.Uploads;

/// <summary>
/// How uploads lie in table Uploads: one partition per owner with <c>o…</c> for bytes on their way, <c>c…</c> for bytes that are
/// there, <c>q</c> for what may still be sent; and partitions <c>stale-2026-11-28</c> naming what may be thrown away that day.
/// </summary>
internal static class UploadRows
{
    public const string OpenPrefix = "o";
    public const string StoredPrefix = "c";
    public const string AllowanceKey = "q";

    private const string Name = "Name";
    private const string Size = "Size";
    private const string ChunkSize = "ChunkSize";
    private const string By = "By";
    private const string Office = "Office";
    private const string At = "At";
    private const string Leaving = "Leaving";
    private const string Hashes = "Hashes";
    private const string Check = "Check";
    private const string UsedAt = "UsedAt";
    private const string Day = "Day";
    private const string Bytes = "Bytes";
    private const string Open = "Open";

    public static TableRow ToRow(OpenUpload upload) => new(
        upload.Id.Owner,
        OpenPrefix + upload.Id.Sha256,
        new Dictionary<string, object?>
        {
            [Name] = upload.Name,
            [Size] = upload.Plan.Size,
            [ChunkSize] = (long)upload.Plan.ChunkSize,
            [By] = upload.Source.By,
            [Office] = upload.Source.Office,
            [At] = upload.StartedAt,
            [Leaving] = upload.Leaving ? true : null,
        },
        upload.Tag);

    public static OpenUpload ToOpen(TableRow row) => new(
        IdOf(row), row.Text(Name), PlanOf(row), new UploadSource(row.Text(By), row.TextOrNull(Office)), row.Instant(At), row.Tag)
    { Leaving = row.Flag(Leaving) };

    public static TableRow ToRow(StoredPaper paper) => new(
        paper.Id.Owner,
        StoredPrefix + paper.Id.Sha256,
        new Dictionary<string, object?>
        {
            [Name] = paper.Name,
            [Size] = paper.Plan.Size,
            [ChunkSize] = (long)paper.Plan.ChunkSize,
            [By] = paper.Source.By,
            [Office] = paper.Source.Office,
            [Hashes] = paper.Plan.Count == 1 ? null : paper.ChunkHashes, // Of one chunk it is the paper's own, which the key holds.
            [At] = paper.CompletedAt,
            [Check] = StoredCheck.Write(paper.Check),
            [UsedAt] = paper.UsedAt,
            [Leaving] = paper.Leaving ? true : null,
        },
        paper.Tag);

    public static StoredPaper ToStored(TableRow row) => new(
        IdOf(row),
        row.Text(Name),
        PlanOf(row),
        new UploadSource(row.Text(By), row.TextOrNull(Office)),
        row.BytesOrNull(Hashes) ?? (PlanOf(row).Count == 1 ? Convert.FromHexString(IdOf(row).Sha256) : []),
        row.Instant(At),
        StoredCheck.Read(row.Text(Check)),
        row.InstantOrNull(UsedAt),
        row.Tag)
    { Leaving = row.Flag(Leaving) };

    public static TableRow ToRow(string owner, UploadAllowance allowance) => new(
        owner,
        AllowanceKey,
        new Dictionary<string, object?>
        {
            [Day] = allowance.Day.ToString("O", CultureInfo.InvariantCulture),
            [Bytes] = allowance.Bytes,
            [Open] = (long)allowance.Open
        },
        allowance.Tag);

    public static UploadAllowance ToAllowance(TableRow row) => new(row.DayOrNull(Day)!.Value, row.Number(Bytes), (int)row.Number(Open), row.Tag);

    public static string StalePartition(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"stale-{day:yyyy-MM-dd}");

    public static TableRow ToStale(UploadId id, DateOnly day) => new(StalePartition(day), id.ToString(), new Dictionary<string, object?>());

    private static UploadId IdOf(TableRow row) => UploadId.Of(new PaperOwner(row.Partition), row.Key[1..]);

    private static ChunkPlan PlanOf(TableRow row) => new(row.Number(Size), (int)row.Number(ChunkSize));
}
