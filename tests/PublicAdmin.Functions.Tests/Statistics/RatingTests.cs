using System.Net;
using System.Net.Http.Json;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;
using PublicAdmin.Statistics.Reading;
using PublicAdmin.Statistics.Satisfaction;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Statistics;

/// <summary>A citizen says once what it was like; it is counted, and nobody who handled it reads it.</summary>
public class RatingTests
{
    private const string Morning = "2026-11-20T02:00Z";

    [Fact]
    public async Task A_returned_dossier_is_rated_changed_once_and_counted()
    {
        await using var office = await Office.OpenAsync(at: Morning);
        var place = office.OfficeOf("clerk-muong-ang");
        var code = (await office.As("mai").FileAsync(Filings.MaritalStatus(place))).Code;
        var early = await RateAsync(office, code.ToString(), true).ProblemAsync(HttpStatusCode.Conflict);
        await office.As("clerk-muong-ang").ActAsync(code, "acceptance");
        await office.ProcessToTheEndAsync("muong-ang", code);
        await BooksTests.RollUpAsync(office);

        var given = await RateAsync(office, code.ToString(), true);
        office.Clock.Advance(TimeSpan.FromMinutes(5));
        var changed = await RateAsync(office, code.ToString(), false);
        office.Clock.Advance(TimeSpan.FromMinutes(5));
        var third = await RateAsync(office, code.ToString(), true).ProblemAsync(HttpStatusCode.Conflict);
        await BooksTests.RollUpAsync(office);
        var figures = await Counter.ReadAsync<StatisticsView>(await office.Http.GetAsync($"/api/statistics?office={place}"), HttpStatusCode.OK);

        Assert.Equal(
            ("rating-before-return", HttpStatusCode.OK, HttpStatusCode.OK, "rating-given"), (early.Code, given.StatusCode, changed.StatusCode, third.Code));
        Assert.Equal((1, 0), (figures.Total.Numbers["rated"], figures.Total.Numbers.GetValueOrDefault("satisfied")));
        Assert.DoesNotContain("satisfied", figures.Total.Rates.Keys); // Fewer than five.
        await BooksTests.AssertBalancedAsync(office);
    }

    [Fact]
    public async Task Only_supervisors_read_ratings_and_the_inspectorate_alone_what_concerns_money()
    {
        await using var office = await Office.OpenAsync(at: Morning);
        var place = office.OfficeOf("clerk-muong-ang");
        var code = (await office.As("mai").FileAsync(Filings.MaritalStatus(place))).Code;
        await office.As("clerk-muong-ang").ActAsync(code, "acceptance");
        await office.ProcessToTheEndAsync("muong-ang", code);
        await RateAsync(office, code.ToString(), true);

        var supervisor = await Counter.ReadAsync<PageOf<Rating>>(
            await office.As("supervisor-muong-ang").GetAsync($"/api/offices/{place}/ratings"), HttpStatusCode.OK);
        var auditor = await Counter.ReadAsync<PageOf<Rating>>(await office.As("auditor-province").GetAsync($"/api/offices/{place}/ratings"), HttpStatusCode.OK);
        var officer = await office.As("officer-muong-ang").GetAsync($"/api/offices/{place}/ratings");

        Assert.Equal(["overall"], Assert.Single(supervisor.Items).Answers.Keys);
        Assert.Equal(2, Assert.Single(auditor.Items).Answers.Count);
        Assert.Equal(HttpStatusCode.Forbidden, officer.StatusCode);
    }

    [Fact]
    public async Task Whoever_holds_the_receipt_rates_without_signing_in_and_one_dossier_has_one_rating()
    {
        await using var office = await Office.OpenAsync(at: Morning);
        var receipt = await office.As("mai").FileAsync(Filings.MaritalStatus(office.OfficeOf("clerk-muong-ang")));
        await office.As("clerk-muong-ang").ActAsync(receipt.Code, "acceptance");
        await office.ProcessToTheEndAsync("muong-ang", receipt.Code);
        var returned = await office.Http.TrackAsync(receipt.Code, receipt.Secret);

        var guessed = await SendAsync("0000000000", true).ProblemAsync(HttpStatusCode.NotFound);
        var given = await ReadAsync(true);
        office.Clock.Advance(TimeSpan.FromMinutes(5));
        var again = await ReadAsync(true);
        var changed = await Counter.ReadAsync<Rating>(await RateAsync(office, receipt.Code.ToString(), false), HttpStatusCode.OK);
        office.Clock.Advance(TimeSpan.FromMinutes(5));
        var third = await SendAsync(receipt.Secret, true).ProblemAsync(HttpStatusCode.Conflict);

        Assert.NotNull(returned.ReturnedAt);
        Assert.Equal(("tracking-not-found", "rating-given"), (guessed.Code, third.Code));
        Assert.Equal((given.At, RatingWay.Receipt, RatingWay.Account), (again.At, again.Way, changed.Way));

        Task<HttpResponseMessage> SendAsync(string secret, bool satisfied) => office.Http.PostAsJsonAsync(
            "/api/ratings", new ReceiptRatingForm(receipt.Code.ToString(), secret, new RatingForm(satisfied)), OfficeJson.Options);

        async Task<Rating> ReadAsync(bool satisfied) =>
            await Counter.ReadAsync<Rating>(await SendAsync(receipt.Secret, satisfied), HttpStatusCode.OK);
    }

    [Fact]
    public async Task An_answer_outside_its_question_is_refused()
    {
        await using var office = await Office.OpenAsync(at: Morning);
        var code = (await office.As("mai").FileAsync(Filings.MaritalStatus(office.OfficeOf("clerk-muong-ang")))).Code;

        var problem = await office.As("mai")
            .PostAsJsonAsync($"/api/dossiers/{code}/rating", new RatingForm(true, new Dictionary<string, int> { ["overall"] = 9 }), OfficeJson.Options)
            .ProblemAsync(HttpStatusCode.BadRequest);

        Assert.Equal(("rating-answer-unknown", "answers.overall"), (problem.Code, problem.Field));
    }

    private static Task<HttpResponseMessage> RateAsync(Office office, string code, bool satisfied) => office.As("mai").PostAsJsonAsync(
        $"/api/dossiers/{code}/rating", new RatingForm(satisfied, new Dictionary<string, int> { ["overall"] = 5, ["askedForMoney"] = 0 }), OfficeJson.Options);
}
