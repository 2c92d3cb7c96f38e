namespace PublicAdmin.Load;

/// <summary>What the architecture promises on a machine of two cores that office and driver share.</summary>
internal static class Targets
{
    public const double FirstAnswerMilliseconds = 1_500;
    public const double Megabytes = 300;
    public const double BytesPerFinishedDossier = 6_000;

    private static readonly Dictionary<string, Target> All = new()
    {
        ["submit"] = new(3_000, 60),
        ["read"] = new(20_000),
        ["track"] = new(20_000),
        ["work"] = new(2_000),
        ["journey"] = new(150),
    };

    /// <summary>By the first word of a scenario's name.</summary>
    public static Target? Of(string scenario) => All.GetValueOrDefault(scenario.Split(' ')[0]);
}

/// <param name="Rate">At least so many a second.</param>
/// <param name="P99">In at most so many milliseconds.</param>
internal sealed record Target(double Rate, double P99 = double.PositiveInfinity)
{
    public override string ToString() => this switch
    {
        { P99: < double.PositiveInfinity } => FormattableString.Invariant($"{Rate:N0}/s, p99 {P99} ms"),
        _ => FormattableString.Invariant($"{Rate:N0}/s"),
    };

    public string Verdict(Measurement seen) =>
        seen.Rate >= Rate && seen.P99 <= P99 ? "met"
        : seen.Rate >= Rate ? FormattableString.Invariant($"p99 {seen.P99 / P99:N1} × too long")
        : FormattableString.Invariant($"{seen.Rate / Rate:P0} of it");
}
