using PublicAdmin.Dossiers;

namespace PublicAdmin.Statistics.Replay;

/// <summary>One unit of the articles, or what is left of them, as it is loaded.</summary>
/// <param name="Units">GSO codes of its communes; null when <paramref name="Others"/> says which.</param>
/// <param name="Others"><c>communes</c> not named elsewhere, or <c>departments</c>.</param>
/// <param name="Procedures">With terms of three working days or more, so that ahead of time is possible.</param>
/// <param name="Article">What the article says, by name of the figure; what it leaves out is missing.</param>
public sealed record ReplaySection(
    string Name, IReadOnlyList<string> Procedures, int Online, int Direct, int Carried, int Ahead, int OnTime, int Late, int Open, int Unexplained,
    IReadOnlyDictionary<string, long> Article, IReadOnlyList<string>? Units = null, string? Others = null)
{
    public int Total => Online + Direct + Carried;
}

/// <summary>A sum the articles give over several sections.</summary>
public sealed record ReplaySum(string Name, IReadOnlyList<int> Sections, IReadOnlyDictionary<string, long> Article);

/// <summary>The figures of the two articles this product began from, and under which assumptions they become dossiers. Every assumption is printed.</summary>
/// <param name="Unexplained">Into which buckets those go that the articles do not explain, in percent.</param>
public sealed record ReplayPlan(
    DateOnly From, DateOnly To, IReadOnlyList<string> Assumptions, IReadOnlyDictionary<ReplayEnding, int> Unexplained, IReadOnlyList<ReplaySection> Sections,
    IReadOnlyList<ReplaySum> Sums)
{
    public static ReplayPlan Shipped { get; } = Platform.Reference.Resources.Json<ReplayPlan>("Statistics.Replay.replay-plan.json");

    public int Total => Sections.Sum(section => section.Total);

    /// <summary>The same at a fraction of its size, for tests: every section keeps its parts in proportion.</summary>
    public ReplayPlan Scaled(int divisor) => this with { Sections = [.. Sections.Select(section => Scale(section, divisor))] };

    private static ReplaySection Scale(ReplaySection section, int divisor)
    {
        var scaled = section with
        {
            Online = section.Online / divisor,
            Carried = section.Carried / divisor,
            Ahead = section.Ahead / divisor,
            OnTime = section.OnTime / divisor,
            Late = section.Late / divisor,
            Open = section.Open / divisor,
            Unexplained = section.Unexplained / divisor,
        };
        return scaled with { Direct = scaled.Ahead + scaled.OnTime + scaled.Late + scaled.Open + scaled.Unexplained - scaled.Online - scaled.Carried };
    }
}

/// <summary>How a loaded dossier stands at the end of the period.</summary>
public enum ReplayEnding { Ahead, OnTime, Late, Open, Supplement, Financial, Posting, Withdrawn, Stopped }

/// <summary>One dossier to be loaded.</summary>
/// <param name="Number">Counts all of them; everything about it follows from it.</param>
public sealed record ReplayDossier(int Number, string Receipt, string Competent, string Procedure, Channel Channel, bool Carried, ReplayEnding Ending);
