using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using PublicAdmin.Dossiers;
using PublicAdmin.Submission;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Eforms;

public sealed class FilingAnswersTests
{
    private const string Clerk = "clerk-muong-ang";

    [Fact]
    public async Task A_birth_is_filed_on_its_own_form_and_read_by_it_for_ever()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var filing = await BirthAsync(office);

        var receipt = await office.As("mai").FileAsync(filing with { FormCase = "du-cha-me", FormVersion = "1" });
        var read = await office.As("officer-muong-ang").GetFromJsonAsync<JsonElement>($"/api/dossiers/{receipt.Code}/answers");

        Assert.Equal("""{"id":"khai-sinh","version":"1","case":"du-cha-me"}""", read.GetProperty("form").GetRawText());
        Assert.Equal("khai-sinh", read.GetProperty("definition").GetProperty("id").GetString());
        Assert.Equal("Lò Minh An", read.GetProperty("answers").GetProperty("childName").GetString());
    }

    [Theory]
    [InlineData("mai", Channel.Online)]
    [InlineData(Clerk, Channel.Counter)]
    [InlineData("portal", Channel.Online)]
    public async Task Everything_that_is_wrong_is_said_at_once_in_both_languages_whoever_files(string filer, Channel channel)
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var filing = (await BirthAsync(office)) with { Channel = channel };
        var form = Changed(filing, form =>
        {
            form.Remove("childName");
            form["childSex"] = "9";
            form["motherBirthDate"] = "2026-11-16";
            form["nickname"] = "An";
            form["childHometown"]!["commune"] = "00004";
        });

        var response = await office.As(filer).SendFilingAsync(filing with { Form = form });
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Equal("form-invalid", problem.GetProperty("code").GetString());
        var errors = problem.GetProperty("errors").EnumerateArray()
            .Select(error => (error.GetProperty("field").GetString(), error.GetProperty("code").GetString()));
        Assert.Equal(
            [
                ("form.childHometown.commune", "answer-commune"), ("form.childName", "answer-missing"), ("form.childSex", "answer-choice"),
                ("form.motherBirthDate", "khai-sinh.mother-older"), ("form.nickname", "answer-unknown"),
            ],
            errors.Order());
        Assert.All(problem.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("message")), message => Assert.NotEqual(
            message.GetProperty("vi").GetString(), message.GetProperty("en").GetString()));
    }

    [Fact]
    public async Task What_nobody_saw_is_not_kept_and_the_office_reckons_what_is_computed()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var filing = await BirthAsync(office);
        var form = Changed(filing, form =>
        {
            form["birthCase"] = "3";
            form["childBirthDateInWords"] = "Ngày nào đó";
        });

        var receipt = await office.As("mai").FileAsync(filing with { Form = form });
        var answers = (await office.As("mai").GetFromJsonAsync<JsonElement>($"/api/dossiers/{receipt.Code}/answers")).GetProperty("answers");

        Assert.False(answers.TryGetProperty("fatherName", out _));
        Assert.True(answers.TryGetProperty("motherName", out _));
        Assert.StartsWith("Ngày mười lăm tháng mười một", answers.GetProperty("childBirthDateInWords").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_warning_keeps_nobody_from_filing_and_stands_on_the_receipt()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var filing = await BirthAsync(office);

        var receipt = await office.As("mai").FileAsync(filing with { Form = Changed(filing, form => form["childName"] = "Giàng A Sử") });

        Assert.Equal("khai-sinh.surname", Assert.Single(receipt.Advice!).Code);
    }

    [Fact]
    public async Task Another_version_or_a_case_nobody_knows_is_refused()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var filing = await BirthAsync(office);

        var outdated = await office.As("mai").SendFilingAsync(filing with { FormVersion = "0" }).ProblemAsync(HttpStatusCode.UnprocessableEntity);
        var unknown = await office.As("mai").SendFilingAsync(filing with { FormCase = "sinh-ba" }).ProblemAsync(HttpStatusCode.UnprocessableEntity);
        var contradicted = await office.As("mai").SendFilingAsync(filing with { FormCase = "bi-bo-roi" }).ProblemAsync(HttpStatusCode.UnprocessableEntity);

        Assert.Equal(("form-outdated", "formVersion"), (outdated.Code, outdated.Field));
        Assert.Equal(("form-case-unknown", "formCase"), (unknown.Code, unknown.Field));
        Assert.Equal("form-invalid", contradicted.Code);
    }

    [Fact]
    public async Task Free_text_filed_before_there_was_a_form_stays_readable()
    {
        await using var office = await Office.OpenAsync(at: "2026-09-10T02:00Z");
        var filing = (await BirthAsync(office)) with { Form = JsonSerializer.SerializeToElement(new { noiDung = "Đăng ký khai sinh cho con" }) };

        var receipt = await office.As("mai").FileAsync(filing);
        office.Clock.GoTo(DateTimeOffset.Parse("2026-11-20T02:00Z"));
        var read = await office.As("mai").GetFromJsonAsync<JsonElement>($"/api/dossiers/{receipt.Code}/answers");

        Assert.False(read.TryGetProperty("form", out _));
        Assert.Equal("Đăng ký khai sinh cho con", read.GetProperty("answers").GetProperty("noiDung").GetString());
    }

    [Fact]
    public async Task A_form_half_filled_in_learns_what_it_lacks_without_being_filed()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        using var mai = office.As("mai");

        var half = await mai.PostAsJsonAsync(
            "/api/procedures/1.001193/form", new { answers = new { childName = "Lò Minh An", childBirthDate = "2026-11-30" } });
        var errors = (await half.ReadAsync()).GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("code").GetString()).ToList();

        Assert.Contains("khai-sinh.birth-not-future", errors);
        Assert.Contains("answer-missing", errors);
    }

    private static async Task<FilingForm> BirthAsync(Office office) =>
        Filings.Birth(office.OfficeOf(Clerk), new PaperForm("chung-sinh", await office.As("mai").SendFileAsync(VietnameseScan.Of("GIẤY CHỨNG SINH"))));

    private static JsonElement Changed(FilingForm filing, Action<JsonObject> change)
    {
        var form = JsonNode.Parse(filing.Form!.Value.GetRawText())!.AsObject();
        change(form);
        return JsonSerializer.SerializeToElement(form);
    }
}
