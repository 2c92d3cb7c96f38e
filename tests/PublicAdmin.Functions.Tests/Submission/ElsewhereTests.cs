using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using PublicAdmin.Dossiers;
using PublicAdmin.Tests.Deadlines;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Submission;

/// <summary>
/// A procedure run by a ministry gets no code, promise or fee of ours, whatever the channel: it is a mirror to read, and help at a counter is help.
/// </summary>
public sealed class ElsewhereTests
{
    [Theory]
    [InlineData("my", Channel.Online, "1.014027", "dichvucongbyt.moh.gov.vn")]
    [InlineData("clerk-muong-ang", Channel.Post, "1.014027", "dichvucongbyt.moh.gov.vn")]
    [InlineData("clerk-muong-ang", Channel.Counter, "1.004222", "dichvucong.bocongan.gov.vn")]
    [InlineData("clerk-muong-ang", Channel.Assisted, "1.004222", "dichvucong.bocongan.gov.vn")]
    public async Task Whoever_files_it_is_sent_to_the_ministrys_own_system(string who, Channel channel, string procedure, string where)
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var form = Filings.Allowance(office.OfficeOf("clerk-muong-ang")) with { Procedure = procedure, Channel = channel };

        var problem = await office.As(who).SendFilingAsync(form).ProblemAsync(HttpStatusCode.UnprocessableEntity);

        Assert.Equal("procedure-filed-elsewhere", problem.Code);
        Assert.Contains(where, problem.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_at_the_counter_is_written_down_once_as_help()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var clerk = office.As("clerk-muong-ang");
        clerk.DefaultRequestHeaders.Add("Idempotency-Key", "help-0001");
        var help = new
        {
            office = office.OfficeOf("clerk-muong-ang"),
            procedure = "1.014027",
            applicant = "Vừ Thị Mỷ",
            personalNumber = "011150000789",
            ministryCode = "G17-261120-0042"
        };

        var first = await clerk.PostAsJsonAsync("/api/help", help);
        var again = await clerk.PostAsJsonAsync("/api/help", help);
        var list = await office.As("supervisor-muong-ang").GetFromJsonAsync<JsonElement>($"/api/help?office={help.office}");
        var strangers = await office.As("clerk-muong-phang").GetAsync($"/api/help?office={help.office}");

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.Created), (first.StatusCode, again.StatusCode));
        var line = Assert.Single(list.GetProperty("items").EnumerateArray().ToList());
        Assert.Equal(("G17-261120-0042", "••••••••0789"), (line.GetProperty("ministryCode").GetString(), line.GetProperty("personalNumber").GetString()));
        Assert.Equal(HttpStatusCode.Forbidden, strangers.StatusCode);
    }

    [Fact]
    public async Task A_procedure_of_ours_is_filed_and_not_helped_with()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var clerk = office.As("clerk-muong-ang");
        clerk.DefaultRequestHeaders.Add("Idempotency-Key", "help-0002");

        var answer = await clerk.PostAsJsonAsync(
            "/api/help", new
            {
                office = office.OfficeOf("clerk-muong-ang"),
                procedure = "1.001193",
                applicant = "Lò Thị Mai",
                personalNumber = "011195000123"
            });

        Assert.Equal("procedure-is-ours", (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString());
    }

    [Fact]
    public async Task The_ministry_says_how_its_dossier_stands_and_an_older_message_changes_nothing()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var receipt = office.OfficeOf("clerk-muong-ang");

        await PutAsync(office, receipt, NationalStatus.Received, "2026-11-20 09:00");
        await PutAsync(office, receipt, NationalStatus.Done, "2026-11-25 09:00");
        await PutAsync(office, receipt, NationalStatus.InProcess, "2026-11-23 09:00"); // late
        var list = await office.As("officer-muong-ang").GetFromJsonAsync<JsonElement>($"/api/mirrors?office={receipt}");

        var mirror = Assert.Single(list.GetProperty("items").EnumerateArray().ToList());
        Assert.Equal(("G17-261120-0042", "done"), (mirror.GetProperty("code").GetString(), mirror.GetProperty("status").GetString()));
        Assert.Equal("2026-12-07T17:00:00+07:00", mirror.GetProperty("promisedAt").GetString());
        Assert.Equal(HttpStatusCode.Forbidden, (await office.As("officer-muong-phang").GetAsync($"/api/mirrors?office={receipt}")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await office.As("clerk-muong-ang").PutAsJsonAsync("/api/mirrors/X", new { })).StatusCode);
    }

    private static async Task PutAsync(Office office, string receipt, NationalStatus status, string changedAt)
    {
        var answer = await office.As("portal").PutAsJsonAsync("/api/mirrors/G17-261120-0042", new
        {
            procedure = "1.014027",
            office = receipt,
            applicant = "Vừ Thị Mỷ",
            personalNumber = "011150000789",
            status = JsonNamingPolicy.CamelCase.ConvertName(status.ToString()),
            submittedAt = Given.At("2026-11-20 08:30"),
            changedAt = Given.At(changedAt),
            promisedAt = Given.At("2026-12-07 17:00"),
        });
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }
}
