using PublicAdmin.Platform.Reference;
using PublicAdmin.Procedures;

namespace PublicAdmin.Linked;

/// <summary>How soon the data of a linked part is to be with its agency, from a day on; data with its source, so that another decree is another line.</summary>
/// <param name="ValidFrom">The first day.</param>
/// <param name="ForwardMinutes">Minutes from the result the part waited for.</param>
/// <param name="AcknowledgeWorkingHours">Working hours from forwarding until the agency confirms.</param>
public sealed record ForwardingRule(DateOnly ValidFrom, int ForwardMinutes, int AcknowledgeWorkingHours, string Source, Certainty Certainty);

/// <summary>The rules by day.</summary>
public static class ForwardingRules
{
    private static readonly ForwardingRule[] All = Resources.Json<ForwardingRule[]>("Linked.forwarding-rules.json");

    public static ForwardingRule On(DateOnly day) => All.Where(rule => rule.ValidFrom <= day).MaxBy(rule => rule.ValidFrom) ?? All[0];
}
