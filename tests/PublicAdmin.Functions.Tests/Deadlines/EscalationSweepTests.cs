using Microsoft.Extensions.DependencyInjection;
using PublicAdmin.Deadlines;
using PublicAdmin.Deadlines.Calendar;
using PublicAdmin.Deadlines.Escalation;
using PublicAdmin.Deadlines.Hours;
using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Platform.Storage;
using PublicAdmin.Procedures;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Deadlines;

public class EscalationSweepTests
{
    [Fact]
    public async Task Each_rung_fires_once_however_often_the_timer_runs()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-16T02:00Z");
        var pension = await office.ReceiveAsync("2026-11-16 09:00", serial: 1);

        foreach (var hour in Enumerable.Range(0, 24 * 19))
        {
            office.Clock.GoTo(Given.At("2026-11-16 09:05").AddHours(hour));
            await office.SweepTwiceAtOnceAsync();
            await office.DeliverMessagesAsync();
        }

        Assert.Equal(["half", "three-quarters", "last-day", "overdue", "overdue-two-days"], await office.RungsOfAsync(pension));
    }

    [Fact]
    public async Task A_timer_that_slept_for_weeks_misses_nothing()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-16T02:00Z");
        var pension = await office.ReceiveAsync("2026-11-16 09:00", serial: 1);
        await office.The<EscalationSweep>().RunAsync(default);

        office.Clock.GoTo(Given.At("2026-12-28 09:00"));
        await office.The<EscalationSweep>().RunAsync(default);

        Assert.Equal(5, (await office.RungsOfAsync(pension)).Count);
    }

    [Fact]
    public async Task Watchers_learn_of_each_rung_after_the_end_and_of_no_other()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-16T02:00Z");
        await office.ReceiveAsync("2026-11-16 09:00", serial: 1);
        var records = new WrittenRecords<EscalationSweep>();
        var sweep = ActivatorUtilities.CreateInstance<EscalationSweep>(office.The<IServiceProvider>(), records);

        office.Clock.GoTo(Given.At("2026-11-23 17:10"));
        await sweep.RunAsync(default);
        Assert.DoesNotContain("DossierOverdue", records.Names);

        office.Clock.GoTo(Given.At("2026-12-28 09:00"));
        await sweep.RunAsync(default);
        await sweep.RunAsync(default);
        Assert.Equal(4, records.Names.Count(name => name == "DossierOverdue")); // Three-quarters and the last day came late too, after the end.
    }

    [Fact]
    public async Task A_clock_that_jumped_back_misses_nothing()
    {
        await using var office = await Office.OpenAsync(at: "2026-12-20T02:00Z");
        await office.The<EscalationSweep>().RunAsync(default); // by a clock a month ahead

        office.Clock.GoTo(Given.At("2026-11-16 09:00"));
        var pension = await office.ReceiveAsync("2026-11-16 09:00", serial: 1);
        office.Clock.GoTo(Given.At("2026-11-23 17:10"));
        await office.The<EscalationSweep>().RunAsync(default);

        Assert.Equal(["half"], await office.RungsOfAsync(pension));
    }

    [Fact]
    public async Task One_bad_dossier_never_stops_a_round_and_is_tried_again()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-16T02:00Z");
        var bad = await office.ReceiveAsync("2026-11-16 09:00", serial: 1);
        var good = await office.ReceiveAsync("2026-11-16 09:00", serial: 2);
        var head = await office.The<ITables>()[Tables.Dossiers].FindAsync(bad.ToString(), "head", default);
        await office.BreakAsync(bad);

        office.Clock.GoTo(Given.At("2026-11-23 17:10"));
        var first = await office.The<EscalationSweep>().RunAsync(default);
        office.Clock.GoTo(Given.At("2026-11-27 17:10")); // four days later: far behind the sweep's look back
        var second = await office.The<EscalationSweep>().RunAsync(default);
        await office.The<ITables>()[Tables.Dossiers].WriteAsync([RowChange.Upsert(head! with { Tag = null })], default);
        await office.The<EscalationSweep>().RunAsync(default);

        Assert.Equal((1, 1), (first.Failed, second.Failed));
        Assert.Equal("half", (await office.RungsOfAsync(good))[0]);
        Assert.Equal(["half", "three-quarters"], await office.RungsOfAsync(bad));
    }

    [Fact]
    public async Task A_sweep_costs_what_is_due_and_not_what_is_open()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-16T02:00Z");
        foreach (var serial in Enumerable.Range(1, 40))
        {
            await office.ReceiveAsync("2026-11-16 09:00", serial);
        }

        office.Clock.GoTo(Given.At("2026-11-17 09:00"));
        var report = await office.The<EscalationSweep>().RunAsync(default);

        Assert.Equal(0, report.Alarms);
    }

    [Fact]
    public async Task A_finished_dossier_has_no_alarm_left()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-16T02:00Z");
        var pension = await office.ReceiveAsync("2026-11-16 09:00", serial: 1);
        await office.RecordAsync(pension, new Withdrawn(null, ADossier.ByMai));
        await office.DeliverMessagesAsync();

        office.Clock.GoTo(Given.At("2026-12-28 09:00"));
        var report = await office.The<EscalationSweep>().RunAsync(default);

        Assert.Equal(0, report.Alarms);
    }

    [Fact]
    public async Task Posting_ends_without_anybody_doing_anything()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-16T02:00Z");
        var code = await office.ReceiveAsync("2026-11-16 09:00", serial: 1);
        var until = Given.At("2026-11-20 00:00");
        var pause = new Pause(PauseKind.PublicPosting, PausePolicy.Pause, Given.At("2026-11-17 09:00"), null, "Niêm yết", "Nghị định 151/2025/NĐ-CP", until);
        await office.RecordAsync(code, new PostingBegun(pause, ADossier.ByOfficer));
        await office.DeliverMessagesAsync();

        office.Clock.GoTo(Given.At("2026-11-20 07:05"));
        await office.The<EscalationSweep>().RunAsync(default);

        var dossier = (await office.The<DossierStore>().FindAsync(code, default))!.Dossier;
        Assert.Equal(until, Assert.Single(dossier.Pauses).To);
        Assert.Equal(Given.At("2026-12-04 15:00"), dossier.Deadline!.DueAt); // two days and six hours later
    }
}

/// <summary>Dossiers put straight into the office's store, for tests about what the clockwork makes of them.</summary>
internal static class EscalationOffice
{
    /// <summary>The persona mai, with an address and a phone.</summary>
    private static readonly Applicant Mai = new("Lò Thị Mai", "011195000123", "0912345678", "mai@example.vn");

    /// <summary>A social pension, ten working days.</summary>
    public static Task<DossierCode> ReceiveAsync(this Office office, string at, int serial) =>
        office.ReceiveAsync(at, serial, "1.014027", Term.WorkingDays(10));

    public static async Task<DossierCode> ReceiveAsync(this Office office, string at, int serial, string procedure, Term term, Applicant? applicant = null)
    {
        var code = await office.WriteAsync(at, serial, procedure, term, applicant);
        await office.DeliverMessagesAsync();
        return code;
    }

    /// <summary>The same, its messages still undelivered.</summary>
    public static async Task<DossierCode> WriteAsync(this Office office, string at, int serial, string procedure, Term term, Applicant? applicant = null)
    {
        var moment = Given.At(at);
        var code = DossierCode.Issue(ADossier.Commune, WorkingTime.DayOf(moment), serial);
        var pin = new ProcedurePin(procedure, office.The<ProcedureCatalogue>().Find(procedure, WorkingTime.DayOf(moment))!.Version);
        var submitted = ADossier.Submitted with
        {
            Code = code,
            Filing = ADossier.Submitted.Filing with { Procedure = pin, Applicant = applicant ?? Mai },
            Stamp = ADossier.ByMai with { At = moment }
        };
        var stored = await office.The<DossierStore>().AddAsync(submitted, null, default);
        var deadline = DeadlineClock.Start(moment, term, office.The<CalendarBook>().Current.Of(ADossier.Commune)).Value;
        await office.The<DossierStore>()
            .RecordAsync(
                stored, new Accepted(deadline, pin with { Calendar = deadline.CalendarVersion }, ADossier.ByClerk with { At = moment }), null, default);
        return code;
    }

    public static async Task RecordAsync(this Office office, DossierCode code, DossierEvent e) =>
        await office.The<DossierStore>().RecordAsync((await office.The<DossierStore>().FindAsync(code, default))!, e, null, default);

    public static async Task<IReadOnlyList<string>> RungsOfAsync(this Office office, DossierCode code) =>
        [.. (await office.The<DossierStore>().EventsAsync(code, 0, default)).Select(recorded => recorded.Event).OfType<Escalated>().Select(e => e.Rung)];

    /// <summary>Two hosts whose timers fire in the same second.</summary>
    public static Task SweepTwiceAtOnceAsync(this Office office) =>
        Task.WhenAll(office.The<EscalationSweep>().RunAsync(default), office.The<EscalationSweep>().RunAsync(default));

    /// <summary>Makes the dossier unreadable.</summary>
    public static Task BreakAsync(this Office office, DossierCode code) => office.The<ITables>()[Tables.Dossiers].WriteAsync(
        [RowChange.Upsert(new TableRow(code.ToString(), "head", new Dictionary<string, object?> { ["V"] = 2L, ["State"] = "{" }))], default);
}
