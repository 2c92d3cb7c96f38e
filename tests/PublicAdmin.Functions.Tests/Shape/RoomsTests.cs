using System.Text.RegularExpressions;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Shape;

/// <summary>
/// Who may know whom. The heart knows the platform and the names of roles; features know the heart and reference data (offices,
/// procedures, calendar, paper); nobody knows an edition. A new line here is a decision, not an accident.
/// </summary>
public partial class RoomsTests
{
    private static readonly string[] Everybody = ["Platform", "Identity"];

    private static readonly Dictionary<string, string[]> Knows = new()
    {
        ["Platform"] = [],
        ["Identity"] = ["Offices"],
        ["Offices"] = [],
        ["Pdf"] = [],
        ["Forms"] = ["Pdf"],
        ["Dossiers"] = [],
        ["Procedures"] = ["Dossiers", "Offices", "Deadlines"],
        ["Deadlines"] = ["Dossiers", "Offices", "Procedures"],
        ["Documents"] = ["Dossiers", "Procedures", "Forms", "Pdf"],
        ["Submission"] = ["Dossiers", "Offices", "Procedures", "Deadlines", "Documents", "Forms"],
        ["Processing"] = ["Dossiers", "Offices", "Procedures", "Deadlines", "Submission"],
        ["Signing"] = ["Dossiers", "Offices", "Procedures", "Deadlines", "Forms", "Pdf", "Notifications"],
        ["Forecasts"] = ["Dossiers", "Offices", "Procedures", "Deadlines", "Processing"],
        ["Notifications"] = ["Dossiers", "Offices", "Procedures", "Deadlines", "Processing", "Forecasts", "Forms"],
        ["Portal"] = ["Dossiers"],
        ["Tracking"] = ["Dossiers"],
        ["Audit"] = ["Dossiers", "Signing", "Submission", "Offices"],
        ["Site"] = [],
        ["Azure"] = ["Documents", "Signing", "Notifications"],
        ["Embedded"] = ["Offices", "Documents", "Signing", "Notifications", "Audit"],
    };

    public static TheoryData<string> Rooms() =>
        new(Directory.GetDirectories(Path.Combine(Repository.Root, "functions")).Select(Path.GetFileName).OfType<string>().Where(room => room is not ("bin" or "obj" or "data")));

    [Theory]
    [MemberData(nameof(Rooms))]
    public void A_room_knows_only_the_rooms_it_may(string room)
    {
        var may = Knows.GetValueOrDefault(room, []).Concat(Everybody).Append(room);

        var known = Directory.EnumerateFiles(Path.Combine(Repository.Root, "functions", room), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => Using().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value)).Distinct();

        Assert.Empty(known.Except(may));
    }

    [Fact]
    public void The_top_level_holds_nothing_else()
    {
        string[] agreed = ["functions", "infra", "tests", "PublicAdmin.Functions.sln", "README.md", "LICENSE", "host.json", "azure.yaml", "global.json", "Directory.Build.props", "Directory.Packages.props"];

        var found = Directory.GetFileSystemEntries(Repository.Root).Select(Path.GetFileName).Where(name => !name!.StartsWith('.') && name is not ("data" or "TestResults"));

        Assert.Empty(found.Except(agreed));
    }

    [GeneratedRegex(@"^(?:global )?using (?:static )?PublicAdmin\.([A-Za-z]+)", RegexOptions.Multiline)]
    private static partial Regex Using();
}
