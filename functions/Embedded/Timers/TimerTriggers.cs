using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PublicAdmin.Embedded.Sqlite;
using PublicAdmin.Platform.Http;
using PublicAdmin.Platform.Messages;

namespace PublicAdmin.Embedded.Timers;

/// <summary>Runs the timer functions while the office is open; in tests, when told to.</summary>
internal sealed class TimerTriggers : BackgroundService
{
    private readonly List<OfficeTimer> _timers;

    public TimerTriggers(
        HostSettings host, IConfiguration settings, IServiceProvider services, SqliteDatabase database, TimeProvider clock, ILogger<TimerTriggers> log)
    {
        var runs = new TimerRuns(database);
        _timers =
        [
            .. from function in FunctionCatalogue.All
               where function.Trigger is TimerTriggerAttribute
               let schedule = TimerSchedule.Parse(Expression((TimerTriggerAttribute)function.Trigger, settings), clock.GetUtcNow())
               select new OfficeTimer(function, schedule, new FunctionCall(function, services), runs, host.FunctionTimeout, clock, log),
        ];
    }

    /// <summary>Runs one function now, whatever its schedule says.</summary>
    public Task RunAsync(string function, CancellationToken ct) => _timers.Single(timer => timer.Name == function).RunAsync(isPastDue: false, ct);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(_timers.Select(timer => KeepAsync(timer, stoppingToken)));

    private static async Task KeepAsync(OfficeTimer timer, CancellationToken stopping)
    {
        await timer.StartAsync();
        using var second = new PeriodicTimer(TimeSpan.FromSeconds(1));
        while (!stopping.IsCancellationRequested)
        {
            await timer.RunIfDueAsync(stopping);
            await second.WaitForNextTickAsync(stopping);
        }
    }

    // "%Name%" is a setting; without percent signs it is the expression itself.
    private static string Expression(TimerTriggerAttribute trigger, IConfiguration settings) =>
        trigger.Schedule is ['%', .. var name, '%'] ? settings[name] ?? Schedules.All[name] : trigger.Schedule;
}
