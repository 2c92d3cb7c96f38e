using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Shape;

/// <summary>
/// Who may know whom, asked of the compiled assembly, so that a name written out in full is seen too. The platform knows nobody; the heart
/// knows the platform and the names of roles; features know the heart and reference data; nobody knows an edition but itself, and no two
/// rooms know each other. Registrations (…Services) are left out: they know what they register.
/// </summary>
public class RoomsTests
{
    private static readonly string[] Everybody = ["Platform", "Identity"];

    private static readonly Dictionary<string, string[]> Knows = new()
    {
        ["Platform"] = [],
        ["Identity"] = [],
        ["Offices"] = [],
        ["Pdf"] = [],
        ["Scans"] = ["Pdf"],
        ["Forms"] = ["Pdf"],
        ["Dossiers"] = [],
        ["Procedures"] = ["Dossiers", "Offices"],
        ["Eforms"] = ["Dossiers", "Procedures", "Forms"],
        ["Deadlines"] = ["Dossiers", "Offices", "Procedures"],
        ["Documents"] = ["Dossiers", "Procedures", "Scans", "Pdf"],
        ["Submission"] = ["Dossiers", "Offices", "Procedures", "Eforms", "Deadlines", "Documents", "Forms"],
        ["Processing"] = ["Dossiers", "Offices", "Procedures", "Deadlines", "Submission", "Forms"],
        ["Linked"] = ["Dossiers", "Procedures", "Deadlines", "Submission", "Processing", "Forms"],
        ["Payments"] = ["Dossiers", "Deadlines", "Processing", "Forms"],
        ["Signing"] = ["Pdf", "Scans"],
        ["Forecasts"] = ["Dossiers", "Offices", "Procedures", "Deadlines", "Processing"],
        ["Notifications"] = ["Dossiers", "Offices", "Procedures", "Deadlines", "Processing", "Forecasts", "Forms"],
        ["Results"] = ["Dossiers", "Offices", "Procedures", "Deadlines", "Forms", "Scans", "Pdf", "Signing", "Notifications"],
        ["Petitions"] = ["Dossiers", "Offices", "Deadlines", "Notifications", "Tracking"],
        ["Statistics"] =
        [
            "Dossiers", "Offices", "Procedures", "Deadlines", "Processing", "Submission", "Forms", "Pdf", "Audit", "Signing", "Notifications", "Petitions",
            "Portal", "Tracking",
        ],
        ["Portal"] = ["Dossiers", "Offices", "Procedures", "Eforms", "Deadlines", "Documents", "Submission", "Notifications", "Results"],
        ["Archive"] =
        [
            "Dossiers", "Offices", "Procedures", "Documents", "Scans", "Submission", "Results", "Audit", "Signing", "Processing", "Notifications",
            "Statistics", "Pdf", "Petitions", "Payments",
        ],
        ["Tracking"] = ["Dossiers"],
        ["Audit"] = ["Dossiers", "Signing", "Submission", "Offices"],
        ["Site"] = ["Tracking", "Offices", "Procedures"],
        ["Api"] = ["Offices"],
        ["Azure"] = ["Api", "Dossiers", "Documents", "Signing", "Notifications"],
        ["Embedded"] = ["Api", "Dossiers", "Offices", "Documents", "Signing", "Results", "Notifications", "Audit", "Statistics", "Forms", "Pdf"],
    };

    /// <summary>Which type knows another room or sub-room.</summary>
    internal static readonly (string From, string To, string Type)[] Edges = [.. Load()];

    public static TheoryData<string> Rooms() =>
        new(Directory.GetDirectories(Path.Combine(Repository.Root, "functions")).Select(Path.GetFileName).OfType<string>()
            .Where(room => room is not ("bin" or "obj" or "data")));

    [Theory]
    [MemberData(nameof(Rooms))]
    public void A_room_knows_only_the_rooms_it_may(string room)
    {
        var may = Knows.GetValueOrDefault(room, []).Concat(room is "Platform" ? [] : Everybody).Append(room);

        var broken = Edges.Where(edge => RoomOf(edge.From) == room && !may.Contains(RoomOf(edge.To))).Select(edge => $"{edge.Type} knows {edge.To}").Distinct();

        Assert.Empty(broken);
    }

    [Fact]
    public void No_two_rooms_know_each_other_round_any_corner() => Assert.Empty(CirclesOf(Edges.Select(edge => (RoomOf(edge.From), RoomOf(edge.To)))));

    [Fact]
    public void The_top_level_holds_nothing_else()
    {
        string[] agreed = [
            "functions", "infra", "tests", "PublicAdmin.Functions.sln", "README.md", "LICENSE", "host.json", "azure.yaml", "global.json",
            "Directory.Build.props", "Directory.Packages.props"];

        var found = Directory.GetFileSystemEntries(Repository.Root).Select(Path.GetFileName)
            .Where(name => !name!.StartsWith('.') && name is not ("data" or "TestResults"));

        Assert.Empty(found.Except(agreed));
    }

    /// <summary>Those who are reached again from what they know.</summary>
    private static IEnumerable<string> CirclesOf(IEnumerable<(string From, string To)> edges)
    {
        var next = edges.Where(edge => edge.From != edge.To).Distinct().ToLookup(edge => edge.From, edge => edge.To);
        foreach (var start in next.Select(group => group.Key))
        {
            HashSet<string> reached = [];
            Queue<string> open = new(next[start]);
            while (open.TryDequeue(out var room))
            {
                if (reached.Add(room))
                {
                    next[room].ToList().ForEach(open.Enqueue);
                }
            }

            if (reached.Contains(start))
            {
                yield return start;
            }
        }
    }

    internal static string RoomOf(string space) => space.Split('.')[1];

    private static IEnumerable<(string, string, string)> Load() =>
        from type in new ArchLoader().LoadAssembly(typeof(Services).Assembly).Build().Types
        where IsOurs(type) && !type.Name.EndsWith("Services", StringComparison.Ordinal) && !type.FullName.Contains("Services+", StringComparison.Ordinal)
        from dependency in type.Dependencies
        where IsOurs(dependency.Target) && dependency.Target.Namespace.FullName != type.Namespace.FullName
        select (type.Namespace.FullName, dependency.Target.Namespace.FullName, type.FullName);

    // A generic parameter has no namespace.
    private static bool IsOurs(IType? type) => type?.Namespace?.FullName.StartsWith("PublicAdmin.", StringComparison.Ordinal) == true;
}
