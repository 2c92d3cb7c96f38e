using Microsoft.Net.Http.Headers;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Tests.Platform;

/// <summary>What any adapter behind <see cref="ITable"/> must do. The Azure adapter is run against it too, where there is an account.</summary>
public abstract partial class TableContract
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    /// <summary>A table that holds nothing in the partitions named here.</summary>
    protected abstract ITable Table { get; }

    [Fact]
    public async Task What_was_written_can_be_read()
    {
        var values = new Dictionary<string, object?>
        {
            ["Text"] = "Lò Thị Mai 🌾",
            ["Empty"] = "",
            ["Number"] = -42L,
            ["Large"] = long.MinValue,
            ["Yes"] = true,
            ["No"] = false,
            ["Instant"] = DateTimeOffset.Parse("2026-11-20T09:00:00.1234567+07:00", System.Globalization.CultureInfo.InvariantCulture),
            ["Second"] = DateTimeOffset.UnixEpoch,
            ["Bytes"] = new byte[] { 0, 255, 7 },
            ["Nothing"] = null,
        };

        await Table.WriteAsync([RowChange.Insert(new TableRow("p", "k", values))], Ct);

        var row = await Table.FindAsync("p", "k", Ct);
        Assert.Equal(values.Where(value => value.Value is not null).OrderBy(value => value.Key), row!.Values.OrderBy(value => value.Key));
    }

    [Fact]
    public async Task A_tag_can_stand_in_an_answer_as_it_is_and_comes_back_from_there()
    {
        var written = Assert.Single(await Table.WriteAsync([RowChange.Insert(Row("p", "k", "first"))], Ct));

        Assert.True(EntityTagHeaderValue.TryParse($"\"{written}\"", out var tag), written);
        await Table.WriteAsync([RowChange.Replace(Row("p", "k", "second") with { Tag = tag!.Tag.ToString().Trim('"') })], Ct);
    }

    [Fact]
    public async Task An_instant_comes_back_in_UTC()
    {
        await Table.WriteAsync(
            [RowChange.Insert(Row("p", "k", DateTimeOffset.Parse("2026-11-20T09:00+07:00", System.Globalization.CultureInfo.InvariantCulture)))], Ct);

        var row = await Table.FindAsync("p", "k", Ct);

        Assert.Equal(TimeSpan.Zero, row!.Instant("Value").Offset);
    }

    [Fact]
    public async Task An_unknown_row_is_not_found() => Assert.Null(await Table.FindAsync("p", "unknown", Ct));

    [Theory]
    [InlineData("a/b", "k")]
    [InlineData("p", "..\\k")]
    [InlineData("p", "k?#")]
    [InlineData("p", "\u0001")]
    public async Task A_row_that_cannot_be_is_not_found(string partition, string key) => Assert.Null(await Table.FindAsync(partition, key, Ct));

    [Fact]
    public async Task A_row_can_be_inserted_only_once()
    {
        await Table.WriteAsync([RowChange.Insert(Row("p", "k", "first"))], Ct);

        await Assert.ThrowsAsync<StaleRowException>(() => Table.WriteAsync([RowChange.Insert(Row("p", "k", "second"))], Ct));

        Assert.Equal("first", (await Table.FindAsync("p", "k", Ct))!.Text("Value"));
    }

    [Fact]
    public async Task A_replacement_with_the_tag_it_read_succeeds_once()
    {
        var tag = Assert.Single(await Table.WriteAsync([RowChange.Insert(Row("p", "k", "first"))], Ct));

        await Table.WriteAsync([RowChange.Replace(Row("p", "k", "second") with { Tag = tag })], Ct);

        await Assert.ThrowsAsync<StaleRowException>(() => Table.WriteAsync([RowChange.Replace(Row("p", "k", "third") with { Tag = tag })], Ct));
        Assert.Equal("second", (await Table.FindAsync("p", "k", Ct))!.Text("Value"));
    }

    [Fact]
    public async Task The_answered_tag_is_the_one_a_reader_sees()
    {
        var tags = await Table.WriteAsync([RowChange.Insert(Row("p", "a", "x")), RowChange.Upsert(Row("p", "b", "y"))], Ct);

        Assert.Equal(tags[0], (await Table.FindAsync("p", "a", Ct))!.Tag);
        Assert.Equal(tags[1], (await Table.FindAsync("p", "b", Ct))!.Tag);
    }

    [Fact]
    public async Task A_row_written_again_after_its_deletion_has_another_tag()
    {
        var before = await Table.WriteAsync([RowChange.Insert(Row("p", "k", "x"))], Ct);
        await Table.WriteAsync([RowChange.Delete("p", "k")], Ct);
        await Table.WriteAsync([RowChange.Insert(Row("p", "k", "x"))], Ct);

        await Assert.ThrowsAsync<StaleRowException>(() => Table.WriteAsync([RowChange.Delete("p", "k", before[0])], Ct));
    }

    [Fact]
    public async Task A_replacement_leaves_no_old_value()
    {
        await Table.WriteAsync([RowChange.Insert(new TableRow("p", "k", new Dictionary<string, object?> { ["Old"] = "x", ["Both"] = "x" }))], Ct);

        await Table.WriteAsync([RowChange.Replace(new TableRow("p", "k", new Dictionary<string, object?> { ["Both"] = "y" }))], Ct);

        Assert.Equal("Both", Assert.Single((await Table.FindAsync("p", "k", Ct))!.Values).Key);
    }

    [Fact]
    public async Task What_is_not_there_can_be_neither_replaced_nor_deleted()
    {
        await Assert.ThrowsAsync<StaleRowException>(() => Table.WriteAsync([RowChange.Replace(Row("p", "k", "x"))], Ct));
        await Assert.ThrowsAsync<StaleRowException>(() => Table.WriteAsync([RowChange.Delete("p", "k")], Ct));
    }

    [Fact]
    public async Task An_upsert_inserts_and_replaces()
    {
        await Table.WriteAsync([RowChange.Upsert(Row("p", "k", "first"))], Ct);
        await Table.WriteAsync([RowChange.Upsert(Row("p", "k", "second"))], Ct);

        Assert.Equal("second", (await Table.FindAsync("p", "k", Ct))!.Text("Value"));
    }

    [Fact]
    public async Task When_one_change_of_a_batch_is_refused_none_is_made()
    {
        await Table.WriteAsync([RowChange.Insert(Row("p", "taken", "x")), RowChange.Insert(Row("p", "old", "x"))], Ct);

        await Assert.ThrowsAsync<StaleRowException>(() => Table.WriteAsync(
            [RowChange.Insert(Row("p", "free", "y")), RowChange.Delete("p", "old"), RowChange.Replace(Row("p", "missing", "y")),
                RowChange.Upsert(Row("p", "taken", "y"))], Ct));

        Assert.Null(await Table.FindAsync("p", "free", Ct));
        Assert.NotNull(await Table.FindAsync("p", "old", Ct));
        Assert.Equal("x", (await Table.FindAsync("p", "taken", Ct))!.Text("Value"));
    }

    [Fact]
    public async Task A_batch_that_breaks_a_limit_is_refused()
    {
        var large = Row("p", "k", new string('a', TableLimits.MaxValueBytes));

        await Assert.ThrowsAsync<RowRefusedException>(() => Table.WriteAsync([RowChange.Insert(large)], Ct));
        await Assert.ThrowsAsync<RowRefusedException>(() => Table.WriteAsync([], Ct));
    }

    [Fact]
    public async Task Of_many_writers_with_one_tag_exactly_one_wins()
    {
        var tag = (await Table.WriteAsync([RowChange.Insert(Row("p", "k", "x"))], Ct))[0];

        var attempts = await Task.WhenAll(Enumerable.Range(0, 20).Select(n => Record.ExceptionAsync(
            () => Table.WriteAsync([RowChange.Replace(Row("p", "k", $"{n}") with { Tag = tag }), RowChange.Insert(Row("p", $"by{n}", "x"))], Ct))));

        Assert.Single(attempts, error => error is null);
        Assert.All(attempts.Where(error => error is not null), error => Assert.IsType<StaleRowException>(error));
        Assert.Single((await Table.ScanAsync(RowRange.Prefix("p", "by"), 100, Ct)).Rows);
    }

    private static TableRow Row(string partition, string key, object value) => new(partition, key, new Dictionary<string, object?> { ["Value"] = value });
}
