using PublicAdmin.Dossiers;

namespace PublicAdmin.Procedures;

/// <summary>In what a term is counted.</summary>
public enum TermUnit
{
    /// <summary>Giờ làm việc, from the moment of receipt.</summary>
    WorkingHours,

    /// <summary>Nửa ngày làm việc: four working hours, from the moment of receipt.</summary>
    HalfWorkingDays,

    /// <summary>Ngày làm việc: from the day after receipt, to closing time of the last.</summary>
    WorkingDays,

    /// <summary>Ngày: every day counts; an end on a closed day moves to the next working day (Civil Code 2015, Article 148(5)).</summary>
    CalendarDays,

    /// <summary>Trong ngày: closing time of the day of receipt; received after 15:00, of the next working day.</summary>
    SameDay,

    /// <summary>Theo thỏa thuận: until a moment agreed in writing with the citizen.</summary>
    ByAgreement,
}

/// <summary>How long a procedure may take (thời hạn giải quyết).</summary>
/// <param name="Value">Hours, half days or days by <paramref name="Unit"/>; 0 for a same-day or agreed term.</param>
/// <param name="LocalityBonus">Working days added in a mountainous or difficult commune: 10 for land procedures; only for terms in working days.</param>
public sealed record Term(TermUnit Unit, int Value, int LocalityBonus = 0, PausePolicy Policy = PausePolicy.Pause)
{
    /// <summary>Nhận sau 15 giờ: a same-day procedure received later than this is due the next working day.</summary>
    public static readonly TimeOnly CutOff = new(15, 0);

    public static Term SameDay { get; } = new(TermUnit.SameDay, 0);

    public static Term ByAgreement { get; } = new(TermUnit.ByAgreement, 0);

    public static Term WorkingHours(int hours) => new(TermUnit.WorkingHours, hours);

    public static Term HalfWorkingDays(int halves) => new(TermUnit.HalfWorkingDays, halves);

    public static Term WorkingDays(int days, int localityBonus = 0) => new(TermUnit.WorkingDays, days, localityBonus);

    public static Term CalendarDays(int days) => new(TermUnit.CalendarDays, days);

    /// <summary>The value in force: with the bonus where the commune is difficult.</summary>
    public int ValueIn(bool difficultCommune) => difficultCommune && Unit is TermUnit.WorkingDays ? Value + LocalityBonus : Value;
}
