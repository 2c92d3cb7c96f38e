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
}
