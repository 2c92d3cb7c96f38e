using PublicAdmin.Dossiers;

namespace PublicAdmin.Statistics.Supervision;

/// <summary>Who is waited for.</summary>
public enum ReminderTier
{
    /// <summary>The office that was reminded.</summary>
    Office,

    /// <summary>Nobody answered in time: the tier above (Văn phòng UBND tỉnh).</summary>
    Province,

    /// <summary>It was answered.</summary>
    Answered,
}

/// <summary>What the head answered.</summary>
/// <param name="ExpectedOn">The day by which it will be done.</param>
/// <param name="By">Directory id.</param>
public sealed record ReminderAnswer(string Reason, DateOnly ExpectedOn, string By, DateTimeOffset At);

/// <summary>Đôn đốc: a supervisor urges an office on. Decision rights stay with the office: a reminder changes no date and no dossier.</summary>
/// <param name="Id">Made from who sent it and their key, so that sending twice reminds once.</param>
/// <param name="Dossiers">Codes; empty when it is about a number.</param>
/// <param name="Number">Name of a number in the definitions, such as overdueNoApology; null when dossiers are named.</param>
/// <param name="AnswerBy">The last day for an answer.</param>
public sealed record Reminder(
    string Id, string Office, IReadOnlyList<DossierCode> Dossiers, string? Number, string Text, DateOnly AnswerBy, string By, DateTimeOffset At,
    ReminderAnswer? Answer = null)
{
    public ReminderTier TierOn(DateOnly day) => Answer is not null ? ReminderTier.Answered : day > AnswerBy ? ReminderTier.Province : ReminderTier.Office;
}

/// <summary>A reminder as it stands today.</summary>
public sealed record ReminderView(Reminder Reminder, ReminderTier Tier);
