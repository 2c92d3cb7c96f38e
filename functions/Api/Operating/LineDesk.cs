using PublicAdmin.Platform;
using PublicAdmin.Platform.Lines;
using PublicAdmin.Platform.Messages;

namespace PublicAdmin.Api.Operating;

/// <summary>Whether a line does its work.</summary>
public enum LineState
{
    /// <summary>The settings name no other side.</summary>
    Closed,

    /// <summary>Nothing went over it yet.</summary>
    Unused,

    Works,

    /// <summary>The last call failed.</summary>
    Down,
}

/// <summary>A line out of the office. Instants are right to a minute.</summary>
/// <param name="Line">mail, messages (SMS, Zalo), portal, portal-files, payments, records or timestamps.</param>
/// <param name="LastFailure">Also of a line that works again.</param>
/// <param name="LastFailureCode">http-503, unreachable, timeout, or the other side's own code.</param>
/// <param name="DownSince">The first failure after the last success; null while it works.</param>
/// <param name="Waiting">How many wait for it; at most <see cref="MostCounted"/> are counted.</param>
/// <param name="WaitingSince">Of the one that waits longest.</param>
/// <param name="Dead">How many were given up and lie among the dead letters; at most 100 are counted.</param>
/// <param name="DeadSince">Of the oldest.</param>
public sealed record LineView(
    string Line, LineState State, DateTimeOffset? LastSuccess, DateTimeOffset? LastFailure, string? LastFailureCode, DateTimeOffset? DownSince, int Waiting,
    DateTimeOffset? WaitingSince, int Dead, DateTimeOffset? DeadSince)
{
    public const int MostCounted = 1_000;
}

/// <summary>Puts together what is known of each line.</summary>
public sealed class LineDesk(IEnumerable<OutsideLine> lines, LineWatch watch, IDeadLetters letters)
{
    private const int MostDead = 100;

    public async Task<IReadOnlyList<LineView>> AllAsync(CancellationToken ct)
    {
        var shown = new List<LineView>();
        foreach (var line in lines.OrderBy(line => line.Name, StringComparer.Ordinal))
        {
            shown.Add(await ShowAsync(line, ct));
        }

        return shown;
    }

    private async Task<LineView> ShowAsync(OutsideLine line, CancellationToken ct)
    {
        var (good, bad) = await watch.FindAsync(line.Name, ct);
        var isDown = bad is not null && (good is null || bad.At > good);
        var waiting = await (line.Waiting?.Invoke(ct) ?? watch.WaitingAsync(line.Name, line.Queue, ct)).Take(LineView.MostCounted).ToListAsync(ct);
        var dead = (await letters.ListAsync(line.Queue, 0, MostDead, ct)).Where(letter => line.Owns?.Invoke(letter) ?? true).ToList();
        var state = !line.IsOpen ? LineState.Closed : isDown ? LineState.Down : good is null ? LineState.Unused : LineState.Works;
        return new(
            line.Name, state, good?.Here(), bad?.At.Here(), bad?.Code, isDown ? bad!.Since.Here() : null, waiting.Count,
            Earliest(waiting)?.Here(), dead.Count, Earliest(dead.ConvertAll(letter => letter.DeadSince))?.Here());
    }

    private static DateTimeOffset? Earliest(List<DateTimeOffset> instants) => instants.Count > 0 ? instants.Min() : null;
}
