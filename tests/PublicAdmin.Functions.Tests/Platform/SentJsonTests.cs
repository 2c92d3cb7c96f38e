using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Platform;

public sealed class SentJsonTests
{
    [Fact]
    public async Task A_gap_in_a_list_is_refused()
    {
        await using var office = await Office.OpenAsync();

        var refused = await Send(
            office.As("portal"), HttpMethod.Post, "/api/portal/acknowledgements", """{"items":[{"code":"H18.88-261120-0001","version":1},null]}""")
            .ProblemAsync(HttpStatusCode.BadRequest);

        Assert.Equal("body-unreadable", refused.Code);
    }

    [Fact]
    public async Task A_gap_in_a_list_within_a_form_is_refused()
    {
        await using var office = await Office.OpenAsync();
        var form = Filings.MaritalStatus(office.OfficeOf("clerk-muong-ang")) with { Papers = [null!] };

        var refused = await office.As("mai").SendFilingAsync(form).ProblemAsync(HttpStatusCode.BadRequest);

        Assert.Equal("body-unreadable", refused.Code);
    }

    [Fact]
    public async Task A_name_with_nothing_behind_it_is_refused()
    {
        await using var office = await Office.OpenAsync();

        var refused = await Send(
            office.As("officer-muong-ang"), HttpMethod.Post, "/api/dossiers/H18.88-261120-0001/result-content", """{"given":{"number":null}}""")
            .ProblemAsync(HttpStatusCode.BadRequest);

        Assert.Equal("body-unreadable", refused.Code);
    }

    [Theory]
    [InlineData("0001-01-01")]
    [InlineData("1899-12-31")]
    [InlineData("2200-01-01")]
    [InlineData("9999-12-31")]
    public async Task A_day_outside_written_time_is_refused_with_its_field(string day)
    {
        await using var office = await Office.OpenAsync();

        var refused = await office.As("officer-muong-ang").PostAsJsonAsync(
            "/api/delegations", new { receiver = "dev-officer-land", role = "officer", office = "H18.88", from = day, to = day, reason = "Nghỉ phép" })
            .ProblemAsync(HttpStatusCode.BadRequest);

        Assert.Equal(("body-unreadable", "from"), (refused.Code, refused.Field));
    }

    [Theory]
    [InlineData("9")]
    [InlineData("-1")]
    [InlineData("\"9\"")]
    [InlineData("\"online,counter\"")]
    [InlineData("\"online\\u002Ccounter\"")]
    [InlineData("\"bưu điện\"")]
    public async Task A_channel_nobody_defined_is_refused_with_its_field(string channel)
    {
        await using var office = await Office.OpenAsync();
        var form = JsonSerializer.Serialize(Filings.MaritalStatus(office.OfficeOf("clerk-muong-ang")), OfficeJson.Options);
        var known = form.IndexOf("\"channel\":\"", StringComparison.Ordinal) + "\"channel\":".Length;
        var end = form.IndexOf('"', known + 1) + 1;

        var refused = await Send(office.As("clerk-muong-ang"), HttpMethod.Post, "/api/dossiers", form[..known] + channel + form[end..])
            .ProblemAsync(HttpStatusCode.BadRequest);

        Assert.Equal(("body-unreadable", "channel"), (refused.Code, refused.Field));
    }

    [Fact]
    public void No_enum_a_body_may_hold_takes_a_number_or_two_names()
    {
        var enums = typeof(OfficeJson).Assembly.GetTypes().Where(type => type.IsEnum && type.IsPublic).ToList();

        Assert.All(enums, type =>
        {
            Assert.Throws<JsonException>(() => JsonSerializer.Deserialize("1", type, SentJson.Options));
            Assert.Throws<JsonException>(() => JsonSerializer.Deserialize("\"1\"", type, SentJson.Options));
            var two = string.Join(',', Enum.GetNames(type).Take(2));
            Assert.True(!two.Contains(',') || Assert.Throws<JsonException>(() => JsonSerializer.Deserialize($"\"{two}\"", type, SentJson.Options)) is not null);
            Assert.Equal(Enum.GetValues(type).GetValue(0), JsonSerializer.Deserialize($"\"{Enum.GetNames(type)[0]}\"", type, SentJson.Options));
        });
    }

    [Theory]
    [InlineData("\\ud800")]
    [InlineData("\\udfff\\ud800")]
    public async Task Half_a_letter_in_a_form_is_refused_with_its_field(string half)
    {
        await using var office = await Office.OpenAsync();
        var mai = office.As("mai");

        var draft = await Send(mai, HttpMethod.Put, "/api/drafts/khai-sinh", $$$"""{"form":{"tenCon":"{{{half}}}"}}""").ProblemAsync(HttpStatusCode.BadRequest);
        var whole = await Send(mai, HttpMethod.Put, "/api/drafts/khai-sinh", """{"form":{"tenCon":"\ud83d\ude00 An"}}""");

        Assert.Equal(("text-not-written", "form"), (draft.Code, draft.Field));
        Assert.Equal(HttpStatusCode.Created, whole.StatusCode);
    }

    private static Task<HttpResponseMessage> Send(HttpClient http, HttpMethod method, string path, string json) =>
        http.SendAsync(new HttpRequestMessage(method, path)
        {
            Content = new StringContent(json, Encoding.UTF8, "application/json"),
            Headers = { { "Idempotency-Key", Guid.NewGuid().ToString("N") } },
        });
}
