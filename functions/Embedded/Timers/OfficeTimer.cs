using System.Globalization;
using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Embedded.Timers;

/// <summary>One timer function and when it runs next. However many runs were missed, it catches up once.</summary>
internal sealed partial class OfficeTimer(
    CataloguedFunction function, TimerSchedule schedule, FunctionCall call, TimerRuns runs, TimeSpan limit, TimeProvider clock, ILogger log)
{
    /// <summary>A clock kept by a time server is set back by less; running twice within it would be the greater harm.</summary>
    private static readonly TimeSpan ClockSlip = TimeSpan.FromMinutes(1);

    private readonly FixedDelayRetryAttribute? _retry = function.Method.GetCustomAttribute<FixedDelayRetryAttribute>();
    private DateTimeOffset _seen;
    private DateTimeOffset? _next;
    private int _failures;

    public string Name => function.Name;

    /// <summary>Sets the first run, from the last one before the office closed.</summary>
    public async Task StartAsync()
    {
        _seen = clock.GetUtcNow();
        if (runs.Last(Name) is { } last && last <= _seen)
        {
            _next = schedule.After(last);
            return;
        }

        await BeginAsync(_seen); // It never ran, or ran at an hour that is still to come because the clock was wrong.
    }

    /// <summary>Called by one loop, so that a run never overlaps the one before.</summary>
    public async Task RunIfDueAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (now < _seen - ClockSlip)
        {
            await SafelyAsync(() => BeginAsync(now), ct); // Somebody set the clock back: what it promised before is too far away.
        }

        _seen = now;
        if (_next is { } due && due <= now)
        {
            var done = await SafelyAsync(() => RunAsync(isPastDue: schedule.After(due) <= now, ct), ct);
            if (!done && _retry is not null && _failures < _retry.MaxRetryCount)
            {
                _failures++;
                _next = now + TimeSpan.Parse(_retry.DelayInterval, CultureInfo.InvariantCulture);
                return;
            }

            _failures = 0;
            await SafelyAsync(() => runs.RememberAsync(Name, now), ct);
            _next = schedule.After(now);
        }
    }

    private async Task BeginAsync(DateTimeOffset now)
    {
        _next = schedule.After(now);
        await runs.RememberAsync(Name, now);
    }

    /// <exception cref="Exception">Whatever the function throws.</exception>
    public async Task RunAsync(bool isPastDue, CancellationToken ct)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(ct);
        timeout.CancelAfter(limit);
        await call.RunAsync((new TimerInfo { IsPastDue = isPastDue }, timeout.Token), Argument);
    }

    private async Task<bool> SafelyAsync(Func<Task> step, CancellationToken ct)
    {
        try
        {
            await step();
            return true;
        }
        catch (Exception fault) when (!ct.IsCancellationRequested)
        {
            // The next run comes by itself; a timer that stopped for ever would be worse than one that failed.
            LogFailed(Name, fault.GetType().Name, fault.StackTrace);
            return false;
        }
    }

    private static object Argument(ParameterInfo parameter, (TimerInfo Timer, CancellationToken Ct) run) =>
        parameter.ParameterType == typeof(TimerInfo) ? run.Timer
        : parameter.ParameterType == typeof(CancellationToken) ? run.Ct
        : throw new InvalidOperationException($"A timer function takes a TimerInfo and a CancellationToken, not {parameter}.");

    [LoggerMessage(LogLevel.Error, "{Timer} failed with {Fault}.\n{Trace}")]
    private partial void LogFailed(string timer, string fault, string? trace);
}
