using FsCheck;
using FsCheck.Fluent;
using PublicAdmin.Deadlines;
using PublicAdmin.Deadlines.Explanation;
using PublicAdmin.Deadlines.Hours;
using PublicAdmin.Dossiers;
using PublicAdmin.Procedures;

namespace PublicAdmin.Tests.Deadlines;

/// <summary>What holds for every date, not only for those somebody thought of.</summary>
public class DeadlineProperties
{
    // Minutes from the first of January 2025 to the middle of 2027.
    private static readonly Gen<DateTimeOffset> Instants = Gen.Choose(0, 2 * 365 * 24 * 60).Select(minute => Given.At("2025-01-01 00:00").AddMinutes(minute));

    private static readonly Gen<Term> Terms = Gen.OneOf(
        Gen.Choose(1, 40).Select(Term.WorkingHours),
        Gen.Choose(1, 9).Select(Term.HalfWorkingDays),
        Gen.Choose(1, 40).Select(days => Term.WorkingDays(days)),
        Gen.Choose(1, 60).Select(Term.CalendarDays),
        Gen.Constant(Term.SameDay));

    [Fact]
    public void A_new_holiday_never_makes_a_term_shorter() => Hold(
        from received in Instants
        from term in Terms
        from offset in Gen.Choose(0, 90)
        select (received, term, offset), given =>
    {
        var holiday = WorkingTime.DayOf(given.received).AddDays(given.offset);
        var before = DeadlineClock.Start(given.received, given.term, Given.Office).Value;
        var after = DeadlineClock.Start(given.received, given.term, Given.OfficeWithDayOff(holiday)).Value;

        return after.DueAt >= before.DueAt;
    });

    [Fact]
    public void A_pause_of_n_working_minutes_moves_the_end_by_n() => Hold(
        from received in Instants
        from term in Terms.Where(term => term.Unit is not TermUnit.CalendarDays)
        from wait in Gen.Choose(0, 3 * 24 * 60)
        from length in Gen.Choose(0, 20 * 24 * 60)
        select (received, term, wait, length), given =>
    {
        var deadline = DeadlineClock.Start(given.received, given.term, Given.Office).Value;
        var from = deadline.StartsAt.AddMinutes(given.wait);
        var pause = new Pause(PauseKind.Supplement, PausePolicy.Pause, from, from.AddMinutes(given.length), "", "");
        var paused = from < deadline.DueAt ? Given.Office.Between(from, pause.To!.Value) : TimeSpan.Zero;

        var resumed = DeadlineClock.Resume(deadline, pause, given.term, Given.Office);

        return Given.Office.Between(deadline.DueAt, resumed.DueAt) == paused && resumed.PromisedAt == deadline.PromisedAt;
    });

    [Fact]
    public void What_is_left_after_a_pause_is_what_was_left_before() => Hold(
        from received in Instants
        from hours in Gen.Choose(1, 200)
        from wait in Gen.Choose(0, 24 * 60)
        from length in Gen.Choose(0, 20 * 24 * 60)
        select (received, hours, wait, length), given =>
    {
        var term = Term.WorkingHours(given.hours);
        var deadline = DeadlineClock.Start(given.received, term, Given.Office).Value;
        var pause = new Pause(
            PauseKind.Supplement, PausePolicy.Pause, given.received.AddMinutes(given.wait), given.received.AddMinutes(given.wait + given.length), "", "");
        var resumed = DeadlineClock.Resume(deadline, pause, term, Given.Office);

        return pause.From >= deadline.DueAt
            || DeadlineClock.Remaining(pause.From, deadline.StartsAt, deadline.DueAt, Given.Office)
            == DeadlineClock.Remaining(pause.To!.Value, deadline.StartsAt, resumed.DueAt, Given.Office);
    });

    [Fact]
    public void Counting_forward_and_measuring_agree() => Hold(
        from start in Instants
        from minutes in Gen.Choose(0, 40 * 8 * 60)
        select (start, minutes), given =>
    {
        var span = TimeSpan.FromMinutes(given.minutes);

        return Given.Office.Between(given.start, Given.Office.Add(given.start, span)) == span;
    });

    [Fact]
    public void Counting_back_and_measuring_agree() => Hold(
        from end in Instants
        from minutes in Gen.Choose(0, 20 * 8 * 60)
        select (end: end.AddDays(60), minutes), given =>
    {
        var span = TimeSpan.FromMinutes(given.minutes);

        return Given.Office.Between(Given.Office.Subtract(given.end, span), given.end) == span;
    });

    [Fact]
    public void A_later_receipt_is_never_due_earlier() => Hold(
        from received in Instants
        from later in Gen.Choose(0, 5 * 24 * 60)
        from term in Terms
        select (received, later, term), given =>
        DeadlineClock.Start(given.received.AddMinutes(given.later), given.term, Given.Office).Value.DueAt
        >= DeadlineClock.Start(given.received, given.term, Given.Office).Value.DueAt);

    [Fact]
    public void The_days_an_explanation_counts_are_the_term() => Hold(
        from received in Instants
        from term in Terms
        select (received, term), given =>
    {
        var facts = new DeadlineFacts(DeadlineClock.Start(given.received, given.term, Given.Office).Value, given.term, false, []);

        return Counted(facts) == Length(facts);
    });

    [Fact]
    public void They_still_are_after_two_pauses_at_any_second() => Hold(
        from received in Instants
        from term in Terms.Where(term => term.Unit is not TermUnit.SameDay)
        from policy in Gen.Elements(PausePolicy.Pause, PausePolicy.Restart)
        from times in Gen.ArrayOf(Gen.Choose(1, 5 * 24 * 3600), 4)
        select (received, term, policy, times), given =>
    {
        var facts = new DeadlineFacts(DeadlineClock.Start(given.received, given.term, Given.Office).Value, given.term, false, []);
        var first = given.received.AddSeconds(given.times[0]);
        var second = first.AddSeconds(given.times[1] + given.times[2]);
        facts = AfterPause(facts, given.policy, first, first.AddSeconds(given.times[1]));
        facts = AfterPause(facts, given.policy, second, second.AddSeconds(given.times[3]));

        return Counted(facts) == Length(facts);
    });

    private static TimeSpan Counted(DeadlineFacts facts) =>
        new DayCount(facts, Given.Office, facts.Deadline.OwedAt).Days().Aggregate(TimeSpan.Zero, (sum, day) => sum + day.Counted);

    private static TimeSpan Length(DeadlineFacts facts) => facts.Term.Unit switch
    {
        TermUnit.WorkingHours => TimeSpan.FromHours(facts.Term.Value),
        TermUnit.HalfWorkingDays => TimeSpan.FromHours(4 * facts.Term.Value),
        TermUnit.WorkingDays => WorkingTime.Day * facts.Term.Value,
        TermUnit.CalendarDays => TimeSpan.FromDays(facts.Term.Value),
        _ => Given.Office.Between(facts.Deadline.StartsAt, facts.Deadline.DueAt),
    };

    private static DeadlineFacts AfterPause(DeadlineFacts facts, PausePolicy policy, DateTimeOffset from, DateTimeOffset to)
    {
        var pause = new Pause(PauseKind.Supplement, policy, from, to, "Thiếu giấy", "Điều 1");
        return facts with
        {
            Deadline = DeadlineClock.Resume(facts.Deadline, pause, facts.Term, Given.Office),
            Pauses = [.. facts.Pauses, pause.ToMinutes()],
        };
    }

    private static void Hold<T>(Gen<T> given, Func<T, bool> property) =>
        Prop.ForAll(given.ToArbitrary(), property).Check(Config.QuickThrowOnFailure.WithMaxTest(500));
}
