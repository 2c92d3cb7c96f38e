using PublicAdmin.Platform.Reference;

namespace PublicAdmin.Audit;

/// <summary>Thời hạn lưu trữ: for how many years a seal made from a day on can be changed by nobody. It can be made longer later, never shorter.</summary>
/// <param name="Code">What is kept.</param>
/// <param name="Source">What it rests on.</param>
/// <param name="Assumed">Nobody has confirmed it yet.</param>
public sealed record RetentionRule(string Code, DateOnly ValidFrom, int Years, string Source, bool Assumed, DateOnly? ValidTo = null) : IEffective;

/// <summary>The rules of <c>retention.json</c>.</summary>
public sealed class SealRetention
{
    private const string Seals = "audit-seals";
    private readonly Timelines<RetentionRule> _rules = new(Resources.Json<RetentionRule[]>("Audit.retention.json"));

    public DateTimeOffset Until(DateOnly day, DateTimeOffset sealedAt) =>
        sealedAt.AddYears((_rules.On(Seals, day) ?? throw new InvalidOperationException($"retention.json has no rule for {day}.")).Years);
}
