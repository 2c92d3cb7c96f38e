using System.Net;
using System.Net.Http.Json;
using PublicAdmin.Dossiers;
using PublicAdmin.Payments.Cash;
using PublicAdmin.Payments.Refunds;
using PublicAdmin.Platform;
using PublicAdmin.Processing.Deciding;
using PublicAdmin.Submission;
using PublicAdmin.Tests.Payments;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Attack;

/// <summary>Money that two ask for, or one asks for twice, at the same moment goes back once and never beyond its sum.</summary>
public sealed class MoneyOfOneMomentTests
{
    private const string Cashier = "cashier-muong-ang";
    private const string Leader = "leader-muong-ang";

    [Fact]
    public async Task Two_refunds_of_one_moment_never_pass_what_the_closure_gives_back()
    {
        await using var platform = await PlatformServer.StartAsync();
        await using var office = await Office.OpenAsync("2026-11-20T02:00Z", platform.Settings);
        platform.Now = office.Clock.GetUtcNow;
        var steps = await SameMoment.AtEachStepAsync(
            office,
            async () =>
            {
                var (first, second) = await PaidTwiceAsync(office, platform);
                return (() => AskAsync(office, first), () => AskAsync(office, second));
            },
            async (first, second) =>
            {
                Assert.Single(new[] { first, second }, answer => answer.StatusCode is HttpStatusCode.OK);
                var refused = await (first.IsSuccessStatusCode ? second : first).Content.ReadAsStringAsync();
                Assert.Contains("field-number-invalid", refused, StringComparison.Ordinal);
            });

        Assert.True(steps > 3, $"Only {steps} steps.");
    }

    [Fact]
    public async Task A_refund_asked_for_and_decided_twice_is_one()
    {
        await using var platform = await PlatformServer.StartAsync();
        await using var office = await Office.OpenAsync("2026-11-20T02:00Z", platform.Settings);
        platform.Now = office.Clock.GetUtcNow;
        await SameMoment.AtEachStepAsync(
            office,
            async () => (await PaidTwiceAsync(office, platform)) is var (one, _) ? SameMoment.Twice(() => AskAsync(office, one)) : default,
            SameMoment.SameAsync<Refund>(refund => refund.Reference));
        await SameMoment.AtEachStepAsync(
            office,
            async () =>
            {
                var (one, _) = await PaidTwiceAsync(office, platform);
                (await AskAsync(office, one)).EnsureSuccessStatusCode();
                return SameMoment.Twice(() => office.As(Leader).PostAsJsonAsync(
                    $"/api/payments/orders/{one.Order}/refund-decision", new RefundDecisionForm(one.Transaction, true), OfficeJson.Options));
            },
            SameMoment.SameAsync<Refund>(refund => refund.Reference));

        Assert.Equal(platform.Refunds.Count, platform.Refunds.Keys.Distinct().Count());
    }

    [Fact]
    public async Task A_day_of_cash_closed_twice_is_closed_once()
    {
        await using var office = await Office.OpenAsync();
        await SameMoment.AtEachStepAsync(
            office,
            async () =>
            {
                office.Clock.Advance(TimeSpan.FromDays(1));
                await office.CashAsync(await office.OwingAsync(), 8_000);
                var path = $"/api/offices/{office.OfficeOf(Cashier)}/cash/{office.Clock.Today():yyyy-MM-dd}/closing";
                return SameMoment.Twice(() => office.As(Cashier).PostAsJsonAsync(path, new ClosingForm(8_000, null), OfficeJson.Options));
            },
            SameMoment.SameAsync<object>(_ => ""));
    }

    private static Task<HttpResponseMessage> AskAsync(Office office, (string Order, string Transaction) paid) => office.As(Cashier).PostAsJsonAsync(
        $"/api/payments/orders/{paid.Order}/refund", new RefundForm(paid.Transaction, 8_000, "Rút hồ sơ"), OfficeJson.Options);

    // Two orders of 8,000 paid; the closure gives 10,000 of them back.
    private static async Task<((string Order, string Transaction) First, (string Order, string Transaction) Second)> PaidTwiceAsync(
        Office office, PlatformServer platform)
    {
        var code = await office.OwingAsync();
        var first = await PaidAsync(office, platform, code);
        await office.As("clerk-muong-ang").ActAsync(code, "fee", new FeeFactsForm(2));
        var second = await PaidAsync(office, platform, code);
        await office.As("clerk-muong-ang").ActAsync(code, "withdrawal", new WithdrawalForm("Đổi ý"));
        await office.As(Leader).ActAsync(code, "fee-closure", new FeeClosureForm(FeeOutcome.Refunded, "Hồ sơ rút trước khi giải quyết", 10_000));
        return (first, second);
    }

    private static async Task<(string Order, string Transaction)> PaidAsync(Office office, PlatformServer platform, DossierCode code)
    {
        var order = (await office.OrderAsync(code)).Reference;
        var notice = platform.Pay(order, office.Clock.GetUtcNow());
        (await PlatformServer.TellAsync(office, notice)).EnsureSuccessStatusCode();
        return (order, notice.Transaction);
    }
}
