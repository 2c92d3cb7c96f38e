using System.Collections.Concurrent;

namespace PublicAdmin.Deadlines.Calendar;

/// <summary>
/// Lịch dự kiến theo luật: a year nobody has planned yet, made from the law, so that no desk stands still for it. Every day that may be off is
/// taken as off (Tết and the day beside National Day are chosen each year by the Prime Minister), so the official calendar can only bring a date forward.
/// Its version is 0 and it is always provisional.
/// </summary>
public static class StatutoryYear
{
    private const string LabourCode = "Bộ luật Lao động 2019, Điều 112";
    private const string InLieu = "Bộ luật Lao động 2019, Điều 111 khoản 3 và Điều 112";
    private const int CultureDaySince = 2026;

    private static readonly ConcurrentDictionary<int, YearPlan> Plans = new();

    public static YearPlan Of(int year) => Plans.GetOrAdd(year, Plan);

    private static YearPlan Plan(int year)
    {
        var holidays = HolidaysOf(year).ToList();
        var entries = holidays.Where(holiday => !OfficeCalendar.IsWeekend(holiday.Day)).DistinctBy(holiday => holiday.Day).ToDictionary(holiday => holiday.Day);
        foreach (var holiday in holidays.Where(holiday => OfficeCalendar.IsWeekend(holiday.Day)))
        {
            var instead = holiday.Day;
            while (OfficeCalendar.IsWeekend(instead) || entries.ContainsKey(instead))
            {
                instead = instead.AddDays(1);
            }

            entries.Add(instead, DayOff(instead, $"Nghỉ bù {holiday.Name.Vi}", $"In lieu of {holiday.Name.En}", InLieu));
        }

        return new YearPlan(
            year, 0, Provisional: true, "Dự kiến theo luật: ngày nghỉ lễ, Tết theo Bộ luật Lao động 2019 và âm lịch; chưa có quyết định của năm",
            [.. entries.Values.OrderBy(entry => entry.Day)]);
    }

    private static IEnumerable<CalendarEntry> HolidaysOf(int year)
    {
        var (tet, national) = (LunarCalendar.DayOf(year, 1, 1), new DateOnly(year, 9, 2));
        yield return DayOff(new(year, 1, 1), "Tết Dương lịch", "New Year's Day");
        for (var day = tet.AddDays(-2); day <= tet.AddDays(3); day = day.AddDays(1))
        {
            yield return DayOff(day, "Tết Nguyên đán (dự kiến)", "Lunar New Year (expected)");
        }

        yield return DayOff(LunarCalendar.DayOf(year, 3, 10), "Giỗ Tổ Hùng Vương", "Hùng Kings' Commemoration Day");
        yield return DayOff(new(year, 4, 30), "Ngày Giải phóng miền Nam", "Reunification Day");
        yield return DayOff(new(year, 5, 1), "Ngày Quốc tế Lao động", "International Labour Day");
        yield return DayOff(national, "Quốc khánh", "National Day");
        foreach (var beside in new[] { national.AddDays(-1), national.AddDays(1) }.Where(day => !OfficeCalendar.IsWeekend(day)))
        {
            yield return DayOff(beside, "Quốc khánh (ngày liền kề, dự kiến)", "National Day (adjoining day, expected)");
        }

        if (year >= CultureDaySince)
        {
            yield return DayOff(new(year, 11, 24), "Ngày Văn hóa Việt Nam", "Vietnamese Culture Day", "Nghị quyết 28/2026/QH16");
        }
    }

    private static CalendarEntry DayOff(DateOnly day, string vi, string en, string source = LabourCode) => new(day, EntryKind.DayOff, new(vi, en), source);
}
