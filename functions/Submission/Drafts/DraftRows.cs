using System.Globalization;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Submission.Drafts;

/// <summary>
/// How drafts lie in table Drafts: one partition per citizen with <c>m…</c> for what is said of a draft, <c>x…</c> for its content, so
/// that a list reads no contents, and <c>n</c> for how many there are; and partitions <c>ends-2026-12-20</c> naming what may end that day, each with its form.
/// </summary>
internal static class DraftRows
{
    public const string MetaPrefix = "m";
    public const string ContentPrefix = "x";
    public const string CountKey = "n";

    private const string Procedure = "Procedure";
    private const string Version = "V";
    private const string Bytes = "Bytes";
    private const string Sha256 = "Sha256";
    private const string SavedAt = "SavedAt";
    private const string Content = "Content";
    private const string Eform = "Eform";
    private const string Form = "Form";
    private const string Count = "Count";

    public static TableRow ToMeta(Draft draft) => new(
        draft.Owner,
        MetaPrefix + draft.Id,
        new Dictionary<string, object?>
        {
            [Procedure] = draft.Procedure,
            [Version] = draft.Version,
            [Bytes] = draft.Bytes,
            [Sha256] = draft.Sha256,
            [SavedAt] = draft.SavedAt,
            [Form] = draft.Form,
        },
        draft.Tag);

    public static Draft ToDraft(TableRow row) => new(
        row.Partition, row.Key[1..], row.TextOrNull(Procedure), row.Number(Version), row.Number(Bytes), row.Text(Sha256), row.Instant(SavedAt), row.Tag,
        row.TextOrNull(Form));

    // Bytes, not text: Azure counts two bytes for each letter of a text, and a property holds 64 KiB.
    public static TableRow ToContent(Draft draft, DraftContent content) =>
        new(draft.Owner, ContentPrefix + draft.Id, new Dictionary<string, object?> { [Content] = content.Form, [Eform] = content.Eform });

    public static DraftContent ToContent(TableRow row) => new(row.BytesOrNull(Content)!, row.BytesOrNull(Eform));

    public static TableRow ToCount(string owner, long count, string? tag) => new(owner, CountKey, new Dictionary<string, object?> { [Count] = count }, tag);

    public static long ToCount(TableRow row) => row.Number(Count);

    public static string EndsPartition(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"ends-{day:yyyy-MM-dd}");

    public static TableRow ToEnd(Draft draft) =>
        new(EndsPartition(EndOf(draft)), $"{draft.Owner}.{draft.Id}", new Dictionary<string, object?> { [Form] = draft.Form });

    public static (string Owner, string Id) ToEnd(TableRow row) => row.Key.Split('.', 2) is [var owner, var id] ? (owner, id) : ("", "");

    /// <summary>By which form the draft is filled in; null where nobody wrote it down.</summary>
    public static string? FormAt(TableRow end) => end.TextOrNull(Form);

    public static DateOnly EndOf(Draft draft) => DateOnly.FromDateTime(draft.ExpiresAt.Here().DateTime);
}
