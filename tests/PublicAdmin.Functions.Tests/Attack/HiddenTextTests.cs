using System.Net;
using System.Text;
using PublicAdmin.Dossiers;
using PublicAdmin.Platform;
using PublicAdmin.Processing.Deciding;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Attack;

/// <summary>Code points that are no letters, controls and letters that turn the direction of writing stop at one gate, wherever they are sent.</summary>
public sealed class HiddenTextTests
{
    public static TheoryData<string> NotWritten => ["\uFFFE", "\uFFFF", "\uFDD0", "\U0001FFFE", "\0", "\u0007", "\u202E", "\u2066", "\u200F"];

    [Theory]
    [MemberData(nameof(NotWritten))]
    public async Task None_of_them_gets_in_by_a_query_a_field_a_form_or_a_file_name(string hidden)
    {
        await using var office = await Office.OpenAsync();
        using var mai = office.As("mai");
        var marital = Filings.MaritalStatus(office.OfficeOf("clerk-muong-ang"));
        var query = Uri.EscapeDataString($"khai{hidden}sinh");

        Assert.Equal("text-not-written", await office.Http.GetAsync($"/api/procedures?q={query}").Problem(HttpStatusCode.BadRequest));
        Assert.Equal("text-not-written", await office.As("clerk-muong-ang").GetAsync($"/api/search?q={query}").Problem(HttpStatusCode.BadRequest));
        if (hidden != "\0")
        {
            Assert.Equal(
                "text-not-written",
                await office.Http.GetAsync($"/api/procedures/{query}").Problem(HttpStatusCode.BadRequest)); // The server itself refuses NUL in a path.
        }

        Assert.Equal(
            "text-not-written",
            await mai.SendFilingAsync(marital with { Applicant = Filings.Mai with { Name = $"Mai{hidden}" } }).Problem(HttpStatusCode.BadRequest));
        Assert.Equal("text-not-written", await mai.SendFilingAsync(marital with { Summary = $"Xin{hidden}" }).Problem(HttpStatusCode.BadRequest));
        Assert.Equal("text-not-written", await mai.AnnounceAsync(SampleScans.Pdf(), $"giay{hidden}.pdf").Problem(HttpStatusCode.BadRequest));
        var form = System.Text.Json.JsonSerializer.SerializeToElement(new Dictionary<string, object> { ["ghiChu"] = new[] { $"a{hidden}" } });
        Assert.Equal("text-not-written", await mai.SendFilingAsync(marital with { Form = form }).Problem(HttpStatusCode.BadRequest));
    }

    [Fact]
    public async Task A_proposal_that_could_never_be_printed_is_refused_before_it_is_approved()
    {
        await using var office = await Office.OpenAsync();
        var code = (await office.As("mai").FileAsync(Filings.MaritalStatus(office.OfficeOf("clerk-muong-ang")))).Code;
        await office.As("clerk-muong-ang").ActAsync(code, "acceptance");
        await office.As("officer-muong-ang").ActAsync(code, "taking");

        var refused = await office.As("officer-muong-ang").SendActAsync(code, "proposal", new ProposalForm(Decision.Grant, "Đủ điều kiện.", "Kết quả\uFFFE"))
            .Problem(HttpStatusCode.BadRequest);

        Assert.Equal("text-not-written", refused);
    }

    [Fact]
    public async Task Half_a_letter_is_refused_with_its_field()
    {
        await using var office = await Office.OpenAsync();
        using var body = new StringContent("{\"code\":\"\\ud83d\",\"secret\":\"x\"}", Encoding.UTF8, "application/json");

        var refused = await office.Http.PostAsync("/api/tracking", body).ProblemAsync(HttpStatusCode.BadRequest);

        Assert.Equal(("text-not-written", "code"), (refused.Code, refused.Field));
    }

    [Theory]
    [InlineData("Nguyễn Thị Ánh\nXã Mường Ảng\t(tổ 3)", true)]
    [InlineData("👨‍👩‍👧 gia đình", true)]
    [InlineData("a\u2028b", true)]
    [InlineData("a\u0085b", false)]
    public void What_people_write_passes(string text, bool passes) => Assert.Equal(passes, WrittenText.Is(text));
}
