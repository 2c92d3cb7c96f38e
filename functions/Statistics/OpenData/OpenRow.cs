using PublicAdmin.Statistics.Facts;

namespace PublicAdmin.Statistics.OpenData;

/// <summary>What tells one line of the open data from another.</summary>
/// <param name="Unit">GSO code of the office's unit; empty at provincial level.</param>
/// <param name="OnlineLevel">full, partial or other; empty unless online.</param>
public sealed record OpenRow(string Office, string Unit, string Procedure, string Sector, string Channel, string OnlineLevel, bool NonTerritorial)
{
    public static OpenRow Of(Fact fact, Func<string, string?> unitOf) => new(
        fact.CompetentOrUnknown, unitOf(fact.CompetentOrUnknown) ?? "", fact.Procedure, fact.Sector, ChannelOf(fact.Intake), LevelOf(fact.Intake),
        fact.Marks.HasFlag(Marks.NonTerritorial));

    public IReadOnlyList<string> Keys(string period) => [period, Office, Unit, Procedure, Sector, Channel, OnlineLevel, NonTerritorial ? "1" : "0"];

    private static string ChannelOf(Intake intake) => intake switch
    {
        Intake.Counter => "counter",
        Intake.Post => "post",
        Intake.Assisted => "assisted",
        _ => "online",
    };

    private static string LevelOf(Intake intake) => intake switch
    {
        Intake.OnlineFull => "full",
        Intake.OnlinePartial => "partial",
        Intake.OnlineOther => "other",
        _ => "",
    };
}
