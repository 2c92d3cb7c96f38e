using FsCheck;
using FsCheck.Fluent;
using PublicAdmin.Platform.Reference;

namespace PublicAdmin.Tests.Platform;

public sealed class TimelinesTests
{
    private static readonly DateOnly Start = new(2025, 7, 1);

    private sealed record Version(string Code, DateOnly ValidFrom, DateOnly? ValidTo = null) : IEffective;

    [Fact]
    public void A_version_holds_from_its_first_day_until_the_day_before_the_next()
    {
        var line = new Timelines<Version>([new("a", Start), new("a", Start.AddDays(10))]);

        Assert.Null(line.On("a", Start.AddDays(-1)));
        Assert.Equal(Start, line.On("a", Start)?.ValidFrom);
        Assert.Equal(Start, line.On("a", Start.AddDays(9))?.ValidFrom);
        Assert.Equal(Start.AddDays(10), line.On("a", Start.AddDays(10))?.ValidFrom);
    }

    [Fact]
    public void What_has_ended_does_not_fall_back_to_an_older_version()
    {
        var line = new Timelines<Version>([new("a", Start), new("a", Start.AddDays(10), Start.AddDays(12))]);

        Assert.NotNull(line.On("a", Start.AddDays(12)));
        Assert.Null(line.On("a", Start.AddDays(13)));
        Assert.Empty(line.All(Start.AddDays(13)));
    }

    [Fact]
    public void Two_versions_from_the_same_day_are_a_fault_in_the_data() =>
        Assert.Throws<ArgumentException>(() => new Timelines<Version>([new("a", Start), new("a", Start)]));

    [Fact]
    public void A_later_version_never_changes_what_held_before_it() =>
        Prop.ForAll<int[], int, int>((begins, added, asked) =>
        {
            var versions = begins.Select(n => Math.Abs(n % 1000)).Distinct().Select(n => new Version("a", Start.AddDays(n))).ToArray();
            var later = new Version("a", Start.AddDays(1000 + Math.Abs(added % 1000)));
            var day = Start.AddDays(Math.Abs(asked % 1000));

            return new Timelines<Version>(versions).On("a", day) == new Timelines<Version>([.. versions, later]).On("a", day);
        }).QuickCheckThrowOnFailure();
}
