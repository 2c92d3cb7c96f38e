using PublicAdmin.Statistics.Facts;

namespace PublicAdmin.Statistics.Rollups;

/// <summary>The counts one step changes. Whatever comes into one bucket leaves another, so that each row of the books adds up in itself.</summary>
internal sealed class StepCounts
{
    private readonly List<(Measure Measure, int Count)> _counts = [];

    /// <summary>In an office that has the dossier before and after, or for whom the place does not matter.</summary>
    public static StepCounts Of(Fact fact, Step? before, Step step)
    {
        var counts = new StepCounts();
        counts.Leave(fact, before);
        counts.Enter(fact, step);
        if (before is null)
        {
            counts.File(fact);
        }

        if (step is { AtLast: true, Standing: Standing.Supplement or Standing.Financial or Standing.Posting })
        {
            counts.Add(Measure.PausedAtLast);
        }

        if (step.Standing.IsEnd() || (step.Standing.IsOpen() && before is { } earlier && earlier.Standing.IsIntake()))
        {
            counts.Decide(fact, before, step);
        }

        return counts;
    }

    /// <summary>In the office that gave it away: by accepting it for another, or by a transfer.</summary>
    public static StepCounts HandOut(Fact fact, Step before, Step step)
    {
        var counts = new StepCounts();
        counts.Leave(fact, before);
        counts.Add(before.Standing.IsIntake() ? Measure.Accepted : Measure.HandedOut);
        return counts;
    }

    /// <summary>In the office that was given it.</summary>
    public static StepCounts HandIn(Fact fact, Step before, Step step)
    {
        var counts = new StepCounts();
        counts.Enter(fact, step);
        if (before.Standing.IsIntake())
        {
            counts.Receive(fact);
        }
        else
        {
            counts.Add(Measure.HandedIn);
        }

        return counts;
    }

    public void AddTo(Tally tally, int times)
    {
        foreach (var (measure, count) in _counts)
        {
            tally[measure] += times * count;
        }
    }

    private void Add(Measure measure, int count = 1) => _counts.Add((measure, count));

    private void File(Fact fact)
    {
        Add(Measure.Filed);
        if (fact.Intake is Intake.OnlineFull or Intake.OnlinePartial or Intake.OnlineOther)
        {
            Add(Measure.FiledOnline);
        }
    }

    private void Decide(Fact fact, Step? before, Step step)
    {
        if (step.Standing.IsOpen())
        {
            Add(Measure.Accepted);
            Receive(fact);
        }
        else if (before is { } open && open.Standing.IsOpen())
        {
            EndMarks.Of(fact, open, step).ToList().ForEach(measure => Add(measure));
        }
    }

    private void Receive(Fact fact)
    {
        Add(fact.Intake switch
        {
            Intake.OnlineFull => Measure.ReceivedFull,
            Intake.OnlinePartial => Measure.ReceivedPartial,
            Intake.OnlineOther => Measure.ReceivedOther,
            Intake.Counter => Measure.ReceivedCounter,
            Intake.Post => Measure.ReceivedPost,
            _ => Measure.ReceivedAssisted,
        });
        foreach (var (mark, measure) in MarkMeasures.Where(pair => fact.Marks.HasFlag(pair.Mark)))
        {
            Add(measure);
        }
    }

    private static readonly (Marks Mark, Measure Measure)[] MarkMeasures =
    [
        (Marks.NonTerritorial, Measure.NonTerritorial), (Marks.Digitised, Measure.Digitised), (Marks.Reused, Measure.Reused),
        (Marks.FromDatabase, Measure.FromDatabase), (Marks.Identified, Measure.Identified), (Marks.Charged, Measure.Charged),
    ];

    private void Leave(Fact fact, Step? before)
    {
        if (before is not null && !before.Standing.IsEnd())
        {
            Stand(fact, before, -1);
        }
    }

    private void Enter(Fact fact, Step step) => Stand(fact, step, 1);

    private void Stand(Fact fact, Step step, int count)
    {
        Add(MeasureOf(step), count);
        if (step.Standing is Standing.Waiting or Standing.WaitingLate && fact.Intake is not (Intake.Counter or Intake.Post or Intake.Assisted))
        {
            Add(step.Standing is Standing.Waiting ? Measure.WaitingOnline : Measure.WaitingLateOnline, count);
        }
    }

    private static Measure MeasureOf(Step step) => step.Standing switch
    {
        Standing.Overdue => step.Apologised ? Measure.OverdueApology : Measure.OverdueNoApology,
        Standing.Late => step.Apologised ? Measure.LateApology : Measure.LateNoApology,
        _ => Enum.Parse<Measure>(step.Standing.ToString()),
    };
}
