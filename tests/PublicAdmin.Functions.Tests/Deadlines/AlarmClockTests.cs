using PublicAdmin.Deadlines;
using PublicAdmin.Deadlines.Calendar;
using PublicAdmin.Deadlines.Escalation;
using PublicAdmin.Deadlines.Hours;
using PublicAdmin.Dossiers;
using PublicAdmin.Embedded.Rows;
using PublicAdmin.Embedded.Sqlite;
using PublicAdmin.Offices;
using PublicAdmin.Platform.Reference;
using PublicAdmin.Procedures;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Deadlines;

public sealed class AlarmClockTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly SqliteDatabase _database;
    private readonly AlarmClock _alarms;

    public AlarmClockTests()
    {
        _database = new SqliteDatabase(_folder["office.db"]);
        var tables = new SqliteTables(_database);
        _alarms = new AlarmClock(
            new LadderBook(new ReferenceVersions<EscalationLadder>(tables, "escalation")),
            new DossierTerms(
                new ProcedureCatalogue(), new OfficeDirectory(),
                new CalendarBook(tables, new HoursBook(new ReferenceVersions<HoursVersion>(tables, "office-hours")))));
    }

    // Received Monday 16 November at 09:00, ten working days of pension: starts Tuesday 17 at 07:00, due Tuesday 1 December at 17:00.
    private static readonly Dossier Pension = Received("2026-11-16 09:00", "1.014027", Term.WorkingDays(10));

    [Theory]
    [InlineData("half", "2026-11-23 17:00")] // five days used; the 24th is off
    [InlineData("three-quarters", "2026-11-27 11:00")] // seven and a half: four hours into Friday
    [InlineData("last-day", "2026-11-30 07:00")] // the morning of the day before
    [InlineData("overdue", "2026-12-01 17:00")]
    [InlineData("overdue-two-days", "2026-12-03 17:00")]
    public void Each_rung_has_its_moment_in_working_time(string rung, string moment)
    {
        var before = Pension with { Rungs = [.. AllRungs.TakeWhile(code => code != rung)] };

        var alarm = _alarms.NextOf(before)!;

        Assert.Equal(rung, alarm.What);
        Assert.Equal(Given.At(moment), alarm.At);
    }

    [Fact]
    public void What_lies_behind_the_planned_years_has_its_moment_by_the_law()
    {
        var deadline = Pension.Deadline! with
        {
            StartsAt = Given.At("2027-12-17 07:00"),
            ReceivedAt = Given.At("2027-12-16 09:00"),
            DueAt = Given.At("2027-12-31 17:00")
        };
        var overdue = Pension with { Deadline = deadline, Rungs = [.. AllRungs.Where(code => code != "overdue-two-days")] };
        var filedLast = ADossier.Registered with
        {
            SubmittedAt = Given.At("2027-12-31 16:00"),
            Milestones = [new Milestone(Phase.Registered, Given.At("2027-12-31 16:00"))]
        };

        Assert.Equal("half", _alarms.NextOf(overdue with { Rungs = [] })!.What);
        Assert.Equal(
            new Alarm(Given.At("2028-01-05 17:00"), "overdue-two-days"), _alarms.NextOf(overdue)); // Monday 3 January is off for the Saturday of New Year
        Assert.Equal(new Alarm(Given.At("2028-01-04 16:00"), "intake"), _alarms.NextOf(filedLast));
    }

    [Fact]
    public void At_its_very_moment_nothing_is_due_and_a_minute_later_it_is()
    {
        var moment = _alarms.NextOf(Pension)!.At;

        Assert.Null(_alarms.DueOf(Pension, moment));
        Assert.Equal("half", Assert.IsType<Escalated>(_alarms.DueOf(Pension, moment.AddMinutes(1))).Rung);
    }

    [Fact]
    public void A_timer_a_month_late_climbs_every_rung_once()
    {
        var rungs = new List<string>();
        var dossier = Pension;
        while (_alarms.DueOf(dossier, Given.At("2026-12-31 10:00")) is Escalated e)
        {
            rungs.Add(e.Rung);
            dossier = dossier.Apply(e);
        }

        Assert.Equal(AllRungs, rungs);
        Assert.Equal(ApologyState.Drafted, dossier.Apology);
    }

    [Fact]
    public void While_the_citizen_is_waited_for_there_is_no_alarm()
    {
        var waiting = Pension.Apply(new Taken(ADossier.ByOfficer))
            .RequestSupplement(ADossier.MissingBirthNotice, PausePolicy.Pause, At("2026-11-18 09:00")).Value;

        Assert.Null(_alarms.NextOf(Pension.Apply(new Taken(ADossier.ByOfficer)).Apply(waiting)));
    }

    [Fact]
    public void After_a_pause_a_rung_already_climbed_does_not_fire_again()
    {
        var taken = (Pension with { Rungs = ["half"] }).Apply(new Taken(ADossier.ByOfficer));
        var waiting = taken.Apply(taken.RequestSupplement(ADossier.MissingBirthNotice, PausePolicy.Pause, At("2026-11-25 09:00")).Value);
        var resumed = waiting.Apply(new Supplemented([], null, Resumed(waiting, "2026-11-27 09:00"), At("2026-11-27 09:00")));

        var alarm = _alarms.NextOf(resumed)!;

        Assert.Equal("three-quarters", alarm.What);
        Assert.Equal(Given.At("2026-12-01 11:00"), alarm.At); // two working days later than without the pause
    }

    [Fact]
    public void An_extended_term_has_a_ladder_of_its_own_without_what_lies_behind()
    {
        var climbed = Pension with { Rungs = ["half", "three-quarters", "last-day"] };
        var deadline = DeadlineExtension.Extend(
            climbed.Deadline!, Given.Day("2026-12-08"), new ExtensionRoom(0, 10), false, Given.At("2026-12-01 09:00"), Given.Office).Value;
        var extended = climbed.Apply(climbed.Extend(deadline, "Chờ xác minh", null, At("2026-12-01 09:00")).Value);

        // Of the fifteen days from 17 November, eleven and a quarter are used; half of them were before the extension was given.
        Assert.Equal(new Alarm(Given.At("2026-12-03 09:00"), "three-quarters"), _alarms.NextOf(extended));
    }

    [Fact]
    public void Public_posting_ends_by_itself_on_the_day_known_beforehand()
    {
        var land = Received("2026-11-16 09:00", "1.013978", Term.WorkingDays(20, localityBonus: 10)).Apply(new Taken(ADossier.ByOfficer));
        var until = Given.At("2026-12-04 00:00");
        var posted = land.Apply(new PostingBegun(
            new Pause(PauseKind.PublicPosting, PausePolicy.Pause, Given.At("2026-11-18 09:00"), null, "Niêm yết", "Nghị định 151/2025/NĐ-CP", until),
            At("2026-11-18 09:00")));

        Assert.Equal(new Alarm(until, AlarmClock.PostingEnds), _alarms.NextOf(posted));
        var ended = Assert.IsType<PostingEnded>(_alarms.DueOf(posted, Given.At("2026-12-07 08:00")));
        Assert.Equal(until, ended.Stamp.At); // however late the timer came
        Assert.Null(posted.Apply(ended).OpenPause);
        Assert.True(ended.Deadline.DueAt > land.Deadline!.DueAt);
        Assert.Equal(land.Deadline.PromisedAt, ended.Deadline.PromisedAt);
    }

    [Fact]
    public void A_dossier_nobody_decides_to_accept_is_brought_up_after_eight_working_hours()
    {
        var alarm = _alarms.NextOf(ADossier.Registered)!; // online, Friday 20 November at 09:00

        Assert.Equal(new Alarm(Given.At("2026-11-23 09:00"), "intake"), alarm);
        Assert.Null(_alarms.NextOf(ADossier.Registered with { Rungs = ["intake"] }));
    }

    [Theory]
    [InlineData(Phase.Issued)]
    [InlineData(Phase.Returned)]
    [InlineData(Phase.Withdrawn)]
    [InlineData(Phase.Stopped)]
    [InlineData(Phase.NotAccepted)]
    [InlineData(Phase.FinancialDuty)]
    public void Nobody_is_told_about_a_dossier_that_waits_for_others_or_is_done(Phase phase) =>
        Assert.Null(_alarms.NextOf(ADossier.In(phase)));

    public void Dispose()
    {
        _database.Dispose();
        _folder.Dispose();
    }

    private static readonly string[] AllRungs = ["half", "three-quarters", "last-day", "overdue", "overdue-two-days"];

    private static Dossier Received(string at, string procedure, Term term) => ADossier.Registered.Apply(new Accepted(
        DeadlineClock.Start(Given.At(at), term, Given.Office).Value,
        new ProcedurePin(procedure, new ProcedureCatalogue().Find(procedure, Given.Day("2026-11-16"))!.Version), At(at)));

    private static Deadline Resumed(Dossier waiting, string at) =>
        DeadlineClock.Resume(waiting.Deadline!, waiting.OpenPause! with { To = Given.At(at) }, Term.WorkingDays(10), Given.Office);

    private static Stamp At(string at) => new(Given.At(at), "officer", "Officer", ADossier.Commune);
}
