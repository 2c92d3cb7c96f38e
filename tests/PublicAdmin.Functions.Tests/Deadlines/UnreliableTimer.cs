using PublicAdmin.Deadlines.Escalation;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Deadlines;

/// <summary>A timer that sometimes does not come, comes twice at once, dies in the middle, or finds the office restarted with messages undelivered.</summary>
internal sealed class UnreliableTimer(Office office, Random chance)
{
    public const int AtOnce = 32;

    /// <summary>When the last whole sweep ran.</summary>
    public DateTimeOffset SweptAt { get; private set; }

    public int Sweeps { get; private set; }

    public int Crashes { get; private set; }

    public int Duplicates { get; private set; }

    public async Task TickAsync()
    {
        switch (chance.Next(60))
        {
            case < 3:
                return; // The timer did not come.
            case < 6:
                await DieInTheMiddleAsync();
                return;
            case 6:
                Crashes++;
                await office.RestartAsync(); // With messages undelivered.
                return;
        }

        await office.DeliverMessagesAsync(AtOnce);
        await (chance.Next(5) == 0 ? TwiceAsync() : office.RunTimerAsync(nameof(EscalateDeadlines)));
        Sweeps++;
        SweptAt = office.Clock.GetUtcNow();
        await office.DeliverMessagesAsync(AtOnce);
    }

    private Task TwiceAsync()
    {
        Duplicates++;
        return office.SweepTwiceAtOnceAsync();
    }

    private async Task DieInTheMiddleAsync()
    {
        Crashes++;
        using var death = new CancellationTokenSource(TimeSpan.FromMilliseconds(chance.Next(1, 12)));
        try
        {
            await office.The<EscalationSweep>().RunAsync(death.Token);
        }
        catch (OperationCanceledException)
        {
            // What was committed stays; what was not is found again by the next sweep.
        }
    }
}
