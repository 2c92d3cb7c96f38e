using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using PublicAdmin.Documents.Uploads;
using PublicAdmin.Dossiers;
using PublicAdmin.Submission;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Documents;

/// <summary>A file that only an answer of the e-form names is a paper of the dossier like all others.</summary>
public class AnsweredFileTests
{
    private const string Marriage = "1.000894";
    private const string Photo = "groomPhoto";

    [Fact]
    public async Task A_portrait_in_the_form_outlives_the_purge_and_the_officer_opens_it()
    {
        await using var office = await Office.OpenAsync();
        using var clerk = office.As("clerk-muong-ang");
        var portrait = SampleScans.Jpeg(width: 400, height: 600);
        var filed = await FileAsync(office, clerk, await clerk.SendFileAsync(portrait, "ảnh.jpg", Filings.Mai.PersonalNumber));
        var code = filed.GetProperty("code").GetString()!;
        await office.DeliverMessagesAsync();

        office.Clock.Advance(TimeSpan.FromDays(31));
        await office.RunTimerAsync(nameof(PurgeStaleUploads));

        using var later = office.As("clerk-muong-ang");
        var listed = (await (await later.GetAsync($"/api/dossiers/{code}/documents")).ReadAsync()).EnumerateArray().Single();
        var opened = await later.GetAsync($"/api/dossiers/{code}/documents/{listed.IdOf()}");
        Assert.Equal($"form.{Photo}", listed.GetProperty("component").GetString());
        Assert.Equal(portrait, await opened.Content.ReadAsByteArrayAsync());
        Assert.Equal("image/jpeg", opened.Content.Headers.ContentType?.MediaType);
        using var mai = office.As("mai");
        Assert.Equal(portrait, await mai.GetByteArrayAsync($"/api/dossiers/{code}/documents/{listed.IdOf()}"));
        using var stranger = office.As("thanh");
        Assert.Equal("dossier-not-found", await (await stranger.GetAsync($"/api/dossiers/{code}/documents/{listed.IdOf()}")).RefusalAsync());
    }

    [Fact]
    public async Task A_portrait_that_is_none_or_another_persons_is_refused_beside_its_question()
    {
        await using var office = await Office.OpenAsync();
        using var clerk = office.As("clerk-muong-ang");
        using var thanh = office.As("thanh");
        var others = await thanh.SendFileAsync(SampleScans.Jpeg(width: 410, height: 600), "ảnh.jpg");
        var pdf = await clerk.SendFileAsync(SampleScans.Pdf(), "ảnh.pdf", Filings.Mai.PersonalNumber);
        await office.DeliverMessagesAsync();

        foreach (var (upload, because) in ((string, string)[])[(others, "paper-unknown"), ("upload-1", "paper-unknown"), (pdf, "paper-not-a-picture")])
        {
            var refused = await (await SendAsync(office, clerk, upload)).Content.ReadFromJsonAsync<JsonElement>();
            Assert.Equal((because, $"form.{Photo}"), (refused.GetProperty("code").GetString(), refused.GetProperty("field").GetString()));
        }
    }

    private static async Task<JsonElement> FileAsync(Office office, HttpClient http, string upload) =>
        await (await SendAsync(office, http, upload)).ReadAsync();

    private static Task<HttpResponseMessage> SendAsync(Office office, HttpClient http, string upload)
    {
        var form = JsonNode.Parse(ExampleAnswers.Of(Marriage, "lan-dau").GetRawText())!.AsObject();
        (form["groomNationality"], form[Photo]) = ("LA", upload);
        var filing = new FilingForm(
            Marriage, office.OfficeOf("clerk-muong-ang"), Filings.Mai, Channel.Counter, ResidenceUnit: Filings.MuongAng, ReturnWay: ReturnWay.Counter,
            Form: JsonSerializer.SerializeToElement(form));
        return http.SendFilingAsync(filing);
    }
}
