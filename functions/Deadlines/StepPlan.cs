using PublicAdmin.Deadlines.Hours;

namespace PublicAdmin.Deadlines;

/// <summary>When a step of the internal process should be done.</summary>
public sealed record StepDue(string Step, DateTimeOffset DueAt);

/// <summary>Spreads the steps of a procedure (quy trình nội bộ) over its term. However long the steps add up to, none ends after the legal deadline.</summary>
public static class StepPlan
{
    /// <param name="steps">In order, with the working hours each may take.</param>
    public static IReadOnlyList<StepDue> Of(DateTimeOffset startsAt, DateTimeOffset dueAt, IEnumerable<(string Step, double Hours)> steps, WorkingTime time)
    {
        var plan = new List<StepDue>();
        var end = startsAt;
        foreach (var (step, hours) in steps)
        {
            end = time.Add(end, TimeSpan.FromHours(hours));
            end = end < dueAt ? end : dueAt;
            plan.Add(new StepDue(step, end));
        }

        return plan;
    }
}
