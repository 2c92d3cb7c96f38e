using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using PublicAdmin.Dossiers;
using PublicAdmin.Eforms.Prefill;
using PublicAdmin.Processing.Deciding;
using PublicAdmin.Submission;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Eforms;

/// <summary>Once only: what a register holds and what results say fills in the next form, each value with its source.</summary>
public sealed class PrefillSourceTests : IAsyncLifetime
{
    private const string Clerk = "clerk-muong-ang";
    private const string Mai = "011195000123";
    private const string Husband = "011090000456"; // As the example of a marriage names him.
    private const string Birth = "/api/procedures/1.001193/prefill";

    private Office _office = null!;

    public async Task InitializeAsync() => _office = await Office.OpenAsync(at: "2026-11-20T02:00Z");

    public Task DisposeAsync() => _office.DisposeAsync().AsTask();

    [Fact]
    public async Task The_own_record_fills_in_the_form_once_the_citizen_agrees_and_the_look_up_is_written_down()
    {
        using var mai = _office.As("mai");

        var without = await mai.PostAsJsonAsync(Birth, new { consent = false });
        var asked = Values(await (await mai.PostAsJsonAsync(Birth, new { consent = true })).ReadAsync());

        Assert.Equal("prefill-consent-missing", (await Task.FromResult(without).ProblemAsync(HttpStatusCode.UnprocessableEntity)).Code);
        var residence = Single(asked, "requesterResidence");
        Assert.Equal("""{"kind":"1","province":"11","commune":"03256","detail":"B\u1EA3n T\u00E1t"}""", JsonSerializer.Serialize(residence["value"]));
        Assert.Equal(("register", "2026-11-20", "DC-000123"), ((string?)residence["source"], (string?)residence["on"], (string?)residence["reference"]));
        Assert.False(string.IsNullOrEmpty((string?)residence["register"]));
        var born = Single(asked, "motherBirthDate");
        Assert.Equal(("1995-04-12", "motherPersonalNumber", Mai),
            ((string?)born["value"], (string?)born["if"]![0]!["field"], (string?)born["if"]![0]!["number"]));
        Assert.Equal("03", (string?)Single(asked, "motherEthnicity")["value"]!["code"]);
        Assert.True((bool?)asked.Last(value => (string?)value["field"] == "childHometown")["suggested"]);
        var written = (await mai.GetFromJsonAsync<JsonNode>("/api/look-ups"))!["items"]!.AsArray();
        Assert.Equal(("1.001193", "ownAccount"), ((string?)Assert.Single(written)!["procedure"], (string?)written[0]!["consent"]!["kind"]));
        Assert.Empty((await _office.As("thanh").GetFromJsonAsync<JsonNode>("/api/look-ups"))!["items"]!.AsArray());
    }

    [Fact]
    public async Task A_marriage_certificate_in_the_wallet_names_the_other_parent_and_the_entry()
    {
        await MarriageAsync();

        var made = await _office.As("mai").GetFromJsonAsync<JsonNode>(Birth);

        var father = Values(made!).Where(value => ((string)value["field"]!).StartsWith("father", StringComparison.Ordinal)).ToList();
        Assert.Equal("Quàng Văn Thanh", (string?)Of(father, "fatherName", Husband)["value"]);
        Assert.Equal("1990-05-12", (string?)Of(father, "fatherBirthDate", Husband)["value"]);
        Assert.Equal("earlierResult", (string?)Of(father, "fatherResidence", Husband)["source"]);
        Assert.Contains(father, value => (string?)value["field"] == "fatherPersonalNumber" && (string?)value["value"] == Husband);
        var entry = Single(Values(made!), "parentsMarriage");
        Assert.Equal(("15/2026", "2026-11-20"), ((string?)entry["value"]!["number"], (string?)entry["value"]!["date"]));
        Assert.Equal([Mai, Husband], entry["if"]!.AsArray().Select(one => (string?)one!["number"]));
        Assert.Null((await _office.As("my").GetFromJsonAsync<JsonNode>(Birth))!["results"]);
    }

    [Fact]
    public async Task A_result_somebody_holds_as_a_file_is_read_while_it_is_whole_and_holds()
    {
        var code = await MarriageAsync();
        var pdf = await _office.As("mai").GetByteArrayAsync($"/api/dossiers/{code}/result");
        using var thanh = _office.As("thanh");

        var read = await (await SendAsync(thanh, pdf)).ReadAsync();
        var longer = await SendAsync(thanh, [.. pdf, .. "\n% more\n"u8]).ProblemAsync(HttpStatusCode.UnprocessableEntity);
        await _office.As("leader-muong-ang").ActAsync(code, "result-revocation", new RevocationForm("Cấp nhầm"));
        var revoked = await SendAsync(thanh, pdf).ProblemAsync(HttpStatusCode.UnprocessableEntity);

        Assert.Equal("Lò Thị Mai", (string?)Of(Values(read), "motherName", Mai)["value"]);
        Assert.Equal(("result-not-usable", "result-not-usable"), (longer.Code, revoked.Code));
        Assert.Null((await _office.As("mai").GetFromJsonAsync<JsonNode>(Birth))!["results"]);
    }

    [Fact]
    public async Task What_is_answered_otherwise_than_a_result_says_is_a_note_for_the_office_and_stays_as_written()
    {
        await MarriageAsync();
        using var mai = _office.As("mai");
        var result = (await mai.GetFromJsonAsync<JsonNode>(Birth))!["results"]![0]!;
        var used = new ReusedResult((string)result["dossier"]!, (string)result["proof"]!);
        var filing = await BirthAsync("Quàng Văn Thành", "1990");

        var code = (await mai.FileAsync(filing with { Results = [used] })).Code;
        var unproven = await mai.SendFilingAsync(filing with { Results = [used with { Proof = "x" }] }).ProblemAsync(HttpStatusCode.UnprocessableEntity);

        var lines = (await _office.As(Clerk).GetFromJsonAsync<JsonNode>($"/api/dossiers/{code}/answers"))!["sections"]!.AsArray()
            .SelectMany(section => section!["lines"]!.AsArray()).Where(line => line!["held"] is not null).ToList();
        var held = lines.Single(line => (string?)line!["key"] == "fatherName")!["held"]!;
        Assert.Equal(("Quàng Văn Thanh", "15/2026"), ((string?)held["text"], (string?)held["reference"]));
        Assert.Contains("Mường Ảng", (string?)held["source"], StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(lines, line => (string?)line!["key"] is "fatherBirthDate" or "childName"); // A year agrees with a day in it.
        Assert.Equal("result-unproven", unproven.Code);
        Assert.Equal("Quàng Văn Thành", (string?)(await mai.GetFromJsonAsync<JsonNode>($"/api/dossiers/{code}/answers"))!["answers"]!["fatherName"]);
    }

    private async Task<FilingForm> BirthAsync(string father, string born)
    {
        var scan = await _office.As("mai").SendFileAsync(VietnameseScan.Of("GIẤY CHỨNG SINH"));
        var filing = Filings.Birth(_office.OfficeOf(Clerk), new PaperForm("chung-sinh", scan));
        var form = JsonNode.Parse(filing.Form!.Value.GetRawText())!;
        (form["fatherPersonalNumber"], form["fatherName"], form["fatherBirthDate"]) = (Husband, father, born);
        return filing with { Form = JsonSerializer.SerializeToElement(form) };
    }

    private async Task<DossierCode> MarriageAsync()
    {
        var code = (await _office.As("mai").FileAsync(Filings.MaritalStatus(_office.OfficeOf(Clerk)).Asking("1.000894"))).Code;
        await _office.As(Clerk).ActAsync(code, "acceptance");
        await _office.ProcessToTheEndAsync("muong-ang", code, "15/2026");
        await _office.DeliverMessagesAsync();
        return code;
    }

    private static Task<HttpResponseMessage> SendAsync(HttpClient http, byte[] pdf) =>
        http.PostAsync($"{Birth}-result", new ByteArrayContent(pdf) { Headers = { ContentType = new MediaTypeHeaderValue("application/pdf") } });

    private static List<JsonNode> Values(JsonElement made) => Values(JsonNode.Parse(made.GetRawText())!);

    private static List<JsonNode> Values(JsonNode made) => [.. made["values"]!.AsArray().OfType<JsonNode>()];

    private static JsonNode Single(IEnumerable<JsonNode> values, string field) => values.Single(value => (string?)value["field"] == field);

    private static JsonNode Of(IEnumerable<JsonNode> values, string field, string number) =>
        values.Single(value => (string?)value["field"] == field && (string?)value["if"]?[0]?["number"] == number);
}
