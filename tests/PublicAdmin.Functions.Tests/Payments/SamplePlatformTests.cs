using System.Net;
using System.Net.Http.Json;
using Microsoft.Extensions.Configuration;
using PublicAdmin.Dossiers;
using PublicAdmin.Embedded.SamplePlatform;
using PublicAdmin.Payments.Orders;
using PublicAdmin.Payments.Reconciling;
using PublicAdmin.Payments.Refunds;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Payments;

/// <summary>An office on one's own machine shows a whole payment: the invented platform takes the order, the citizen pays there and comes back.</summary>
public sealed class SamplePlatformTests
{
    private const string Wanted = "--Embedded:SamplePlatform=true";

    private static readonly HttpClient Browser = new(new HttpClientHandler { AllowAutoRedirect = false });

    [Fact]
    public async Task Who_pays_at_the_sample_platform_comes_back_to_a_dossier_that_is_paid_with_one_receipt()
    {
        await using var office = await Office.OpenAsync("2026-11-20T02:00Z", Wanted);
        var code = await office.OwingAsync();
        var order = await office.OrderAsync(code);

        var page = await Browser.GetStringAsync(order.Page);
        var paid = await Browser.PostAsync($"{order.Page}/pay", null);
        var again = await Browser.PostAsync($"{order.Page}/pay", null);
        var late = await Browser.PostAsync($"{order.Page}/cancel", null);

        Assert.Contains("Nền tảng thanh toán mẫu", page, StringComparison.Ordinal);
        Assert.Contains("8.000 đồng", page, StringComparison.Ordinal);
        Assert.All([paid, again, late], answer =>
            Assert.Equal((HttpStatusCode.SeeOther, $"/pay?code={code}"), (answer.StatusCode, answer.Headers.Location?.OriginalString)));
        var dossier = await office.As("mai").ReadDossierAsync(code);
        Assert.Equal((PaymentState.Paid, OrderState.Paid), (dossier.Fee.State, (await office.ReadOrderAsync(code)).State));
        Assert.Single(dossier.Fee.Receipts);
    }

    [Fact]
    public async Task Who_gives_up_owes_as_before_and_may_pay_by_a_new_order()
    {
        await using var office = await Office.OpenAsync("2026-11-20T02:00Z", Wanted);
        var code = await office.OwingAsync();
        var first = await office.OrderAsync(code);

        var back = await Browser.PostAsync($"{first.Page}/cancel", null);
        var given = await office.ReadOrderAsync(code);
        var second = await office.OrderAsync(code);
        await Browser.PostAsync($"{second.Page}/pay", null);

        Assert.Equal((HttpStatusCode.SeeOther, OrderState.Failed), (back.StatusCode, given.State));
        Assert.NotEqual(first.Reference, second.Reference);
        Assert.Equal(PaymentState.Paid, (await office.As("mai").ReadDossierAsync(code)).Fee.State);
    }

    [Fact]
    public async Task After_its_expiry_nothing_can_be_paid()
    {
        await using var office = await Office.OpenAsync("2026-11-20T02:00Z", Wanted);
        var code = await office.OwingAsync();
        var order = await office.OrderAsync(code);

        office.Clock.Advance(TimeSpan.FromHours(25));
        var answer = await Browser.PostAsync($"{order.Page}/pay", null);

        Assert.Contains("đã hết hạn", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Empty((await office.As("mai").ReadDossierAsync(code)).Fee.Receipts);
    }

    [Fact]
    public async Task It_remembers_over_a_restart_of_the_office_and_its_file_of_the_day_settles_what_was_paid()
    {
        await using var office = await Office.OpenAsync("2026-11-19T02:00Z", Wanted);
        office.Clock.Advance(TimeSpan.FromDays(1));
        var (first, second) = (await office.OwingAsync(), await office.OwingAsync());
        var paid = await office.OrderAsync(first);
        var waiting = await office.OrderAsync(second);
        await Browser.PostAsync($"{paid.Page}/pay", null);

        await office.RestartAsync();
        await Browser.PostAsync($"{office.Http.BaseAddress}dev/payments/{waiting.Reference}/pay", null);
        office.Clock.GoTo(DateTimeOffset.Parse("2026-11-20T23:00Z", System.Globalization.CultureInfo.InvariantCulture));
        await office.RunTimerAsync(nameof(ReconcilePayments));

        var day = await office.As("auditor-province").GetFromJsonAsync<Reconciliation>("/api/payments/reconciliations/2026-11-20", OfficeJson.Stored);
        var before = await office.As("auditor-province").GetAsync("/api/payments/reconciliations/2026-11-19").ProblemAsync(HttpStatusCode.NotFound);
        Assert.Equal((2, 16_000L, 0), (day!.Matched, day.Settled, day.Differences.Count));
        Assert.Equal("payment-day-unreconciled", before.Code); // It was not open from that day's beginning, and says so.
    }

    [Fact]
    public async Task It_pays_back_what_was_paid_there()
    {
        await using var office = await Office.OpenAsync("2026-11-20T02:00Z", Wanted);
        var code = await office.OwingAsync();
        var order = await office.OrderAsync(code);
        await office.CashAsync(code, 8_000); // Before the payer presses: the platform's money is too much then.
        await Browser.PostAsync($"{order.Page}/pay", null);
        var excess = (await office.As("cashier-muong-ang")
            .GetFromJsonAsync<PageOf<ExcessView>>($"/api/offices/{office.OfficeOf("cashier-muong-ang")}/excess-payments", OfficeJson.Stored))!.Items.Single();
        var transaction = excess.Payments.Single().Transaction;

        (await office.As("cashier-muong-ang").PostAsJsonAsync(
            $"/api/payments/orders/{order.Reference}/refund", new RefundForm(transaction, 8_000, "Nộp thừa"), OfficeJson.Options)).EnsureSuccessStatusCode();
        var decided = await Counter.ReadAsync<Refund>(
            await office.As("leader-muong-ang").PostAsJsonAsync(
                $"/api/payments/orders/{order.Reference}/refund-decision", new RefundDecisionForm(transaction, true), OfficeJson.Options),
            HttpStatusCode.OK);

        Assert.Equal((RefundState.PaidBack, 8_000L), (decided.State, decided.Payment!.Amount));
    }

    [Fact]
    public async Task When_the_office_does_not_hear_the_payer_is_told_so_and_may_press_again()
    {
        await using var office = await Office.OpenAsync("2026-11-20T02:00Z", Wanted);
        var reference = PaymentReference.Of("H18.61", 2026, 999); // The office has made no such order, and refuses to be told of it.
        var order = new SampleOrder(reference, 8_000, "H18", office.Clock.GetUtcNow().AddHours(1), "http://localhost/pay?code=H18");
        using var signed = SignedRequests.Post(
            $"{office.Http.BaseAddress}dev/payments/orders", office.The<IConfiguration>()["Payments:GatewaySecret"]!, reference, order, office.Clock);
        (await Browser.SendAsync(signed)).EnsureSuccessStatusCode();

        var pressed = await Browser.PostAsync($"{office.Http.BaseAddress}dev/payments/{reference}/pay", null);

        Assert.Equal(HttpStatusCode.BadGateway, pressed.StatusCode);
        Assert.Matches("chưa nhận được thông báo[\\s\\S]*Quay lại hồ sơ", await pressed.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task It_takes_orders_from_its_own_office_alone_no_press_from_a_strangers_page_and_is_not_there_unless_wanted()
    {
        await using var office = await Office.OpenAsync("2026-11-20T02:00Z", Wanted);
        await using var without = await Office.OpenAsync("2026-11-20T02:00Z");
        var code = await office.OwingAsync();
        var order = await office.OrderAsync(code);
        using var lured = new HttpRequestMessage(HttpMethod.Post, $"{order.Page}/pay") { Headers = { { "Sec-Fetch-Site", "cross-site" } } };

        var unsigned = await office.Http.PostAsJsonAsync("/dev/payments/orders", new { maThamChieu = "X", soTien = 1, maHoSo = "X" });
        var foreign = await Browser.SendAsync(lured);
        var absent = await without.Http.GetAsync($"/dev/payments/{order.Reference}");

        Assert.Equal(
            (HttpStatusCode.Unauthorized, HttpStatusCode.NotFound, HttpStatusCode.NotFound), (unsigned.StatusCode, foreign.StatusCode, absent.StatusCode));
        Assert.Equal(OrderState.Open, (await office.ReadOrderAsync(code)).State);
    }
}
