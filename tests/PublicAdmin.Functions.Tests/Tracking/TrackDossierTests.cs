using System.Net;
using System.Net.Http.Json;
using PublicAdmin.Tests.Support;
using PublicAdmin.Tracking;

namespace PublicAdmin.Tests.Tracking;

public class TrackDossierTests
{
    [Fact]
    public async Task With_code_and_secret_anybody_sees_the_way_of_a_dossier_and_what_comes_next_but_no_name()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var receipt = await office.As("mai").FileAsync(Filings.MaritalStatus(office.OfficeOf("clerk-muong-ang")));
        await office.As("clerk-muong-ang").ActAsync(receipt.Code, "acceptance");

        var answer = await office.Http.PostAsJsonAsync("/api/tracking", new TrackingForm(receipt.Code.ToString(), receipt.Secret.ToLowerInvariant()));

        var text = await answer.Content.ReadAsStringAsync();
        var status = await office.Http.TrackAsync(receipt.Code, receipt.Secret);
        Assert.Equal((2, "Được tiếp nhận"), (status.StatusCode, status.Status.Vi));
        Assert.Equal(["Mới đăng ký", "Được tiếp nhận"], status.Timeline.Select(step => step.What.Vi));
        Assert.DoesNotContain("Mai", text, StringComparison.Ordinal);
        Assert.DoesNotContain("0912345678", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_known_code_with_a_wrong_secret_and_an_unknown_code_get_the_same_answer()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var receipt = await office.As("mai").FileAsync(Filings.MaritalStatus(office.OfficeOf("clerk-muong-ang")));

        var known = await AnswerAsync(office, receipt.Code.ToString());
        var unknown = await AnswerAsync(office, "H18.88-261120-9999");
        var nonsense = await AnswerAsync(office, "xin chào");

        Assert.Equal(HttpStatusCode.NotFound, known.Status);
        Assert.Equal(known, unknown);
        Assert.Equal(known, nonsense);
    }

    private static async Task<(HttpStatusCode Status, string Body)> AnswerAsync(Office office, string code)
    {
        var answer = await office.Http.PostAsJsonAsync("/api/tracking", new TrackingForm(code, "0000000000"));
        var body = await answer.Content.ReadAsStringAsync();
        return (answer.StatusCode, System.Text.RegularExpressions.Regex.Replace(body, "\"requestId\":\"[^\"]*\"", ""));
    }
}
