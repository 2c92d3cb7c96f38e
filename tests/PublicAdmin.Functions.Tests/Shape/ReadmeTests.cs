using System.Globalization;
using PublicAdmin.Tests.Journeys;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Shape;

public sealed class ReadmeTests
{
    [Fact]
    public void It_shows_every_room_of_the_office()
    {
        var readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));
        var rooms = Directory.EnumerateDirectories(Path.Combine(Repository.Root, "functions"))
            .Select(folder => Path.GetFileName(folder))
            .Where(room => char.IsUpper(room[0]));

        Assert.All(rooms, room => Assert.Contains($"  {room}/ ", readme, StringComparison.Ordinal));
    }

    /// <summary>Milliseconds as they stand above the table in infra/README, by the columns of operations.tsv.</summary>
    private static readonly int[] Milliseconds = [10, 10, 15, 20, 50, 50, 50];

    [Fact]
    public void What_it_says_each_door_takes_in_Azure_follows_from_what_was_counted()
    {
        var readme = File.ReadAllText(Path.Combine(Repository.Root, "infra", "README.md"));

        Assert.All(JourneyOperations.Known, line => Assert.Contains(RowOf(line.Split('\t')), readme, StringComparison.Ordinal));
    }

    private static string RowOf(string[] columns)
    {
        var counts = columns[2..].Select(column => int.Parse(column, CultureInfo.InvariantCulture)).ToArray();
        var each = Math.Round(counts.Zip(Milliseconds, (count, each) => count * each).Sum() / double.Parse(columns[1], CultureInfo.InvariantCulture));
        return $"| `{columns[0]}` | {columns[1]} | {counts[0]} + {counts[1]} | {counts[2]} | {counts[3]} | {counts[4]} + {counts[5]} | {counts[6]} | {each} |";
    }
}
