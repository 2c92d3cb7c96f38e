using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using PublicAdmin.Embedded;
using PublicAdmin.Embedded.Sqlite;
using PublicAdmin.Embedded.Timers;
using PublicAdmin.Platform.Http;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Embedded;

public sealed class OfficeTimerTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("timers-");
    private readonly SqliteDatabase _database;
    private readonly FixedClock _clock = new(DateTimeOffset.Parse("2026-11-20T00:00Z")); // 07:00
    private readonly Bell _bell = new();

    public OfficeTimerTests() => _database = new SqliteDatabase(Path.Combine(_folder.FullName, "office.db"));

    [Fact]
    public async Task It_runs_when_its_hour_comes_and_not_before()
    {
        var timer = await OpenAsync();
        await At(timer, "2026-11-20T00:29:59Z");
        Assert.Empty(_bell.Rung);

        await At(timer, "2026-11-20T00:30:00Z");
        await At(timer, "2026-11-20T00:30:01Z");

        Assert.Equal([false], _bell.Rung);
    }

    [Fact]
    public async Task Missed_runs_are_caught_up_once()
    {
        await OpenAsync();
        _clock.GoTo(DateTimeOffset.Parse("2026-11-25T03:00Z"));

        var reopened = await OpenAsync();
        await reopened.RunIfDueAsync(default);
        await reopened.RunIfDueAsync(default);

        Assert.Equal([true], _bell.Rung);
    }

    [Fact]
    public async Task A_run_before_closing_is_not_repeated_after_opening()
    {
        var timer = await OpenAsync();
        await At(timer, "2026-11-20T00:30:00Z");

        await At(await OpenAsync(), "2026-11-20T00:40:00Z");

        Assert.Single(_bell.Rung);
    }

    [Fact]
    public async Task A_clock_that_is_set_back_stops_no_timer()
    {
        var timer = await OpenAsync();
        await At(timer, "2031-01-01T00:30:00Z");

        await At(timer, "2026-11-20T00:10:00Z");
        await At(timer, "2026-11-20T00:30:00Z");

        Assert.Equal(2, _bell.Rung.Count);
    }

    [Fact]
    public async Task A_clock_that_was_wrong_before_closing_stops_no_timer()
    {
        await At(await OpenAsync(), "2031-01-01T00:30:00Z");
        _clock.GoTo(DateTimeOffset.Parse("2026-11-20T00:10:00Z"));

        await At(await OpenAsync(), "2026-11-20T00:30:00Z");

        Assert.Equal(2, _bell.Rung.Count);
    }

    [Fact]
    public async Task A_run_that_fails_does_not_stop_the_next()
    {
        var timer = await OpenAsync();
        _bell.Broken = true;
        await At(timer, "2026-11-20T00:30:00Z");
        _bell.Broken = false;

        await At(timer, "2026-11-21T00:30:00Z");

        Assert.Equal(2, _bell.Rung.Count);
    }

    [Fact]
    public async Task A_run_that_may_be_tried_again_is_until_it_succeeds()
    {
        var timer = await OpenAsync(nameof(Bell.RingAgain));
        _bell.Broken = true;
        await At(timer, "2026-11-20T00:30:00Z");
        await At(timer, "2026-11-20T00:30:59Z");
        Assert.Single(_bell.Rung);

        _bell.Broken = false;
        await At(timer, "2026-11-20T00:31:00Z");
        await At(timer, "2026-11-20T00:40:00Z");

        Assert.Equal(2, _bell.Rung.Count);
    }

    [Fact]
    public async Task A_run_that_always_fails_is_given_up_until_the_next_day()
    {
        var timer = await OpenAsync(nameof(Bell.RingAgain));
        _bell.Broken = true;
        for (var minute = 30; minute < 60; minute++)
        {
            await At(timer, $"2026-11-20T00:{minute}:00Z");
        }

        Assert.Equal(1 + 2, _bell.Rung.Count);
        await At(timer, "2026-11-21T00:30:00Z");
        Assert.Equal(4, _bell.Rung.Count);
    }

    [Fact]
    public async Task A_run_waiting_to_be_tried_again_is_caught_up_after_a_restart()
    {
        _bell.Broken = true;
        await At(await OpenAsync(nameof(Bell.RingAgain)), "2026-11-20T00:30:00Z");

        _bell.Broken = false;
        await At(await OpenAsync(nameof(Bell.RingAgain)), "2026-11-20T00:30:10Z");

        Assert.Equal(2, _bell.Rung.Count);
    }

    public void Dispose()
    {
        _database.Dispose();
        _folder.Delete(recursive: true);
    }

    private Task At(OfficeTimer timer, string instant)
    {
        _clock.GoTo(DateTimeOffset.Parse(instant));
        return timer.RunIfDueAsync(default);
    }

    private async Task<OfficeTimer> OpenAsync(string bell = nameof(Bell.Ring))
    {
        var method = typeof(Bell).GetMethod(bell)!;
        var function = new CataloguedFunction("Ring", typeof(Bell), method, new TimerTriggerAttribute("0 30 7 * * *"));
        var services = new ServiceCollection().AddSingleton(_bell).BuildServiceProvider();
        var timer = new OfficeTimer(
            function, TimerSchedule.Parse("0 30 7 * * *", _clock.GetUtcNow()), new FunctionCall(function, services), new TimerRuns(_database),
            TimeSpan.FromMinutes(5), _clock, NullLogger.Instance);
        await timer.StartAsync();
        return timer;
    }

    public sealed class Bell
    {
        public bool Broken { get; set; }

        /// <summary>For each run, whether it was late.</summary>
        public List<bool> Rung { get; } = [];

        [FixedDelayRetry(2, "00:01:00")]
        public Task RingAgain(TimerInfo timer) => Ring(timer);

        public Task Ring(TimerInfo timer)
        {
            Rung.Add(timer.IsPastDue);
            return Broken ? Task.FromException(new InvalidOperationException("broken")) : Task.CompletedTask;
        }
    }
}
