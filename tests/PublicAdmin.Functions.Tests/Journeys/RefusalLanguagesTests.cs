using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using PublicAdmin.Processing.Deciding;
using PublicAdmin.Submission;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Journeys;

/// <summary>Refusals that name things — roles, papers, reasons of a procedure — as a reader of each language gets them.</summary>
public sealed partial class RefusalLanguagesTests
{
    public static TheoryData<string, string> Refusals => new()
    {
        { "vi", "Việc «yêu cầu bổ sung» với hồ sơ {0} thuộc về cán bộ một cửa, chuyên viên, lãnh đạo tại cơ quan {1}." },
        { "en", "'ask for a supplement' on dossier {0} is a task of the one-stop clerk, the officer, the leader at office {1}." },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task A_task_of_somebody_else_is_named_with_its_role(string language, string sentence)
    {
        await using var office = await Office.OpenAsync();
        var receipt = await office.As("mai").FileAsync(Filings.MaritalStatus(office.OfficeOf("clerk-muong-ang")) with { ResidenceUnit = Filings.MuongPhang });
        using var clerk = Speaking(office.As("clerk-muong-ang"), language);
        await clerk.ActAsync(receipt.Code, "acceptance");
        var asking = new SupplementRequestForm([new("Giấy chứng sinh", "Mờ")], "Lò Văn Hoa");

        var problem = await clerk.SendActAsync(receipt.Code, "supplement-request", asking).ProblemAsync(HttpStatusCode.Forbidden);

        Assert.Equal(
            sentence.Replace("{0}", receipt.Code.ToString(), StringComparison.Ordinal)
                .Replace("{1}", office.OfficeOf("officer-muong-phang"), StringComparison.Ordinal), problem.Detail);
    }

    [Theory]
    [InlineData("2.000884", "procedure-in-person")]
    [InlineData("1.004194", "procedure-filed-elsewhere")]
    [InlineData("1.001193", "component-missing")]
    public async Task What_a_procedure_says_of_itself_is_said_in_the_readers_language(string procedure, string code)
    {
        await using var office = await Office.OpenAsync();
        var filing = Filings.MaritalStatus(office.OfficeOf("clerk-muong-ang")).Asking(procedure);

        var vietnamese = await Speaking(office.As("mai"), "vi").SendFilingAsync(filing).ProblemAsync(HttpStatusCode.UnprocessableEntity);
        var english = await Speaking(office.As("mai"), "en").SendFilingAsync(filing).ProblemAsync(HttpStatusCode.UnprocessableEntity);

        Assert.Equal((code, code), (vietnamese.Code, english.Code));
        Assert.Matches(Vietnamese(), vietnamese.Detail);
        Assert.DoesNotMatch(Vietnamese(), english.Detail);
        Assert.DoesNotMatch(EnglishWords(), vietnamese.Detail);
    }

    [Fact]
    public async Task A_paper_that_need_not_be_given_is_named_in_the_readers_language()
    {
        await using var office = await Office.OpenAsync();
        var filing = Filings.Birth(office.OfficeOf("clerk-muong-ang"), new PaperForm("dan-cu", Upload: "x"));

        var english = await Speaking(office.As("mai"), "en").SendFilingAsync(filing).ProblemAsync(HttpStatusCode.UnprocessableEntity);

        Assert.DoesNotMatch(Vietnamese(), english.Detail);
    }

    private static HttpClient Speaking(HttpClient http, string language)
    {
        http.DefaultRequestHeaders.AcceptLanguage.Add(new StringWithQualityHeaderValue(language));
        return http;
    }

    [GeneratedRegex("[à-ỹđĐÀ-Ỹ]")]
    private static partial Regex Vietnamese();

    [GeneratedRegex(@"\b(the|of|is|must|needs?|person|present)\b")]
    private static partial Regex EnglishWords();
}
