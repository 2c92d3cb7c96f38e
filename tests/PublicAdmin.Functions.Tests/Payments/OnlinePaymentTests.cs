using System.Net;
using System.Net.Http.Json;
using PublicAdmin.Dossiers;
using PublicAdmin.Payments.Confirming;
using PublicAdmin.Payments.Orders;
using PublicAdmin.Payments.Reconciling;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;
using PublicAdmin.Processing.Deciding;
using PublicAdmin.Submission;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Payments;

/// <summary>One payment is one booking, whatever the platform tells, tells twice, forgets or denies; and success is not yet settled.</summary>
public sealed class OnlinePaymentTests
{
    [Fact]
    public async Task An_order_freezes_the_amount_and_is_the_same_until_something_changes()
    {
        await using var platform = await PlatformServer.StartAsync();
        await using var office = await Office.OpenAsync("2026-11-20T02:00Z", platform.Settings);
        var code = await office.OwingAsync(copies: 3);

        var first = await office.OrderAsync(code);
        var again = await office.OrderAsync(code);
        await office.CashAsync(code, 4_000);
        var less = await office.OrderAsync(code);
        office.Clock.Advance(TimeSpan.FromHours(25));
        var later = await office.OrderAsync(code);

        Assert.Equal((24_000, OrderState.Open, $"https://pay.example/{first.Reference}"), (first.Amount, first.State, first.Page));
        Assert.Equal(first.Reference, again.Reference);
        Assert.Equal(20_000, less.Amount);
        Assert.Equal(3, new[] { first.Reference, less.Reference, later.Reference }.Distinct().Count());
        Assert.All([first, less, later], order => Assert.True(PaymentReference.IsWhole(order.Reference) && order.Reference.Length <= 30));
    }

    [Fact]
    public void A_reference_with_one_sign_wrong_or_two_changed_round_is_none()
    {
        var reference = PaymentReference.Of("H18.61", 2026, 1_234_567);
        for (var n = 0; n < reference.Length; n++)
        {
            Assert.All("0123456789ABCXYZ".Where(sign => sign != reference[n] && char.IsAsciiDigit(sign) == char.IsAsciiDigit(reference[n])),
                sign => Assert.False(PaymentReference.IsWhole(reference[..n] + sign + reference[(n + 1)..])));
            var turned = n + 1 < reference.Length && char.IsAsciiDigit(reference[n])
                ? reference[..n] + reference[n + 1] + reference[n] + reference[(n + 2)..] : reference;
            Assert.Equal(turned == reference, PaymentReference.IsWhole(turned));
        }
    }

    [Fact]
    public async Task A_notice_books_one_receipt_and_the_same_again_has_the_same_answer()
    {
        await using var platform = await PlatformServer.StartAsync();
        await using var office = await Office.OpenAsync("2026-11-20T02:00Z", platform.Settings);
        var code = await office.OwingAsync();
        var notice = platform.Pay((await office.OrderAsync(code)).Reference, office.Clock.GetUtcNow());

        var first = await (await PlatformServer.TellAsync(office, notice)).Content.ReadAsStringAsync();
        office.Clock.Advance(TimeSpan.FromHours(3));
        var again = await (await PlatformServer.TellAsync(office, notice)).Content.ReadAsStringAsync();
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => PlatformServer.TellAsync(office, notice)));

        var dossier = await office.As("mai").ReadDossierAsync(code);
        Assert.Equal(first, again);
        Assert.Equal(
            "BL26-H18.61 0000001", Assert.Single(dossier.Fee.Receipts).Number.Replace(office.OfficeOf("clerk-muong-ang"), "H18.61", StringComparison.Ordinal));
        Assert.Equal((PaymentState.Paid, OrderState.Paid), (dossier.Fee.State, (await office.ReadOrderAsync(code)).State));
    }

    [Fact]
    public async Task Forged_unknown_of_another_amount_or_paid_twice_it_is_refused_written_down_and_books_nothing()
    {
        await using var platform = await PlatformServer.StartAsync();
        await using var office = await Office.OpenAsync("2026-11-20T02:00Z", platform.Settings);
        var code = await office.OwingAsync();
        var reference = (await office.OrderAsync(code)).Reference;
        var now = office.Clock.GetUtcNow();
        var good = PlatformServer.NoticeOf(reference, 8_000, now, "GD1");

        var forged = await PlatformServer.TellAsync(office, good with { Amount = 1 }).ProblemAsync(HttpStatusCode.Unauthorized);
        var unsigned = await PlatformServer.TellAsync(office, good with { Code = "" }).ProblemAsync(HttpStatusCode.Unauthorized);
        var unknown = await PlatformServer.TellAsync(office, PlatformServer.NoticeOf(PaymentReference.Of("H18.61", 2026, 999), 8_000, now, "GD2"))
            .ProblemAsync(HttpStatusCode.NotFound);
        var other = await PlatformServer.TellAsync(office, PlatformServer.NoticeOf(reference, 80_000, now, "GD3"))
            .ProblemAsync(HttpStatusCode.UnprocessableEntity);
        Assert.Empty((await office.As("mai").ReadDossierAsync(code)).Fee.Receipts);
        await PlatformServer.TellAsync(office, good);
        var twice = await PlatformServer.TellAsync(office, PlatformServer.NoticeOf(reference, 8_000, now, "GD4")).ProblemAsync(HttpStatusCode.Conflict);

        Assert.Equal(
            ["payment-forged", "payment-forged", "payment-unknown", "payment-amount-differs", "payment-doubled"],
            new[] { forged, unsigned, unknown, other, twice }.Select(problem => problem.Code));
        Assert.Single((await office.As("mai").ReadDossierAsync(code)).Fee.Receipts);
        Assert.Equal(
            ["payment-amount-differs", "payment-doubled", "payment-forged", "payment-forged", "payment-unknown"],
            (await AlarmsAsync(office)).Select(alarm => alarm.Reason).Order());
    }

    [Fact]
    public async Task Whoever_forges_notices_fills_no_table_and_stands_in_nobodys_way()
    {
        await using var platform = await PlatformServer.StartAsync();
        await using var office = await Office.OpenAsync("2026-11-20T02:00Z", platform.Settings);
        var good = PlatformServer.NoticeOf((await office.OrderAsync(await office.OwingAsync())).Reference, 8_000, office.Clock.GetUtcNow(), "GD1");
        for (var n = 1; n <= 50; n++)
        {
            await PlatformServer.TellAsync(office, good with { Amount = n }).ProblemAsync(HttpStatusCode.Unauthorized);
        }

        await PlatformServer.TellAsync(office, good with { Amount = 51 }).ProblemAsync(HttpStatusCode.TooManyRequests);

        Assert.Equal(HttpStatusCode.OK, (await PlatformServer.TellAsync(office, good)).StatusCode);
        Assert.Equal(50, (await AlarmsAsync(office)).Count);
    }

    [Fact]
    public async Task A_lost_notice_is_found_by_asking_though_the_platform_was_away_and_denied_it()
    {
        await using var platform = await PlatformServer.StartAsync();
        await using var office = await Office.OpenAsync("2026-11-20T02:00Z", platform.Settings);
        var code = await office.OwingAsync();
        platform.Pay((await office.OrderAsync(code)).Reference, office.Clock.GetUtcNow());

        await RoundAsync(office, TimeSpan.FromMinutes(20)); // Too early to ask.
        Assert.Equal(OrderState.Open, (await office.ReadOrderAsync(code)).State);
        platform.IsDown = true;
        await RoundAsync(office, TimeSpan.FromMinutes(15));
        (platform.IsDown, platform.Lies) = (false, true);
        await RoundAsync(office, TimeSpan.FromHours(2));
        Assert.Equal(OrderState.Failed, (await office.ReadOrderAsync(code)).State);
        platform.Lies = false;
        await RoundAsync(office, TimeSpan.FromHours(8));

        Assert.Equal(OrderState.Paid, (await office.ReadOrderAsync(code)).State);
        Assert.Equal(PaymentState.Paid, (await office.As("mai").ReadDossierAsync(code)).Fee.State);
    }

    [Fact]
    public async Task An_order_nobody_paid_expires_and_is_asked_about_no_more()
    {
        await using var platform = await PlatformServer.StartAsync();
        await using var office = await Office.OpenAsync("2026-11-20T02:00Z", platform.Settings);
        var code = await office.OwingAsync();
        await office.OrderAsync(code);

        for (var n = 0; n < 12; n++)
        {
            await RoundAsync(office, TimeSpan.FromHours(13));
        }

        Assert.Equal(OrderState.Expired, (await office.ReadOrderAsync(code)).State);
        Assert.Empty(await office.The<OrderStore>().ToAskAsync(office.Clock.GetUtcNow().AddYears(1), 10, default));
    }

    [Fact]
    public async Task An_old_notice_counts_only_when_the_platform_confirms_it()
    {
        await using var platform = await PlatformServer.StartAsync();
        await using var office = await Office.OpenAsync("2026-11-20T02:00Z", platform.Settings);
        var code = await office.OwingAsync();
        var reference = (await office.OrderAsync(code)).Reference;
        var old = PlatformServer.NoticeOf(reference, 8_000, office.Clock.GetUtcNow().AddMinutes(-11), "GD1");

        var stale = await PlatformServer.TellAsync(office, old).ProblemAsync(HttpStatusCode.UnprocessableEntity);
        platform.Settled.Enqueue(old);
        var confirmed = await PlatformServer.TellAsync(office, old);

        Assert.Equal("payment-stale", stale.Code);
        Assert.Equal(HttpStatusCode.OK, confirmed.StatusCode);
        Assert.Equal(PaymentState.Paid, (await office.As("mai").ReadDossierAsync(code)).Fee.State);
    }

    [Fact]
    public async Task Money_that_comes_when_nothing_is_owed_is_heard_alarmed_and_booked_on_nobody()
    {
        await using var platform = await PlatformServer.StartAsync();
        await using var office = await Office.OpenAsync("2026-11-20T02:00Z", platform.Settings);
        var code = await office.OwingAsync();
        var notice = platform.Pay((await office.OrderAsync(code)).Reference, office.Clock.GetUtcNow());
        await office.CashAsync(code, 8_000);

        var heard = await PlatformServer.TellAsync(office, notice);

        Assert.Equal(HttpStatusCode.OK, heard.StatusCode);
        Assert.Equal(OrderState.Excess, (await office.ReadOrderAsync(code)).State);
        Assert.Equal(8_000, (await office.As("mai").ReadDossierAsync(code)).Fee.Paid);
        Assert.Equal("fee-nothing-owed", Assert.Single(await AlarmsAsync(office)).Reason);
    }

    [Fact]
    public async Task Success_is_settled_by_the_file_of_the_day_and_four_kinds_of_difference_are_listed()
    {
        await using var platform = await PlatformServer.StartAsync();
        await using var office = await Office.OpenAsync("2026-11-20T02:00Z", platform.Settings);
        var orders = new List<string>();
        for (var n = 0; n < 5; n++)
        {
            orders.Add((await office.OrderAsync(await office.OwingAsync())).Reference);
        }

        var notices = orders.Select(reference => platform.Pay(reference, office.Clock.GetUtcNow())).ToList();
        foreach (var told in notices.Take(4))
        {
            await PlatformServer.TellAsync(office, told); // The fifth notice is lost.
        }

        // The file forgets the second, has another amount for the third, and the fourth twice.
        platform.Writes = lines => lines.Where(line => line.Reference != orders[1])
            .Select(line => line.Reference == orders[2] ? line with { Amount = 7_000 } : line)
            .Append(PlatformServer.NoticeOf(orders[3], 8_000, office.Clock.GetUtcNow().AddDays(-1), "GD99"));
        Assert.Null((await office.The<OrderStore>().FindAsync(orders[0], default))!.Order.Reconciled);
        office.Clock.GoTo(DateTimeOffset.Parse("2026-11-20T23:00Z", System.Globalization.CultureInfo.InvariantCulture));
        await office.RunTimerAsync(nameof(ReconcilePayments));

        var day = await Counter.ReadAsync<Reconciliation>(
            await office.As("auditor-province").GetAsync("/api/payments/reconciliations/2026-11-20"), HttpStatusCode.OK);
        Assert.Equal((3, 24_000L), (day.Matched, day.Settled));
        Assert.Equal(
            new[] { (DifferenceKind.OnlyOurs, orders[1], false), (DifferenceKind.AmountDiffers, orders[2], false), (DifferenceKind.PaidTwice, orders[3], false),
                (DifferenceKind.OnlyTheirs, orders[4], true) },
            day.Differences.Select(difference => (difference.Kind, difference.Reference, difference.Repaired)));
        Assert.Equal(new DateOnly(2026, 11, 20), (await office.The<OrderStore>().FindAsync(orders[0], default))!.Order.Reconciled);
        Assert.Null((await office.The<OrderStore>().FindAsync(orders[2], default))!.Order.Reconciled);
        Assert.Equal(OrderState.Paid, (await office.The<OrderStore>().FindAsync(orders[4], default))!.Order.State);
    }

    [Fact]
    public async Task A_duty_paid_online_lets_the_work_go_on_by_itself()
    {
        await using var platform = await PlatformServer.StartAsync();
        await using var office = await Office.OpenAsync("2026-11-20T02:00Z", platform.Settings);
        var clerk = office.As("clerk-muong-phang");
        var scan = await clerk.SendFileAsync(VietnameseScan.Of("Đơn đăng ký đất đai"), "don.pdf", Filings.Thanh.PersonalNumber);
        var code = (await clerk.FileAsync(Filings.Land(office.OfficeOf("clerk-muong-phang"), new PaperForm("don", scan)))).Code;
        await clerk.ActAsync(code, "acceptance");
        await office.As("officer-muong-phang").ActAsync(code, "taking");
        await office.As("officer-muong-phang").ActAsync(code, "suspension", new SuspensionForm("Nộp lệ phí trước bạ", "Nghị định 10/2022/NĐ-CP", 120_000));
        office.Clock.Advance(TimeSpan.FromDays(5));

        var order = await Counter.ReadAsync<PaymentOrderView>(
            await office.As("thanh").PostAsync($"/api/dossiers/{code}/payment-order", null), HttpStatusCode.OK);
        await PlatformServer.TellAsync(office, platform.Pay(order.Reference, office.Clock.GetUtcNow()));
        await office.DeliverMessagesAsync();

        var resumed = await office.As("clerk-muong-phang").ReadDossierAsync(code);
        Assert.Equal((120_000L, Phase.Assigned), (order.Amount, resumed.Phase)); // The land fee itself is not known yet; the duty is.
        Assert.Equal("resumed", (await office.As("officer-muong-phang").HistoryAsync(code))[^1].What);
        Assert.Null(resumed.Fee.Left);
    }

    [Fact]
    public async Task Without_a_platform_the_citizen_is_sent_to_the_desk()
    {
        await using var office = await Office.OpenAsync();
        var code = await office.OwingAsync();

        var refused = await office.As("mai").PostAsync($"/api/dossiers/{code}/payment-order", null);

        Assert.Equal("payment-online-unavailable", (await Task.FromResult(refused).ProblemAsync(HttpStatusCode.ServiceUnavailable)).Code);
    }

    private static async Task RoundAsync(Office office, TimeSpan later)
    {
        office.Clock.Advance(later);
        await office.RunTimerAsync(nameof(AskForPayments));
    }

    private static async Task<IReadOnlyList<PaymentAlarm>> AlarmsAsync(Office office) =>
        (await office.As("administrator-province").GetFromJsonAsync<PageOf<PaymentAlarm>>("/api/payments/alarms?limit=100", OfficeJson.Stored))!.Items;
}
