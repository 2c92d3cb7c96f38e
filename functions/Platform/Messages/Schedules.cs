namespace PublicAdmin.Platform.Messages;

/// <summary>
/// When the timer functions run: NCrontab with seconds (second minute hour day month weekday) in office time. A function names one
/// as <c>[TimerTrigger("%Name%")]</c>; a setting of the same name overrides it. Azure counts in UTC, so infra/ shifts the hours by seven.
/// </summary>
public static class Schedules
{
    public static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>
    {
        ["EscalateDeadlinesSchedule"] = "0 */5 * * * *",
        ["EscalatePetitionsSchedule"] = "0 15 7 * * *",
        ["PassOnRemindersSchedule"] = "0 20 7 * * *",
        ["TellChairmanSchedule"] = "0 45 7 * * *",
        ["SendMorningDigestSchedule"] = "0 30 7 * * *",
        ["KeepForecastsSchedule"] = "0 0 6 * * *",
        ["ReconcileSerialsSchedule"] = "0 30 2 * * *",
        ["SealAuditSchedule"] = "0 10 * * * *",
        ["CheckSealsSchedule"] = "0 30 3 * * *",
        ["FinishErasuresSchedule"] = "0 40 * * * *",
        ["RollUpStatisticsSchedule"] = "30 * * * * *",
        ["CheckBooksSchedule"] = "0 15 4 * * *",
        ["AskForPaymentsSchedule"] = "0 */10 * * * *",
        ["WatchPortalSchedule"] = "0 */10 * * * *",
        ["ReconcilePortalSchedule"] = "0 0 2 * * *",
        ["ReconcilePaymentsSchedule"] = "0 0 6 * * *",
        ["PurgeDraftsSchedule"] = "0 45 2 * * *",
        ["RemoveOutdatedSchedule"] = "0 50 2 * * *",
        ["PurgeStaleUploadsSchedule"] = "0 30 2 * * *",
    };
}
