using System.Globalization;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Shape;

/// <summary>
/// Within a room too nobody is reached again from what they know: a sub-room (and the room's own files are one) stands on others or carries them. What went
/// round when the rule began to be held stands in sub-room-circles.tsv, by how many types go that way, and may only shrink.
/// </summary>
public class SubRoomsTests
{
    private static readonly Dictionary<string, int> Known = File
        .ReadLines(Path.Combine(Repository.Root, "tests", "PublicAdmin.Functions.Tests", "Shape", "sub-room-circles.tsv"))
        .Select(line => line.Split('\t')).ToDictionary(parts => $"{parts[0]}\t{parts[1]}", parts => int.Parse(parts[2], CultureInfo.InvariantCulture));

    [Fact]
    public void No_sub_rooms_of_a_room_know_each_other_round_any_corner_but_those_that_did()
    {
        var found = RoomsTests.Edges.Where(edge => RoomsTests.RoomOf(edge.From) == RoomsTests.RoomOf(edge.To))
            .GroupBy(edge => RoomsTests.RoomOf(edge.From)).SelectMany(room => RoundIn([.. room]))
            .ToDictionary(way => way.Way, way => way.Types.Count);

        var over = found.Where(way => way.Value > Known.GetValueOrDefault(way.Key)).Select(way => $"{way.Key}\t{way.Value}");
        var under = Known.Where(way => found.GetValueOrDefault(way.Key) < way.Value)
            .Select(way => $"{way.Key}: {found.GetValueOrDefault(way.Key)} instead of {way.Value}, let sub-room-circles.tsv follow");
        var wrong = over.Concat(under).Order(StringComparer.Ordinal).ToList();
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    /// <summary>The ways of which circles are made, and who goes them.</summary>
    private static IEnumerable<(string Way, List<string> Types)> RoundIn(IReadOnlyList<(string From, string To, string Type)> edges)
    {
        var next = edges.Select(edge => (edge.From, edge.To)).Distinct().ToLookup(edge => edge.From, edge => edge.To);
        return edges.GroupBy(edge => (edge.From, edge.To)).Where(way => IsReached(way.Key.From, way.Key.To, next))
            .Select(way => ($"{way.Key.From}\t{way.Key.To}", way.Select(edge => edge.Type).Distinct().ToList()));
    }

    private static bool IsReached(string wanted, string from, ILookup<string, string> next)
    {
        HashSet<string> seen = [from];
        for (var open = new Stack<string>(seen); open.TryPop(out var here);)
        {
            foreach (var there in next[here].Where(seen.Add))
            {
                open.Push(there);
            }
        }

        return seen.Contains(wanted);
    }
}
