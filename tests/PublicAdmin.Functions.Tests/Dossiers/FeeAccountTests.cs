using PublicAdmin.Dossiers;
using PublicAdmin.Platform;

namespace PublicAdmin.Tests.Dossiers;

public sealed class FeeAccountTests
{
    private static readonly Text Name = new("Lệ phí", "Fee");

    [Theory]
    [InlineData(new long[0], 0, PaymentState.Nothing)]
    [InlineData(new long[] { 8_000 }, 0, PaymentState.Due)]
    [InlineData(new long[] { 8_000, 2_000 }, 8_000, PaymentState.Due)]
    [InlineData(new long[] { 8_000, 2_000 }, 10_000, PaymentState.Paid)]
    [InlineData(new long[0], 5_000, PaymentState.Paid)]
    public void A_fee_is_paid_when_all_of_it_is(long[] owed, long paid, PaymentState state)
    {
        var account = FeeAccount.Empty.Assessed([.. owed.Select((amount, n) => new FeeItem($"fee-{n}", Name, amount))]);

        Assert.Equal(state, (paid == 0 ? account : account.Received(Receipt(paid))).State);
    }

    [Fact]
    public void An_amount_nobody_knows_is_due_until_it_is_charged()
    {
        var unknown = FeeAccount.Empty.Assessed([new FeeItem("le-phi", Name), new FeeItem("ban-sao", Name, 8_000)]);
        var charged = unknown.Received(Receipt(23_000));

        Assert.Equal((null, PaymentState.Due), (unknown.Total, unknown.State));
        Assert.Equal((23_000L, PaymentState.Paid, 15_000L), (charged.Total, charged.State, charged.Items[0].Amount));
    }

    [Fact]
    public void Paying_a_duty_does_not_pay_a_fee_nobody_knows_yet()
    {
        var account = FeeAccount.Empty.Assessed([new FeeItem("le-phi", Name)]).Owing(FeeItem.Duty(120_000)).Received(Receipt(120_000));

        Assert.Equal((null, PaymentState.Due), (account.Total, account.State));
        Assert.Equal((150_000L, PaymentState.Paid), (account.Received(Receipt(30_000)).Total, account.Received(Receipt(30_000)).State));
        Assert.Equal((120_000L, PaymentState.Paid), (account.Received(Receipt(0)).Total, account.Received(Receipt(0)).State));
    }

    [Fact]
    public void A_duty_comes_on_top_of_the_fee_and_survives_a_new_assessment()
    {
        var account = FeeAccount.Empty.Assessed([new FeeItem("le-phi", Name, 8_000)]).Received(Receipt(8_000)).Owing(FeeItem.Duty(120_000));

        Assert.Equal((128_000L, PaymentState.Due), (account.Total, account.State));
        Assert.Equal(136_000, account.Assessed([new FeeItem("le-phi", Name, 16_000)]).Total);
        Assert.Equal(PaymentState.Paid, account.Received(Receipt(120_000)).State);
    }

    private static FeeReceipt Receipt(long amount) => new(amount, "BL 001", DateTimeOffset.UnixEpoch);
}
