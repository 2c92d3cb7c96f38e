using PublicAdmin.Platform;

namespace PublicAdmin.Deadlines.Calendar;

/// <summary>What a decision can make of a day.</summary>
public enum EntryKind
{
    /// <summary>Ngày nghỉ lễ, nghỉ bù, nghỉ hoán đổi: a weekday on which offices are closed.</summary>
    DayOff,

    /// <summary>Ngày làm bù: a Saturday or Sunday on which offices work in exchange.</summary>
    WorkedDay,
}

/// <summary>One day that is not what its weekday says, and who decided so.</summary>
public sealed record CalendarEntry(DateOnly Day, EntryKind Kind, Text Name, string Source);

/// <summary>What was decided for one year (kế hoạch nghỉ lễ của năm).</summary>
/// <param name="Version">Counts up with each change; a dossier remembers the one its term was counted with.</param>
/// <param name="Provisional">Only proposed so far: terms may be counted with it, and say so.</param>
/// <param name="Source">The decision or notice the plan rests on.</param>
public sealed record YearPlan(int Year, int Version, bool Provisional, string Source, IReadOnlyList<CalendarEntry> Entries);
