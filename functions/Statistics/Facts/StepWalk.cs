using PublicAdmin.Deadlines;
using PublicAdmin.Deadlines.Hours;
using PublicAdmin.Dossiers;

namespace PublicAdmin.Statistics.Facts;

/// <summary>
/// Walks through a dossier's history and writes down where it stood. What was owed at each moment counts at that moment: a pause that moves the date
/// later on does not make yesterday's overdue dossier punctual.
/// </summary>
internal sealed class StepWalk
{
    private readonly List<(Step Step, DateTimeOffset? Limit)> _points = [];

    public void Add(Dossier dossier, DateTimeOffset at, DateTimeOffset? decideBy)
    {
        if (_points is [.., var (last, _)] && last.Standing.IsEnd())
        {
            return; // A receipt for the fee, the return: nothing after the end moves what was counted.
        }

        var moment = _points is [.., var (before, _)] && before.At > at
            ? before.At : at.ToUniversalTime(); // A clock that was set back does not turn the order round.
        var standing = StandingOf(dossier, moment);
        var limit = standing is Standing.Waiting ? decideBy : standing is Standing.Open ? dossier.Deadline?.OwedAt : null;
        var atLast = _points is [.., ({ Standing: Standing.Open }, { } owed)] && IsAtLast(standing, moment, owed);
        var point = (new Step(moment, standing, dossier.Holding, dossier.Apology is ApologyState.Sent, atLast), limit);
        if (_points is [.., var (same, until)] && same with { At = moment } == point.Item1 && until == limit)
        {
            return;
        }

        _points.Add(point);
    }

    public IReadOnlyList<Step> Steps()
    {
        var steps = new List<Step>();
        for (var n = 0; n < _points.Count; n++)
        {
            var (step, limit) = _points[n];
            var overdueFrom = limit is { } until ? MinuteAfter(until) : (DateTimeOffset?)null;
            Append(steps, overdueFrom <= step.At ? Late(step, step.At) : step);
            if (overdueFrom > step.At && (n + 1 == _points.Count || overdueFrom < _points[n + 1].Step.At))
            {
                Append(steps, Late(step, overdueFrom.Value));
            }
        }

        return steps;
    }

    private static readonly TimeSpan Quarter = TimeSpan.FromMinutes(15);

    // Nothing after the limit: who is late already gains nothing by it.
    private static bool IsAtLast(Standing standing, DateTimeOffset moment, DateTimeOffset owed) => moment <= owed && standing switch
    {
        Standing.Supplement or Standing.Financial or Standing.Posting or Standing.Withdrawn or Standing.Stopped =>
            WorkingTime.DayOf(moment) == WorkingTime.DayOf(owed),
        Standing.Ahead or Standing.OnTime => owed - moment <= Quarter,
        _ => false,
    };

    private static void Append(List<Step> steps, Step step)
    {
        if (steps is not [.., var last] || last with { At = step.At } != step)
        {
            steps.Add(step);
        }
    }

    private static Step Late(Step step, DateTimeOffset at) =>
        step with { At = at, AtLast = false, Standing = step.Standing is Standing.Waiting ? Standing.WaitingLate : Standing.Overdue };

    // Papers show no seconds: in time is the whole minute of the hour promised (Punctualities).
    private static DateTimeOffset MinuteAfter(DateTimeOffset limit) =>
        new DateTimeOffset(limit.UtcTicks - (limit.UtcTicks % TimeSpan.TicksPerMinute), TimeSpan.Zero).AddMinutes(1);

    private static Standing StandingOf(Dossier dossier, DateTimeOffset at) => dossier.Phase switch
    {
        Phase.Registered => Standing.Waiting,
        Phase.NotAccepted => Standing.NotAccepted,
        Phase.Withdrawn => dossier.Deadline is null ? Standing.WithdrawnBefore : Standing.Withdrawn,
        Phase.Stopped => dossier.Deadline is null ? Standing.NotAccepted : Standing.Stopped, // Never received, so it ended at the desk.
        Phase.Issued or Phase.Returned => PunctualityOf(dossier.DoneAt ?? at, dossier.Deadline!.OwedAt),
        _ when dossier.OpenPause is { } pause => OfPause(pause.Kind),
        Phase.SupplementRequested => dossier.Deadline is null ? Standing.WaitingSupplement : Standing.Supplement,
        Phase.FinancialDuty => Standing.Financial,
        _ => Standing.Open,
    };

    private static Standing OfPause(PauseKind kind) => kind switch
    {
        PauseKind.FinancialDuty => Standing.Financial,
        PauseKind.PublicPosting => Standing.Posting,
        _ => Standing.Supplement,
    };

    private static Standing PunctualityOf(DateTimeOffset doneAt, DateTimeOffset owedAt) => Punctualities.Of(doneAt, owedAt) switch
    {
        Punctuality.Ahead => Standing.Ahead,
        Punctuality.OnTime => Standing.OnTime,
        _ => Standing.Late,
    };
}
