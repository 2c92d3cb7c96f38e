using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Tests.Platform;

public class TableLimitsTests
{
    private static readonly Dictionary<string, object?> Nothing = [];

    [Theory]
    [InlineData("a/b")]
    [InlineData("a\\b")]
    [InlineData("a#b")]
    [InlineData("a?b")]
    [InlineData("a\nb")]
    public void A_key_with_a_forbidden_character_is_refused(string key) =>
        Assert.Throws<RowRefusedException>(() => TableLimits.Check([RowChange.Insert(new TableRow("p", key, Nothing))]));

    [Fact]
    public void A_batch_may_not_leave_its_partition() =>
        Assert.Throws<RowRefusedException>(() => TableLimits.Check([Insert("p", "1"), Insert("q", "1")]));

    [Fact]
    public void A_batch_may_not_name_a_row_twice() =>
        Assert.Throws<RowRefusedException>(() => TableLimits.Check([Insert("p", "1"), Insert("p", "1")]));

    [Theory]
    [InlineData(32_768, true)]
    [InlineData(32_769, false)]
    public void A_text_holds_64_KiB_in_UTF_16(int characters, bool fits)
    {
        var row = new TableRow("p", "1", new Dictionary<string, object?> { ["Text"] = new string('a', characters) });

        var error = Record.Exception(() => TableLimits.Check([RowChange.Insert(row)]));

        Assert.Equal(fits, error is null);
    }

    [Theory]
    [InlineData(100, true)]
    [InlineData(101, false)]
    public void A_batch_holds_100_changes(int changes, bool fits)
    {
        var error = Record.Exception(() => TableLimits.Check([.. Enumerable.Range(0, changes).Select(n => Insert("p", $"{n}"))]));

        Assert.Equal(fits, error is null);
    }

    private static RowChange Insert(string partition, string key) => RowChange.Insert(new TableRow(partition, key, Nothing));
}
