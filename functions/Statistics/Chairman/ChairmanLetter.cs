using System.Globalization;
using PublicAdmin.Deadlines.Calendar;
using PublicAdmin.Deadlines.Hours;
using PublicAdmin.Identity;
using PublicAdmin.Notifications.Staff;
using PublicAdmin.Offices;
using PublicAdmin.Platform;

namespace PublicAdmin.Statistics.Chairman;

/// <summary>The weekly letter: once a week, on its first working day, and only when something is long overdue.</summary>
public sealed class ChairmanLetter(ChairmanDesk desk, OfficeLetters letters, OfficeDirectory offices, CalendarBook calendar, TimeProvider clock)
{
    public async Task SendAsync(CancellationToken ct)
    {
        var today = clock.Today();
        var monday = today.AddDays(-(((int)today.DayOfWeek + 6) % 7));
        if (calendar.Current.Calendar.WorkingDayFrom(monday) != today || await desk.LongOverdueAsync(ct) is not { Count: > 0 } found)
        {
            return;
        }

        IReadOnlyList<LetterPlace> chairman = offices.Province(today) is { } province ? [new(Role.Leader, province.Code)] : [];
        await letters.SendAsync(
            "long-overdue", $"long-overdue:{today:yyyy-MM-dd}", WorkingTime.At(today, TimeOnly.MinValue), FactsOf(found),
            [.. chairman, new(Role.Supervisor, Duty.Everywhere)], ct);
    }

    private static Dictionary<string, Text> FactsOf(IReadOnlyList<LongOverdue> found) => new()
    {
        ["count"] = Text.Same(found.Sum(one => one.Count).ToString(CultureInfo.InvariantCulture)),
        ["offices"] = Text.Same(found.Count.ToString(CultureInfo.InvariantCulture)),
        ["list"] = Text.Same(string.Join(" ", found.Select(ChairmanWords.Of))),
    };
}
