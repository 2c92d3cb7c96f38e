using System.Globalization;
using PublicAdmin.Deadlines.Calendar;
using PublicAdmin.Deadlines.Hours;
using PublicAdmin.Identity;
using PublicAdmin.Offices;
using PublicAdmin.Platform;

namespace PublicAdmin.Notifications.Staff;

/// <summary>
/// From 1 October on every administrator hears, once a week, that next year's calendar is not decided: dates that reach into it are provisional until
/// it is entered. It lies in their inbox; put in twice, it lies there once.
/// </summary>
public sealed class CalendarReminder(CalendarBook calendar, OfficeDirectory offices, StaffDirectory staff, Inbox inbox, TimeProvider clock)
{
    private const int FirstMonth = 10;
    private const string Letter = "calendar-unplanned";

    public async Task RemindAsync(CancellationToken ct)
    {
        var today = clock.Today();
        if (today.Month < FirstMonth || calendar.Current.Calendar.PlanOf(today.Year + 1) is not { Provisional: true } plan)
        {
            return;
        }

        var monday = today.AddDays(-(((int)today.DayOfWeek + 6) % 7));
        foreach (var administrator in await AdministratorsAsync(today, ct))
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"{Letter}:{plan.Year}:{monday:yyyyMMdd}");
            await inbox.PutAsync(Inbox.BoxOf(administrator), id, new InboxItem("", WorkingTime.At(monday, TimeOnly.MinValue), Letter, null, WordsOf(plan)), ct);
        }
    }

    private async Task<IReadOnlyList<string>> AdministratorsAsync(DateOnly today, CancellationToken ct)
    {
        var all = new HashSet<string>(StringComparer.Ordinal);
        foreach (var office in offices.All(today).Select(office => office.Code).Append(Duty.Everywhere))
        {
            all.UnionWith((await staff.HoldersAsync(Role.Administrator, office, today, ct)).Select(member => member.Id));
        }

        return [.. all];
    }

    private static InboxWords WordsOf(YearPlan plan) => new(
        new($"Chưa có lịch nghỉ chính thức năm {plan.Year}", $"The calendar of {plan.Year} is not decided"),
        new(
            $"Ngày hẹn trả kéo sang năm {plan.Year} đang tính theo lịch dự kiến ({plan.Source}) và được ghi là dự kiến. Khi có quyết định, hãy nhập lịch năm "
                + $"{plan.Year}.",
            $"Dates that reach into {plan.Year} are counted with a provisional calendar and marked so. Enter the calendar of {plan.Year} once it is decided."));
}
