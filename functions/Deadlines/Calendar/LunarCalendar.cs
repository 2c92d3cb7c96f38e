namespace PublicAdmin.Deadlines.Calendar;

/// <summary>
/// Âm lịch Việt Nam: on which day of our calendar a day of the lunar year falls. New moons and the sun's place by the short series of
/// J. Meeus, Astronomical Formulae for Calculators, at the meridian of UTC+7; there it parts from the Chinese calendar in a few years, such as 2030.
/// </summary>
public static class LunarCalendar
{
    private const double Radians = Math.PI / 180;
    private const double Month = 29.530588853; // Days from one new moon to the next.
    private const double FirstNewMoon = 2415021.076998695; // That of 1 January 1900.
    private const double Meridian = 7.0 / 24;
    private const int JulianDayZero = 1721426; // Of 1 January of the year 1.
    private const int WinterSolstice = 9; // The sun's sign, counted in twelfths of its way from the spring equinox.

    /// <param name="year">The year of our calendar in which the lunar year begins.</param>
    /// <param name="month">1 to 10 of the lunar year, never a leap month.</param>
    /// <param name="day">1 to 30.</param>
    public static DateOnly DayOf(int year, int month, int day)
    {
        var (before, after) = (EleventhMonth(year - 1), EleventhMonth(year));
        var first = (int)Math.Floor(0.5 + ((before - FirstNewMoon) / Month));
        var months = month + 1;
        if (after - before > 365 && months >= LeapMonth(first))
        {
            months++;
        }

        return DateOnly.FromDayNumber(NewMoon(first + months) + day - 1 - JulianDayZero);
    }

    // The eleventh month is the one with the winter solstice; the others are counted from it.
    private static int EleventhMonth(int year)
    {
        var moons = (int)Math.Floor((new DateOnly(year, 12, 31).DayNumber + JulianDayZero - 2415021) / Month);
        var start = NewMoon(moons);
        return SunSign(start) >= WinterSolstice ? NewMoon(moons - 1) : start;
    }

    // Of thirteen months the first in which the sun enters no new sign is the leap month.
    private static int LeapMonth(int first)
    {
        var month = 1;
        while (month < 13 && SunSign(NewMoon(first + month)) != SunSign(NewMoon(first + month + 1)))
        {
            month++;
        }

        return month;
    }

    private static int SunSign(int day)
    {
        var centuries = (day - 2451545.5 - Meridian) / 36525;
        var anomaly = Radians * (357.52910 + (35999.05030 * centuries) - (0.0001559 * centuries * centuries));
        var longitude = 280.46645 + (36000.76983 * centuries) + (0.0003032 * centuries * centuries)
            + ((1.914600 - (0.004817 * centuries)) * Math.Sin(anomaly)) + ((0.019993 - (0.000101 * centuries)) * Math.Sin(2 * anomaly))
            + (0.000290 * Math.Sin(3 * anomaly));
        return (int)Math.Floor((longitude - (360 * Math.Floor(longitude / 360))) / 30);
    }

    // The Julian day, counted at our meridian, of the n-th new moon since 1900.
    private static int NewMoon(int n)
    {
        var t = n / 1236.85;
        var mean = 2415020.75933 + (29.53058868 * n) + (0.0001178 * t * t) - (0.000000155 * t * t * t)
            + (0.00033 * Math.Sin(Radians * (166.56 + (132.87 * t) - (0.009173 * t * t))));
        var sun = Radians * (359.2242 + (29.10535608 * n) - (0.0000333 * t * t));
        var moon = Radians * (306.0253 + (385.81691806 * n) + (0.0107306 * t * t));
        var node = Radians * (21.2964 + (390.67050646 * n) - (0.0016528 * t * t));
        var clocks = -0.000278 + (0.000265 * t) + (0.000262 * t * t); // Dynamical time is ahead of ours.
        return (int)Math.Floor(mean + Correction(t, sun, moon, node) - clocks + 0.5 + Meridian);
    }

    private static double Correction(double t, double sun, double moon, double node) =>
        ((0.1734 - (0.000393 * t)) * Math.Sin(sun)) + (0.0021 * Math.Sin(2 * sun))
        - (0.4068 * Math.Sin(moon)) + (0.0161 * Math.Sin(2 * moon)) - (0.0004 * Math.Sin(3 * moon))
        + (0.0104 * Math.Sin(2 * node)) - (0.0051 * Math.Sin(sun + moon)) - (0.0074 * Math.Sin(sun - moon))
        + (0.0004 * Math.Sin((2 * node) + sun)) - (0.0004 * Math.Sin((2 * node) - sun)) - (0.0006 * Math.Sin((2 * node) + moon))
        + (0.0010 * Math.Sin((2 * node) - moon)) + (0.0005 * Math.Sin((2 * moon) + sun));
}
