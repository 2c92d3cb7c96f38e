using PublicAdmin.Deadlines;
using PublicAdmin.Dossiers;
using PublicAdmin.Procedures;

namespace PublicAdmin.Tests.Deadlines;

public class PauseTests
{
    private static readonly Deadline FiveDays = DeadlineClock.Start(
        Given.At("2026-11-16 09:00"), Term.WorkingDays(5), Given.Office).Value; // due Monday 23, 17:00

    [Theory]
    [InlineData("2026-11-17 10:00", "2026-11-17 10:01", "2026-11-25 07:01")] // one minute; the 24th is off
    [InlineData("2026-11-17 10:00", "2026-11-17 15:00", "2026-11-25 10:00")] // three working hours: lunch does not count
    [InlineData("2026-11-17 17:00", "2026-11-18 07:00", "2026-11-23 17:00")] // a night costs nothing
    [InlineData("2026-11-20 17:00", "2026-11-23 07:00", "2026-11-23 17:00")] // nor does a weekend
    [InlineData("2026-11-17 10:00", "2026-11-27 10:00", "2026-12-03 17:00")] // seven working days: the 24th does not count
    [InlineData("2026-11-16 10:00", "2026-11-17 09:00", "2026-11-25 09:00")] // only the part after the clock began
    public void A_pause_moves_the_end_by_the_working_time_it_lasted(string from, string to, string due)
    {
        var resumed = Resume(FiveDays, from, to, PausePolicy.Pause);

        Assert.Equal(Given.At(due), resumed.DueAt);
        Assert.Equal(Given.At(due), resumed.OwedAt);
    }

    [Fact]
    public void The_first_promise_never_moves()
    {
        var resumed = Resume(FiveDays, "2026-11-17 10:00", "2026-11-27 10:00", PausePolicy.Pause);
        var again = Resume(resumed, "2026-11-30 08:00", "2026-12-01 08:00", PausePolicy.Restart);

        Assert.Equal(Given.At("2026-11-23 17:00"), again.PromisedAt);
    }

    [Fact]
    public void A_procedure_that_restarts_gets_its_whole_term_again()
    {
        var resumed = Resume(FiveDays, "2026-11-19 10:00", "2026-11-27 10:00", PausePolicy.Restart);

        Assert.Equal(Given.At("2026-11-30 07:00"), resumed.StartsAt);
        Assert.Equal(Given.At("2026-12-04 17:00"), resumed.DueAt);
    }

    [Theory]
    [InlineData(PausePolicy.Pause)]
    [InlineData(PausePolicy.Restart)]
    public void A_dossier_already_overdue_stays_overdue_whatever_pauses(PausePolicy policy)
    {
        var resumed = Resume(FiveDays, "2026-11-25 10:00", "2026-11-27 10:00", policy);

        Assert.Equal(FiveDays.DueAt, resumed.DueAt);
    }

    [Fact]
    public void A_restarted_term_keeps_the_bonus_of_the_commune()
    {
        var term = Term.WorkingDays(8, localityBonus: 10) with { Policy = PausePolicy.Restart };
        var land = DeadlineClock.Start(Given.At("2026-11-02 09:00"), term, Given.Office, difficultCommune: true).Value;
        var pause = APause("2026-11-03 09:00", "2026-11-20 09:00", PausePolicy.Restart);

        var resumed = DeadlineClock.Resume(land, pause, term, Given.Office, difficultCommune: true);

        Assert.Equal(Given.At("2026-12-17 17:00"), resumed.DueAt);
    }

    [Fact]
    public void A_term_in_calendar_days_moves_by_whole_days()
    {
        var term = Term.CalendarDays(30);
        var mediation = DeadlineClock.Start(Given.At("2026-10-21 10:00"), term, Given.Office).Value; // due Friday 20 November

        var resumed = DeadlineClock.Resume(mediation, APause("2026-11-02 09:00", "2026-11-06 10:00", PausePolicy.Pause), term, Given.Office);

        Assert.Equal(Given.At("2026-11-25 17:00"), resumed.DueAt); // four midnights, so Tuesday 24 November, which is off
    }

    [Fact]
    public void Time_left_is_exact_to_the_minute() =>
        Assert.Equal(TimeSpan.FromMinutes(83), DeadlineClock.Remaining(Given.At("2026-11-23 15:37"), FiveDays.StartsAt, FiveDays.DueAt, Given.Office));

    private static Deadline Resume(Deadline deadline, string from, string to, PausePolicy policy) =>
        DeadlineClock.Resume(deadline, APause(from, to, policy), Term.WorkingDays(5), Given.Office);

    private static Pause APause(string from, string to, PausePolicy policy) =>
        new(PauseKind.Supplement, policy, Given.At(from), Given.At(to), "Thiếu giấy chứng sinh", "Nghị định 118/2025/NĐ-CP");
}
