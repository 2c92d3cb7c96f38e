using System.Text.Json.Serialization;
using PublicAdmin.Platform;

namespace PublicAdmin.Dossiers;

/// <summary>The dates of one dossier.</summary>
/// <param name="ReceivedAt">Valid receipt (tiếp nhận hợp lệ), not submission.</param>
/// <param name="StartsAt">The first instant that counts.</param>
/// <param name="PromisedAt">What the receipt says (hẹn trả kết quả). Never moves.</param>
/// <param name="OwedAt">
/// The first promise, moved only by what the law provides: the time it stops the clock, and the longer term when something must be verified. Ahead, on time and
/// late are judged on it:
/// an extension does not launder lateness, and waiting for the citizen's own papers does not cause it.
/// </param>
/// <param name="DueAt">When the office must be done: as <paramref name="OwedAt"/>, or the extended date. Escalation follows it.</param>
/// <param name="CalendarVersion">The year plans the promise was counted with.</param>
public sealed record Deadline(
    DateTimeOffset ReceivedAt, DateTimeOffset StartsAt, DateTimeOffset PromisedAt, DateTimeOffset OwedAt, DateTimeOffset DueAt, string CalendarVersion)
{
    /// <summary>Counted with a year whose holidays are only proposed, or follow from the law alone.</summary>
    [JsonIgnore]
    public bool IsProvisional => CalendarVersion.Contains('p', StringComparison.Ordinal);
}

/// <summary>The one extension a dossier may have (gia hạn).</summary>
/// <param name="By">Directory id of the head of the agency who granted it.</param>
/// <param name="From">The end it moved; null for extensions granted before this was kept.</param>
/// <param name="Lawful">
/// Within the days the procedure itself provides, such as two for certification: the result is not late within them, and nobody apologises.
/// </param>
/// <param name="Agreement">The written agreement with the applicant that a longer one rests on; null for none.</param>
public sealed record Extension(
    DateTimeOffset NewDueAt, string Reason, string By, DateTimeOffset At, DateTimeOffset? From = null, bool Lawful = false, string? Agreement = null);

/// <summary>Phải xác minh: what has to be verified with another agency; the procedure's longer term counts from then on, from the same receipt.</summary>
/// <param name="By">Directory id of the handler; shown to staff only.</param>
public sealed record Verification(string Reason, string? By, DateTimeOffset At);

/// <summary>How far the letter of apology (form 04) has come. Late dossiers are counted with and without it.</summary>
public enum ApologyState { None, Drafted, Sent }

/// <summary>What a pause does to the clock, by procedure.</summary>
public enum PausePolicy
{
    /// <summary>The clock stands still; time already used stays used.</summary>
    Pause,

    /// <summary>The whole term begins anew when the cause ends.</summary>
    Restart,
}

/// <summary>Why a clock stands still.</summary>
public enum PauseKind
{
    /// <summary>Chờ công dân bổ sung hồ sơ.</summary>
    Supplement,

    /// <summary>Yêu cầu thực hiện nghĩa vụ tài chính.</summary>
    FinancialDuty,

    /// <summary>Niêm yết công khai: outside the limit by law, for a time known beforehand.</summary>
    PublicPosting,
}

/// <summary>One line of the pause ledger (sổ tạm dừng).</summary>
/// <param name="To">Null while the clock still stands.</param>
/// <param name="LegalGround">The rule that stops the clock, for the citizen to read.</param>
/// <param name="Until">When the cause ends by itself, if that is known.</param>
/// <param name="Beyond">Beyond what the procedure provides: the end moves, what is owed does not.</param>
public sealed record Pause(
    PauseKind Kind, PausePolicy Policy, DateTimeOffset From, DateTimeOffset? To, string Reason, string LegalGround, DateTimeOffset? Until = null,
    bool Beyond = false)
{
    /// <summary>The same with both ends cut to the minute, as they are counted.</summary>
    public Pause ToMinutes() => this with { From = From.ToMinute(), To = To?.ToMinute() };
}
