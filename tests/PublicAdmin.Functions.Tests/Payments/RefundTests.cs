using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using PublicAdmin.Dossiers;
using PublicAdmin.Payments.Confirming;
using PublicAdmin.Payments.Reconciling;
using PublicAdmin.Payments.Refunds;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;
using PublicAdmin.Processing.Deciding;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Payments;

/// <summary>Money that has to go back goes back once, through the platform, asked for by one person and approved by another.</summary>
public sealed class RefundTests
{
    private const string Cashier = "cashier-muong-ang";
    private const string Leader = "leader-muong-ang";

    [Fact]
    public async Task Excess_money_goes_back_once_though_the_answer_was_lost_and_the_file_of_the_day_settles_it()
    {
        await using var platform = await PlatformServer.StartAsync();
        await using var office = await Office.OpenAsync("2026-11-20T02:00Z", platform.Settings);
        var (order, notice) = await office.PaidTwiceAsync(platform);
        Assert.Equal(order, Assert.Single((await ReadAsync<PageOf<ExcessView>>(office, "excess-payments")).Items).Reference);

        var asked = await AskAsync(office, order, notice.Transaction, 8_000);
        var again = await AskAsync(office, order, notice.Transaction, 8_000);
        var own = await DecideAsync(office, Cashier, order, notice.Transaction).ProblemAsync(HttpStatusCode.Forbidden);
        platform.LosesAnswers = true;
        var ordered = await Counter.ReadAsync<Refund>(await DecideAsync(office, Leader, order, notice.Transaction), HttpStatusCode.OK);
        platform.LosesAnswers = false;
        await office.RunTimerAsync(nameof(AskForPayments));

        Assert.Equal((RefundState.Asked, asked.Reference, "refund-own"), (asked.State, again.Reference, own.Code));
        Assert.Equal((RefundState.Ordered, 1), (ordered.State, platform.Refunds.Count));
        Assert.Equal(RefundState.PaidBack, Assert.Single((await ReadAsync<PageOf<Refund>>(office, "refunds")).Items).State);
        Assert.Empty((await ReadAsync<PageOf<ExcessView>>(office, "excess-payments")).Items);
        office.Clock.GoTo(DateTimeOffset.Parse("2026-11-20T23:00Z", CultureInfo.InvariantCulture));
        await office.RunTimerAsync(nameof(ReconcilePayments));
        Assert.Empty((await DayAsync(office)).Differences);
        Assert.Equal(new DateOnly(2026, 11, 20), Assert.Single((await ReadAsync<PageOf<Refund>>(office, "refunds")).Items).Reconciled);
    }

    [Fact]
    public async Task A_part_of_what_came_in_too_much_is_refused_with_the_whole_sum_so_that_nothing_of_it_is_stuck()
    {
        await using var platform = await PlatformServer.StartAsync();
        await using var office = await Office.OpenAsync("2026-11-20T02:00Z", platform.Settings);
        var (order, notice) = await office.PaidTwiceAsync(platform);

        var part = await SendAskAsync(office, order, notice.Transaction, 3_000).ProblemAsync(HttpStatusCode.BadRequest);
        var more = await SendAskAsync(office, order, notice.Transaction, 8_001).ProblemAsync(HttpStatusCode.BadRequest);
        var whole = await AskAsync(office, order, notice.Transaction, 8_000);

        Assert.Equal(("refund-not-whole", "refund-not-whole", TimeSpan.FromHours(7)), (part.Code, more.Code, whole.AskedAt.Offset));
        Assert.Contains("8000", part.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_paid_twice_goes_back_whole_and_what_was_booked_only_as_far_as_the_account_was_closed_with_a_refund()
    {
        await using var platform = await PlatformServer.StartAsync();
        await using var office = await Office.OpenAsync("2026-11-20T02:00Z", platform.Settings);
        platform.Now = office.Clock.GetUtcNow;
        var code = await office.OwingAsync(copies: 2);
        var order = (await office.OrderAsync(code)).Reference;
        var (first, second) = (platform.Pay(order, office.Clock.GetUtcNow()), platform.Pay(order, office.Clock.GetUtcNow()));
        await PlatformServer.TellAsync(office, first);
        await PlatformServer.TellAsync(office, second).ProblemAsync(HttpStatusCode.Conflict);

        var early = await SendAskAsync(office, order, first.Transaction, 16_000).ProblemAsync(HttpStatusCode.Conflict);
        await AskAsync(office, order, second.Transaction, 16_000);
        await office.As("clerk-muong-ang").ActAsync(code, "withdrawal", new WithdrawalForm("Đổi ý"));
        await office.As(Leader).ActAsync(code, "fee-closure", new FeeClosureForm(FeeOutcome.Refunded, "Hồ sơ rút trước khi giải quyết", 10_000));
        var more = await SendAskAsync(office, order, first.Transaction, 16_000).ProblemAsync(HttpStatusCode.BadRequest);
        await AskAsync(office, order, first.Transaction, 10_000);
        var refused = await RefuseAsync(office, order, first.Transaction);
        await AskAsync(office, order, first.Transaction, 10_000);
        foreach (var transaction in new[] { first.Transaction, second.Transaction })
        {
            (await DecideAsync(office, Leader, order, transaction)).EnsureSuccessStatusCode();
        }

        Assert.Equal(("refund-nothing", "field-number-invalid", RefundState.Refused), (early.Code, more.Code, refused.State));
        Assert.Equal([10_000L, 16_000L], platform.Refunds.Values.Select(notice => notice.Amount).Order());
        Assert.Equal(16_000 - 10_000, (await office.As("mai").ReadDossierAsync(code)).Fee.Paid);
    }

    [Fact]
    public async Task An_open_difference_stands_against_publishing_the_month_until_somebody_says_what_it_was()
    {
        await using var platform = await PlatformServer.StartAsync();
        await using var office = await Office.OpenAsync("2026-11-20T02:00Z", platform.Settings);
        var order = (await office.OrderAsync(await office.OwingAsync())).Reference;
        await PlatformServer.TellAsync(office, platform.Pay(order, office.Clock.GetUtcNow()));
        platform.Writes = _ => [];
        office.Clock.GoTo(DateTimeOffset.Parse("2026-11-20T23:00Z", CultureInfo.InvariantCulture));
        await office.RunTimerAsync(nameof(ReconcilePayments));
        office.Clock.GoTo(DateTimeOffset.Parse("2026-12-01T02:00Z", CultureInfo.InvariantCulture));
        await office.DeliverMessagesAsync();

        var blocked = await PublishAsync(office).ProblemAsync(HttpStatusCode.Conflict);
        var unknown = await ExplainAsync(office, "H1861260000009999").ProblemAsync(HttpStatusCode.NotFound);
        (await ExplainAsync(office, order)).EnsureSuccessStatusCode();
        using var published = await PublishAsync(office);

        Assert.Equal(("payments-unreconciled", "payment-difference-none"), (blocked.Code, unknown.Code));
        Assert.Equal(HttpStatusCode.OK, published.StatusCode);
        Assert.Equal("Tệp của nền tảng thiếu dòng, đã xác nhận bằng văn bản", Assert.Single((await DayAsync(office)).Differences).Explained);
    }

    private static Task<HttpResponseMessage> PublishAsync(Office office) =>
        office.As("administrator-province").PostAsync("/api/statistics/periods/2026-11/publication", null);

    private static Task<HttpResponseMessage> ExplainAsync(Office office, string reference) => office.As("administrator-province").PostAsJsonAsync(
        "/api/payments/reconciliations/2026-11-20/explanations",
        new ExplanationForm(reference, "Tệp của nền tảng thiếu dòng, đã xác nhận bằng văn bản"), OfficeJson.Options);

    private static async Task<Reconciliation> DayAsync(Office office) =>
        (await office.As("auditor-province").GetFromJsonAsync<Reconciliation>("/api/payments/reconciliations/2026-11-20", OfficeJson.Stored))!;

    private static async Task<T> ReadAsync<T>(Office office, string what) =>
        (await office.As(Cashier).GetFromJsonAsync<T>($"/api/offices/{office.OfficeOf(Cashier)}/{what}", OfficeJson.Stored))!;

    private static Task<HttpResponseMessage> SendAskAsync(Office office, string order, string transaction, long amount) => office.As(Cashier)
        .PostAsJsonAsync($"/api/payments/orders/{order}/refund", new RefundForm(transaction, amount, "Nộp thừa"), OfficeJson.Options);

    private static async Task<Refund> AskAsync(Office office, string order, string transaction, long amount) =>
        await Counter.ReadAsync<Refund>(await SendAskAsync(office, order, transaction, amount), HttpStatusCode.OK);

    private static Task<HttpResponseMessage> DecideAsync(Office office, string persona, string order, string transaction) => office.As(persona)
        .PostAsJsonAsync($"/api/payments/orders/{order}/refund-decision", new RefundDecisionForm(transaction, true), OfficeJson.Options);

    private static async Task<Refund> RefuseAsync(Office office, string order, string transaction) => await Counter.ReadAsync<Refund>(
        await office.As(Leader).PostAsJsonAsync(
            $"/api/payments/orders/{order}/refund-decision", new RefundDecisionForm(transaction, false, "Chờ quyết định"), OfficeJson.Options),
        HttpStatusCode.OK);
}
