using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Platform.Lines;

/// <summary>When a line failed.</summary>
/// <param name="Code">Stable: <c>http-503</c>, <c>unreachable</c>, <c>timeout</c>, or the other side's own.</param>
/// <param name="Since">The first failure after the last success.</param>
public sealed record LineFailure(DateTimeOffset At, string Code, DateTimeOffset Since);

/// <summary>How lines lie in the table Lists: one row for the last success, one for the last failure; and one per message that waits for a line.</summary>
internal static class LineRows
{
    private const string At = "At";
    private const string Line = "Line";
    private const string Reason = "Code";
    private const string Began = "Since";
    private const string NextTry = "Due";

    public const string Good = "good";
    public const string Bad = "bad";

    public static string PartitionOf(string line) => $"line:{line}";

    public static string WaitingAt(string queue) => $"linewaits:{queue}";

    public static TableRow ToGood(string line, DateTimeOffset at) => new(PartitionOf(line), Good, new Dictionary<string, object?> { [At] = at });

    public static TableRow ToBad(string line, LineFailure failure) => new(
        PartitionOf(line), Bad, new Dictionary<string, object?> { [At] = failure.At, [Reason] = failure.Code, [Began] = failure.Since });

    public static TableRow ToWaiting(string queue, string message, string line, DateTimeOffset since, DateTimeOffset due) =>
        new(WaitingAt(queue), message, new Dictionary<string, object?> { [Line] = line, [Began] = since, [NextTry] = due });

    public static DateTimeOffset? ToSuccess(TableRow? row) => row?.Instant(At);

    public static LineFailure? ToFailure(TableRow? row) => row is null ? null : new(row.Instant(At), row.Text(Reason), row.Instant(Began));

    public static DateTimeOffset SinceOf(TableRow row) => row.Instant(Began);

    public static DateTimeOffset DueOf(TableRow row) => row.Instant(NextTry);

    public static string LineOf(TableRow row) => row.Text(Line);
}
