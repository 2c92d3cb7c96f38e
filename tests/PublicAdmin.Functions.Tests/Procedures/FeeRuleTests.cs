using FsCheck;
using FsCheck.Fluent;
using PublicAdmin.Dossiers;
using PublicAdmin.Platform;
using PublicAdmin.Procedures;

namespace PublicAdmin.Tests.Procedures;

public sealed class FeeRuleTests
{
    private static readonly DateOnly Today = new(2026, 11, 20);
    private static readonly ProcedureCatalogue Catalogue = new();

    [Theory]
    [InlineData("1.004222", Channel.Online, 10_000)] // permanent residence, half price online
    [InlineData("1.004222", Channel.Assisted, 10_000)]
    [InlineData("1.004222", Channel.Counter, 20_000)]
    [InlineData("1.004194", Channel.Post, 15_000)]
    [InlineData("2.000884", Channel.Counter, 10_000)]
    [InlineData("1.001193", Channel.Online, 0)] // birth on time is free
    public void The_fee_follows_the_channel(string code, Channel channel, long total) => Assert.Equal(total, Quote(code, new(channel, Today)).Total);

    [Theory]
    [InlineData(1, 1, 2_000)]
    [InlineData(2, 1, 4_000)]
    [InlineData(3, 1, 5_000)] // the third page costs half
    [InlineData(10, 3, 36_000)]
    [InlineData(500, 2, 400_000)] // capped per copy
    public void Certified_copies_cost_by_page_and_copy(int pages, int copies, long total) =>
        Assert.Equal(total, Quote("2.000815", new(Channel.Counter, Today, copies, pages)).Total);

    [Fact]
    public void A_copy_of_an_extract_costs_by_copy() => Assert.Equal(24_000, Quote("2.000635", new(Channel.Online, Today, Copies: 3)).Total);

    [Fact]
    public void An_unknown_amount_is_said_to_be_unknown_and_not_to_be_nothing()
    {
        var quote = Quote("1.013978", new(Channel.Counter, Today));

        Assert.Null(quote.Total);
        Assert.Single(quote.Lines);
    }

    [Fact]
    public void A_conditional_fee_is_charged_only_when_its_case_is_named()
    {
        Assert.Equal(0, Quote("1.001193", new(Channel.Counter, Today)).Total);
        Assert.Null(Quote("1.001193", new(Channel.Counter, Today, Cases: "qua-han")).Total);
    }

    [Fact]
    public void A_window_gives_way_to_the_rule_behind_it_when_it_ends()
    {
        var name = new Text("Lệ phí", "Fee");
        FeeRule[] rules =
        [
            new("fee", name, FeeBasis.PerCase, 5_000, From: Today, To: Today.AddDays(9)),
            new("fee", name, FeeBasis.PerCase, 8_000),
        ];

        long? On(int day) => FeeQuote.Of(rules, new(Channel.Online, Today.AddDays(day))).Total;

        Assert.Equal([8_000, 5_000, 5_000, 8_000], [On(-1)!.Value, On(0)!.Value, On(9)!.Value, On(10)!.Value]);
    }

    [Fact]
    public void More_pages_never_cost_less_and_no_copy_costs_more_than_the_cap() =>
        Prop.ForAll<PositiveInt, PositiveInt>((pages, copies) =>
        {
            var price = Quote("2.000815", new(Channel.Counter, Today, copies.Get, pages.Get)).Total;
            var next = Quote("2.000815", new(Channel.Counter, Today, copies.Get, pages.Get + 1)).Total;

            return price <= next && next <= 200_000L * copies.Get && price > 0;
        }).QuickCheckThrowOnFailure();

    private static FeeQuote Quote(string code, FeeOccasion occasion) => FeeQuote.Of(Catalogue.Find(code, Today)!.Fees, occasion);
}
