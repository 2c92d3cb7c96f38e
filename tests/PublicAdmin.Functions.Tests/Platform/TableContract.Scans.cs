using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Tests.Platform;

// Ranges, prefixes and pages.
public abstract partial class TableContract
{
    [Fact]
    public async Task A_scan_stays_in_its_partition_and_follows_the_keys()
    {
        foreach (var (partition, key) in new[] { ("p", "b"), ("q", "a"), ("p", "a"), ("p", "B"), ("o", "c"), ("p", "ab") })
        {
            await Table.WriteAsync([RowChange.Insert(Row(partition, key, "x"))], Ct);
        }

        var page = await Table.ScanAsync(RowRange.All("p"), 10, Ct);

        Assert.Equal(["B", "a", "ab", "b"], page.Rows.Select(row => row.Key));
        Assert.False(page.More);
    }

    [Fact]
    public async Task Keys_are_in_the_order_of_their_UTF_16_units()
    {
        string[] keys = ["\uFB01", "a", "đ", "🌾", "Đ", "z", "ă", "\uE000", "e\u0301", "\u00e9"];
        foreach (var key in keys)
        {
            await Table.WriteAsync([RowChange.Insert(Row("p", key, "x"))], Ct);
        }

        var page = await Table.ScanAsync(RowRange.All("p"), 100, Ct);

        Assert.Equal(keys.Order(StringComparer.Ordinal), page.Rows.Select(row => row.Key));
    }

    [Theory]
    [InlineData("b", "d", false, "b,c")]
    [InlineData("b", "d", true, "c")]
    [InlineData("", "b", false, "a")]
    [InlineData("d", null, false, "d,e")]
    [InlineData("e", null, true, "")]
    [InlineData("bb", "bc", true, "")]
    public async Task A_range_has_a_beginning_and_an_end(string from, string? to, bool exclusive, string keys)
    {
        await FillAsync("a", "b", "c", "d", "e");

        var page = await Table.ScanAsync(new RowRange("p", from, to, exclusive), 10, Ct);

        Assert.Equal(keys, string.Join(",", page.Rows.Select(row => row.Key)));
    }

    [Fact]
    public async Task A_prefix_finds_every_key_that_begins_with_it()
    {
        await FillAsync("e", "e000001", "e999999", "eđ", "e🌾", "f", "d");

        var page = await Table.ScanAsync(RowRange.Prefix("p", "e"), 10, Ct);

        Assert.Equal(["e", "e000001", "e999999", "eđ", "e🌾"], page.Rows.Select(row => row.Key));
    }

    [Fact]
    public async Task Pages_together_are_the_whole()
    {
        await FillAsync("a", "b", "c", "d", "e");

        var first = await Table.ScanAsync(RowRange.All("p"), 2, Ct);
        var second = await Table.ScanAsync(RowRange.All("p").After(first.Rows[^1].Key), 2, Ct);
        var last = await Table.ScanAsync(RowRange.All("p").After(second.Rows[^1].Key), 2, Ct);

        Assert.Equal("abcde", string.Concat(first.Rows.Concat(second.Rows).Concat(last.Rows).Select(row => row.Key)));
        Assert.Equal([true, true, false], [first.More, second.More, last.More]);
    }

    [Fact]
    public async Task A_page_that_ends_with_the_range_has_nothing_behind_it()
    {
        await FillAsync("a", "b");

        Assert.False((await Table.ScanAsync(RowRange.All("p"), 2, Ct)).More);
    }

    [Fact]
    public async Task A_walk_goes_through_every_partition_in_order_page_after_page()
    {
        foreach (var (partition, key) in new[] { ("q", "a"), ("p", "b"), ("p", "a"), ("Đ", "x"), ("p q", "a") })
        {
            await Table.WriteAsync([RowChange.Insert(Row(partition, key, "x"))], Ct);
        }

        var walked = new List<TableRow>();
        for (var more = true; more;)
        {
            var page = await Table.WalkAsync(walked.LastOrDefault(), 2, Ct);
            walked.AddRange(page.Rows);
            more = page.More;
        }

        Assert.Equal(["p a", "p b", "p q a", "q a", "Đ x"], walked.Select(row => $"{row.Partition} {row.Key}"));
        Assert.All(walked, row => Assert.NotNull(row.Tag));
    }

    private Task FillAsync(params string[] keys) => Table.WriteAsync([.. keys.Select(key => RowChange.Insert(Row("p", key, "x")))], Ct);
}
