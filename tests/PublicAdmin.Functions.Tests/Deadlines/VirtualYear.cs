using PublicAdmin.Deadlines;
using PublicAdmin.Deadlines.Calendar;
using PublicAdmin.Deadlines.Hours;
using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Procedures;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Deadlines;

internal sealed class VirtualYear(Office office, Random chance, int dossiers)
{
    private static readonly ParallelOptions SideBySide = new() { MaxDegreeOfParallelism = UnreliableTimer.AtOnce };
    private static readonly DateTimeOffset LastDay = Given.At("2026-12-30 17:00");
    private static readonly DateTimeOffset Decree = Given.At("2026-06-15 09:00");

    private readonly UnreliableTimer _timer = new(office, chance);
    private readonly List<YearCase> _open = [];
    private readonly List<DossierCode> _all = [];
    private readonly ProcedureVersion[] _procedures =
        [.. office.The<ProcedureCatalogue>().All(Given.Day("2026-06-01")).Where(procedure => procedure.Term.Normal.Unit is not TermUnit.ByAgreement)];

    private int _checked;
    private int _missed;

    public async Task<YearCount> RunAsync()
    {
        var perDay = dossiers / 200.0;
        for (var day = Given.Day("2026-01-05"); _all.Count < dossiers || _open.Count > 0; day = day.AddDays(1))
        {
            var open = office.The<CalendarBook>().Current.Calendar.IsWorkingDay(day);
            foreach (var hour in new[] { 7, 10, 14, 17 })
            {
                office.Clock.GoTo(WorkingTime.At(day, new TimeOnly(hour, 10)));
                await (open ? WorkAsync(hour, perDay) : Task.CompletedTask);
                await _timer.TickAsync();
            }

            await DecreeAsync(day);
        }

        return await CountAsync();
    }

    private DateTimeOffset Now => office.Clock.GetUtcNow();

    private async Task WorkAsync(int hour, double perDay)
    {
        if (hour is 10 && Now < LastDay.AddDays(-20))
        {
            var today = new List<(int Serial, Random Dice)>();
            for (var left = perDay; left > 0 && (left >= 1 || chance.NextDouble() < left) && _all.Count + today.Count < dossiers; left--)
            {
                today.Add((_all.Count + today.Count + 1, new Random(chance.Next())));
            }

            await Parallel.ForEachAsync(today, SideBySide, async (one, _) => await ReceiveAsync(one.Serial, one.Dice));
        }

        // Side by side, so that their writes share commits; each has dice of its own, so that the year is the same every time.
        var due = _open.Where(one => one.IsDue(Now) || Now > LastDay).OrderBy(one => one.Code.ToString(), StringComparer.Ordinal)
            .Select(one => (Case: one, Dice: new Random(chance.Next()))).ToList();
        await Parallel.ForEachAsync(due, SideBySide, async (one, _) => await ActAsync(one.Case, one.Dice));
        _open.RemoveAll(one => one.HasEnded);
    }

    private async Task ReceiveAsync(int serial, Random dice)
    {
        var procedure = _procedures[dice.Next(_procedures.Length)];
        var code = await office.WriteAsync(Now.ToOffset(TimeSpan.FromHours(7)).ToString("yyyy-MM-dd HH:mm"), serial, procedure.Code, procedure.Term.Normal);
        var deadline = (await ReadAsync(code)).Deadline!;
        var length = deadline.DueAt - deadline.ReceivedAt;
        var pauses = dice.Next(3) == 0 ? deadline.ReceivedAt + (length * dice.NextDouble()) : (DateTimeOffset?)null;
        var one = new YearCase(code, deadline.ReceivedAt + (length * (0.2 + (1.6 * dice.NextDouble()))), pauses);
        lock (_all)
        {
            _open.Add(one);
            _all.Add(code);
        }
    }

    private async Task ActAsync(YearCase one, Random dice)
    {
        if (one.ResumesAt is { } resumes)
        {
            if (resumes < Now)
            {
                await ResumeAsync(one);
            }
        }
        else if (one.PausesAt is { } pauses && pauses < Now && (await ReadAsync(one.Code)).OpenPause is null)
        {
            await PauseAsync(one, dice);
        }
        else if (one.EndsAt < Now || Now > LastDay)
        {
            await CheckAsync(one.Code);
            await office.RecordAsync(one.Code, new Stopped("Hết năm thử", "Thử", ADossier.ByLeader with { At = Now }));
            one.HasEnded = true;
        }
    }

    // Half wait for the citizen, half are posted publicly, which ends by itself.
    private async Task PauseAsync(YearCase one, Random dice)
    {
        await CheckAsync(one.Code);
        one.PausesAt = null;
        var stamp = ADossier.ByOfficer with { At = Now };
        if (dice.Next(2) == 0)
        {
            await office.RecordAsync(
                one.Code, new PostingBegun(new Pause(PauseKind.PublicPosting, PausePolicy.Pause, Now, null, "Niêm yết", "Điều 1", Now.AddDays(5)), stamp));
            return;
        }

        one.ResumesAt = Now.AddDays(1 + dice.Next(9));
        await office.RecordAsync(
            one.Code, new SupplementRequested(
                ADossier.MissingBirthNotice, new Pause(PauseKind.Supplement, PausePolicy.Pause, Now, null, "Thiếu giấy", "Điều 1"), stamp));
    }

    private async Task ResumeAsync(YearCase one)
    {
        one.ResumesAt = null;
        var deadline = office.The<DossierTerms>().Resume(await ReadAsync(one.Code), Now);
        await office.RecordAsync(one.Code, new Supplemented([], null, deadline, ADossier.ByMai with { At = Now }));
    }

    private async Task DecreeAsync(DateOnly day)
    {
        if (day == WorkingTime.DayOf(Decree))
        {
            await office.PutCalendarAsync(2026, "2026-07-17", seen: "1");
        }
    }

    // Whatever had to have fired by the last whole sweep.
    private async Task CheckAsync(DossierCode code)
    {
        var dossier = await ReadAsync(code);
        if (dossier.OpenPause is null && dossier.Deadline is { } deadline)
        {
            var expected = LadderByHand.RungsUpTo(_timer.SweptAt, dossier, deadline, office.The<DossierTerms>().TimeOf(dossier)).ToList();
            Interlocked.Add(ref _checked, expected.Count);
            Interlocked.Add(ref _missed, expected.Count(rung => !dossier.Rungs.Contains(rung)));
        }
    }

    private async Task<Dossier> ReadAsync(DossierCode code) => (await office.The<DossierStore>().FindAsync(code, default))!.Dossier;

    private async Task<YearCount> CountAsync()
    {
        var (rungs, doubled, resumed) = (0, 0, 0);
        foreach (var code in _all)
        {
            var events = await office.The<DossierStore>().EventsAsync(code, 0, default);
            var fired = events.Select(recorded => recorded.Event).OfType<Escalated>().Select(e => e.Rung).ToList();
            rungs += fired.Count;
            doubled += fired.Count - fired.Distinct().Count();
            resumed += events.Count(recorded => recorded.Event is PostingEnded);
        }

        return new YearCount(_all.Count, rungs, _checked, _missed, doubled, _timer.Sweeps, _timer.Crashes, _timer.Duplicates, resumed);
    }
}
