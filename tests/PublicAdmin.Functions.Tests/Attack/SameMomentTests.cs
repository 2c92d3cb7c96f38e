using System.Net;
using System.Net.Http.Json;
using PublicAdmin.Dossiers;
using PublicAdmin.Identity;
using PublicAdmin.Offices;
using PublicAdmin.Payments.Cash;
using PublicAdmin.Payments.Refunds;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;
using PublicAdmin.Processing.Deciding;
using PublicAdmin.Statistics.Satisfaction;
using PublicAdmin.Statistics.Supervision;
using PublicAdmin.Submission;
using PublicAdmin.Tests.Payments;
using PublicAdmin.Tests.Statistics;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Attack;

/// <summary>
/// Who presses twice, or acts at the very moment somebody else does, is refused nothing that is right and given nothing twice: the second act comes whole
/// between any two storage steps of the first.
/// </summary>
public sealed class SameMomentTests
{
    private const string Cashier = "cashier-muong-ang";
    private const string Leader = "leader-muong-ang";

    [Fact]
    public async Task Two_refunds_of_one_moment_never_pass_what_the_closure_gives_back()
    {
        await using var platform = await PlatformServer.StartAsync();
        await using var office = await Office.OpenAsync("2026-11-20T02:00Z", platform.Settings);
        platform.Now = office.Clock.GetUtcNow;
        var steps = await AtEachStepAsync(
            office,
            async () =>
            {
                var (first, second) = await PaidTwiceAsync(office, platform);
                return (() => AskAsync(office, first), () => AskAsync(office, second));
            },
            async (first, second) =>
            {
                Assert.Single(new[] { first, second }, answer => answer.StatusCode is HttpStatusCode.OK);
                Assert.Contains("field-number-invalid", await (first.IsSuccessStatusCode ? second : first).Content.ReadAsStringAsync(), StringComparison.Ordinal);
            });

        Assert.True(steps > 3, $"Only {steps} steps.");
    }

    [Fact]
    public async Task A_refund_asked_for_and_decided_twice_is_one()
    {
        await using var platform = await PlatformServer.StartAsync();
        await using var office = await Office.OpenAsync("2026-11-20T02:00Z", platform.Settings);
        platform.Now = office.Clock.GetUtcNow;
        await AtEachStepAsync(
            office,
            async () => (await PaidTwiceAsync(office, platform)) is var (one, _) ? Twice(() => AskAsync(office, one)) : default,
            SameAsync<Refund>(refund => refund.Reference));
        await AtEachStepAsync(
            office,
            async () =>
            {
                var (one, _) = await PaidTwiceAsync(office, platform);
                (await AskAsync(office, one)).EnsureSuccessStatusCode();
                return Twice(() => office.As(Leader).PostAsJsonAsync(
                    $"/api/payments/orders/{one.Order}/refund-decision", new RefundDecisionForm(one.Transaction, true), OfficeJson.Options));
            },
            SameAsync<Refund>(refund => refund.Reference));

        Assert.Equal(platform.Refunds.Count, platform.Refunds.Keys.Distinct().Count());
    }

    [Fact]
    public async Task A_day_of_cash_closed_twice_is_closed_once()
    {
        await using var office = await Office.OpenAsync();
        await AtEachStepAsync(
            office,
            async () =>
            {
                office.Clock.Advance(TimeSpan.FromDays(1));
                await office.CashAsync(await office.OwingAsync(), 8_000);
                var path = $"/api/offices/{office.OfficeOf(Cashier)}/cash/{office.Clock.Today():yyyy-MM-dd}/closing";
                return Twice(() => office.As(Cashier).PostAsJsonAsync(path, new ClosingForm(8_000, null), OfficeJson.Options));
            },
            SameAsync<object>(_ => ""));
    }

    [Fact]
    public async Task A_reminder_answered_twice_with_the_same_words_is_answered_and_otherwise_once()
    {
        await using var office = await Office.OpenAsync("2026-11-20T02:00Z");
        var place = await ReportsTests.OneOfEachAsync(office);
        var n = 0;
        await AtEachStepAsync(
            office,
            async () => Twice(await AnsweringAsync(office, place, $"key-of-round-{n++}", "Chờ xác minh")),
            SameAsync<ReminderView>(view => view.Reminder.Answer!.Reason));
        await AtEachStepAsync(
            office,
            async () =>
            {
                var key = $"key-of-round-{n++}";
                return (await AnsweringAsync(office, place, key, "Chờ xác minh"), await AnsweringAsync(office, place, key, "Đã xong"));
            },
            (first, second) =>
            {
                Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Conflict], new[] { first.StatusCode, second.StatusCode }.Order());
                return Task.CompletedTask;
            });
    }

    [Fact]
    public async Task A_rating_sent_twice_is_one_and_listed_once_wherever_its_first_sending_died()
    {
        await using var office = await Office.OpenAsync("2026-11-20T02:00Z");
        var steps = await AtEachStepAsync(
            office, async () => await ReturnedAsync(office) is var code ? Twice(() => RateAsync(office, code)) : default, SameAsync<Rating>(_ => ""));
        for (var step = 1; step <= steps; step++)
        {
            var code = await ReturnedAsync(office);
            office.DieAt(step);
            await Record.ExceptionAsync(() => RateAsync(office, code));
            office.DieAt(int.MaxValue);
            await office.RestartAsync();
            office.Clock.Advance(TimeSpan.FromMinutes(1));

            (await RateAsync(office, code)).EnsureSuccessStatusCode();

            var listed = await Counter.ReadAsync<PageOf<Rating>>(
                await office.As("supervisor-muong-ang").GetAsync($"/api/offices/{office.OfficeOf(Leader)}/ratings?limit=100"), HttpStatusCode.OK);
            Assert.Single(listed.Items, rating => rating.Code == code);
        }
    }

    [Fact]
    public async Task A_duty_lent_or_taken_back_twice_is_lent_and_taken_back_once()
    {
        await using var office = await Office.OpenAsync();
        var n = 0;
        await AtEachStepAsync(office, () => Task.FromResult(Twice(() => LendAsync(office, n))), SameAsync<Delegation>(loan => loan.Id), () => n++);
        await AtEachStepAsync(
            office,
            async () =>
            {
                var loan = await (await LendAsync(office, n++)).Content.ReadFromJsonAsync<Delegation>(OfficeJson.Stored);
                return Twice(() => office.As(Leader).DeleteAsync($"/api/delegations/{loan!.Id}"));
            },
            (first, second) =>
            {
                Assert.Equal((true, true), (first.IsSuccessStatusCode, second.IsSuccessStatusCode));
                return Task.CompletedTask;
            });
    }

    private static async Task<int> AtEachStepAsync(
        Office office, Func<Task<(Func<Task<HttpResponseMessage>> First, Func<Task<HttpResponseMessage>> Second)>> prepare,
        Func<HttpResponseMessage, HttpResponseMessage, Task> judge, Action? next = null)
    {
        for (var step = 1; ; step++)
        {
            var (act, other) = await prepare();
            HttpResponseMessage? meanwhile = null;
            office.InterruptAt(step, () => meanwhile = other().GetAwaiter().GetResult());
            var answer = await act();
            office.InterruptAt(int.MaxValue, () => { });
            if (meanwhile is null)
            {
                return step - 1;
            }

            await judge(answer, meanwhile);
            next?.Invoke();
        }
    }

    private static (Func<Task<HttpResponseMessage>>, Func<Task<HttpResponseMessage>>) Twice(Func<Task<HttpResponseMessage>> act) => (act, act);

    private static Func<HttpResponseMessage, HttpResponseMessage, Task> SameAsync<T>(Func<T, string> what) => async (first, second) =>
    {
        Assert.True(first.IsSuccessStatusCode, await first.Content.ReadAsStringAsync());
        Assert.True(second.IsSuccessStatusCode, await second.Content.ReadAsStringAsync());
        Assert.Equal(
            what((await first.Content.ReadFromJsonAsync<T>(OfficeJson.Stored))!), what((await second.Content.ReadFromJsonAsync<T>(OfficeJson.Stored))!));
    };

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

    private static async Task<Func<Task<HttpResponseMessage>>> AnsweringAsync(Office office, string place, string key, string reason)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/offices/{place}/reminders")
        {
            Content = JsonContent.Create(
                new ReminderForm("Đề nghị giải quyết hồ sơ đang quá hạn.", new DateOnly(2026, 11, 23), Number: "overdueNoApology"), options: OfficeJson.Options),
        };
        request.Headers.Add("Idempotency-Key", key);
        var sent = await Counter.ReadAsync<ReminderView>(await office.As("supervisor-province").SendAsync(request), HttpStatusCode.Created);
        var form = new ReminderAnswerForm(reason, new DateOnly(2026, 11, 25));
        return () => office.As(Leader).PostAsJsonAsync($"/api/offices/{place}/reminders/{sent.Reminder.Id}/answer", form, OfficeJson.Options);
    }

    private static async Task<DossierCode> ReturnedAsync(Office office)
    {
        var code = (await office.As("mai").FileAsync(Filings.MaritalStatus(office.OfficeOf(Leader)))).Code;
        await office.As("clerk-muong-ang").ActAsync(code, "acceptance");
        await office.ProcessToTheEndAsync("muong-ang", code);
        return code;
    }

    private static Task<HttpResponseMessage> RateAsync(Office office, DossierCode code) => office.As("mai").PostAsJsonAsync(
        $"/api/dossiers/{code}/rating", new RatingForm(true, new Dictionary<string, int> { ["overall"] = 5 }), OfficeJson.Options);

    private static Task<HttpResponseMessage> LendAsync(Office office, int n)
    {
        var from = office.Clock.Today().AddDays(n);
        var form = new DelegationForm(
            OfficePeople.IdOf("supervisor-muong-ang"), Role.Leader, office.OfficeOf(Leader), from, from.AddDays(5), "Đi công tác", SigningForm.ForTheHead);
        return office.As(Leader).PostAsJsonAsync("/api/delegations", form, OfficeJson.Options);
    }
}
