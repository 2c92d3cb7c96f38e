using System.Net;
using System.Net.Http.Json;
using PublicAdmin.Dossiers;
using PublicAdmin.Identity;
using PublicAdmin.Offices;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;
using PublicAdmin.Statistics.Satisfaction;
using PublicAdmin.Statistics.Supervision;
using PublicAdmin.Tests.Statistics;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Attack;

/// <summary>Who presses twice, or acts at the very moment somebody else does, is refused nothing that is right and given nothing twice.</summary>
public sealed class SameMomentTests
{
    private const string Leader = "leader-muong-ang";

    [Fact]
    public async Task A_reminder_answered_twice_with_the_same_words_is_answered_and_otherwise_once()
    {
        await using var office = await Office.OpenAsync("2026-11-20T02:00Z");
        var place = await ReportsTests.OneOfEachAsync(office);
        var n = 0;
        await SameMoment.AtEachStepAsync(
            office,
            async () => SameMoment.Twice(await AnsweringAsync(office, place, $"key-of-round-{n++}", "Chờ xác minh")),
            SameMoment.SameAsync<ReminderView>(view => view.Reminder.Answer!.Reason));
        await SameMoment.AtEachStepAsync(
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
        var steps = await SameMoment.AtEachStepAsync(
            office, async () => await ReturnedAsync(office) is var code ? SameMoment.Twice(() => RateAsync(office, code)) : default,
            SameMoment.SameAsync<Rating>(_ => ""));
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
        await SameMoment.AtEachStepAsync(
            office, () => Task.FromResult(SameMoment.Twice(() => LendAsync(office, n))), SameMoment.SameAsync<Delegation>(loan => loan.Id), () => n++);
        await SameMoment.AtEachStepAsync(
            office,
            async () =>
            {
                var loan = await (await LendAsync(office, n++)).Content.ReadFromJsonAsync<Delegation>(OfficeJson.Stored);
                return SameMoment.Twice(() => office.As(Leader).DeleteAsync($"/api/delegations/{loan!.Id}"));
            },
            (first, second) =>
            {
                Assert.Equal((true, true), (first.IsSuccessStatusCode, second.IsSuccessStatusCode));
                return Task.CompletedTask;
            });
    }

    private static async Task<Func<Task<HttpResponseMessage>>> AnsweringAsync(Office office, string place, string key, string reason)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/offices/{place}/reminders")
        {
            Content = JsonContent.Create(
                new ReminderForm("Đề nghị giải quyết hồ sơ quá hạn.", new DateOnly(2026, 11, 23), Number: "overdueNoApology"), options: OfficeJson.Options),
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
