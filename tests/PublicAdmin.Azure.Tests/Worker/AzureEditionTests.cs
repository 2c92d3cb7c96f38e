using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using PublicAdmin.Offices;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;
using PublicAdmin.Tests.Journeys;
using PublicAdmin.Tests.Support;
using Xunit.Abstractions;

namespace PublicAdmin.Tests.Azure.Worker;

/// <summary>The Azure edition, run whole: what only shows when the real worker and the real clients are at work.</summary>
[Collection(SharedAzureOffice.Name)]
public sealed class AzureEditionTests(AzureOffice office, ITestOutputHelper told)
{
    private static readonly string[] Personal =
        ["Lò Thị Mai", "L%C3%B2", "Minh An", "lo thi mai", Filings.Mai.PersonalNumber, Filings.Mai.Phone!, Filings.Mai.Email!, "Bản Tát", "Lò Văn"];

    [Fact]
    public void The_worker_reports_the_doors_of_the_code_and_no_other()
    {
        told.WriteLine(office.ColdStart);
        Assert.Equal(
            FunctionCatalogue.All.Where(function => function.Answered.Count > 0).Select(function => $"{string.Join(' ', function.Answered)} {function.Route}")
                .Order(StringComparer.Ordinal),
            office.Host.Worker.Functions.Where(function => function.Methods.Count > 0)
                .Select(function => $"{string.Join(' ', function.Methods)} {function.Route}").Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("/api/procedures?limit=2")]
    [InlineData("/")]
    [InlineData("/api/openapi.json")]
    [InlineData("/api/dossiers/H18.88-261120-0001")]
    public async Task HEAD_is_GET_without_the_body(string path)
    {
        var got = await office.Http.GetAsync(path);
        using var asked = new HttpRequestMessage(HttpMethod.Head, path);
        var head = await office.Http.SendAsync(asked);

        Assert.Equal((got.StatusCode, got.Content.Headers.ContentType), (head.StatusCode, head.Content.Headers.ContentType));
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task A_dossier_goes_through_the_whole_office_and_nothing_personal_is_logged()
    {
        await WholeJourney.GoAsync(office);
        await office.As("clerk-muong-ang").SearchAsync("Lò Thị Mai");
        await office.As("clerk-muong-ang").SearchAsync(Filings.Mai.PersonalNumber);

        told.WriteLine($"{office.Host.Worker.ProcessorTime} of processor time by the end of the journey.");
        Assert.NotEmpty(office.Log);
        AssertNothingPersonalIsLogged();
        office.AssertAllIsDelivered();
    }

    [Fact]
    public async Task A_fault_amid_an_answer_or_a_message_is_told_by_its_kind_and_never_in_its_words()
    {
        const int everyTry = 4;
        var receipt = await WholeJourney.GoAsync(office);
        office.Records.Fail(everyTry, "Lò Thị Mai");
        var answer = await office.As("mai").GetAsync($"/api/dossiers/{receipt.Code}/result");

        Assert.Equal((HttpStatusCode.InternalServerError, "internal-error"), (answer.StatusCode, await answer.RefusalAsync()));

        await office.As("mai").SendFileAsync(VietnameseScan.Of("GIẤY CHỨNG SINH", $"Số: {Guid.NewGuid()}"));
        office.Records.Fail(everyTry, "Lò Thị Mai");
        await office.DeliverMessagesAsync();

        Assert.Contains(office.Triggers.Faults, fault => fault.StartsWith("CheckDocument", StringComparison.Ordinal));
        AssertNothingPersonalIsLogged();
        office.AssertAllIsDelivered();
    }

    [Fact]
    public async Task An_entry_that_was_read_can_be_changed_with_its_tag()
    {
        var administrator = office.As(AzureOffice.Administrator);
        var read = await administrator.GetAsync("/api/staff/clerk-muong-ang");
        var member = (await read.ReadAsync()).GetProperty("member").Deserialize<StaffMember>(OfficeJson.Stored)!;
        using var change = new HttpRequestMessage(HttpMethod.Put, "/api/staff/clerk-muong-ang");
        change.Content = JsonContent.Create(member with { Phone = "0215 3812 345" }, options: OfficeJson.Options);
        change.Headers.IfMatch.Add(read.Headers.ETag!);

        Assert.Equal(HttpStatusCode.OK, (await administrator.SendAsync(change)).StatusCode);
    }

    [Fact]
    public async Task Every_timer_runs()
    {
        foreach (var timer in office.Host.Worker.Functions.Where(function => function.Trigger == "timerTrigger"))
        {
            Assert.Equal((timer.Name, "Success"), (timer.Name, await office.Host.RunTimerAsync(timer.Name)));
        }
    }

    [Fact]
    public async Task The_limit_on_guessing_holds_whatever_the_caller_writes_about_his_address()
    {
        var answers = new List<HttpStatusCode>();
        for (var n = 0; n < 20; n++)
        {
            using var guess = new HttpRequestMessage(HttpMethod.Post, "/api/tracking")
            {
                Content = JsonContent.Create(new { code = "H18.61-261120-0001", secret = $"AAAAAA{n:D2}" }, options: OfficeJson.Options),
            };
            guess.Headers.Add("X-Forwarded-For", $"10.{n}.0.1, 11.{n}.0.1");
            answers.Add((await office.Http.SendAsync(guess)).StatusCode);
        }

        Assert.Contains(HttpStatusCode.TooManyRequests, answers);
    }

    private void AssertNothingPersonalIsLogged() =>
        Assert.DoesNotContain(office.Log, line => Personal.Any(word => line.Contains(word, StringComparison.OrdinalIgnoreCase)));
}
