using PublicAdmin.Dossiers;
using PublicAdmin.Processing.Deciding;
using PublicAdmin.Submission;
using PublicAdmin.Tests.Documents;
using PublicAdmin.Tests.Notifications;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Attack;

/// <summary>What somebody else does in a person's name is written to that person, at an address the other did not choose.</summary>
public sealed class ToldOfOthersDoingTests
{
    private static readonly ProxyForm Thanh = new(Filings.Thanh.Name, Filings.Thanh.PersonalNumber, "Giấy ủy quyền miệng");
    private static readonly ApplicantForm MaiByThanh = Filings.Mai with { Email = "thanh@example.vn", Phone = "0987654321" };

    [Fact]
    public async Task Whoever_is_filed_for_is_written_to_at_the_own_address_and_not_at_the_one_the_proxy_wrote()
    {
        await using var office = await Office.OpenAsync();
        await office.As("mai").FileAsync(Filings.MaritalStatus(office.OfficeOf("clerk-muong-ang")));

        var code = await FileForMaiAsync(office);
        await office.DeliverMessagesAsync();

        var letter = Assert.Single(Letters(office, code));
        Assert.Equal($"Có người nộp thay hồ sơ {code}", EmlText.SubjectOf(letter));
        Assert.Contains("mai@example.vn", letter, StringComparison.Ordinal);
        Assert.DoesNotContain("thanh@example.vn", letter, StringComparison.Ordinal);
        Assert.Contains("Quàng Văn Thanh đã nộp hồ sơ", EmlText.BodyOf(letter), StringComparison.Ordinal);
        Assert.Contains("việc tra cứu chờ trả lời", EmlText.BodyOf(letter), StringComparison.Ordinal);
        Assert.Contains("/me", EmlText.BodyOf(letter), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_look_up_that_rests_on_another_s_evidence_is_told_with_the_evidence()
    {
        await using var gateway = await RecordServer.StartAsync();
        gateway.Held["dan-cu"] = "DC-000123";
        await using var office = await Office.OpenAsync(settings: gateway.Settings);
        await office.As("mai").FileAsync(Filings.MaritalStatus(office.OfficeOf("clerk-muong-ang")));
        var code = await FileForMaiAsync(office);

        await office.As("clerk-muong-ang").ActAsync(code, "authority", new AuthorityForm(Evidence: new(ConsentKind.CheckedAuthority, "CC-15/2026")));
        await office.DeliverMessagesAsync();

        var told = Assert.Single(Letters(office, code), letter => EmlText.SubjectOf(letter).StartsWith("Đã tra cứu", StringComparison.Ordinal));
        Assert.Contains("CC-15/2026", EmlText.BodyOf(told), StringComparison.Ordinal);
        Assert.Contains("mai@example.vn", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_cannot_be_reached_is_work_for_the_counter()
    {
        await using var office = await Office.OpenAsync();

        var filed = await office.As("thanh").FileAsync(
            Filings.MaritalStatus(office.OfficeOf("clerk-muong-ang")) with { Applicant = Filings.Mai with { Email = null, Phone = null }, Proxy = Thanh });
        await office.DeliverMessagesAsync();

        var task = Assert.Single(await office.InboxOfAsync("clerk-muong-ang"), line => line.GetProperty("letter").GetString() == "tell-by-hand");
        Assert.Contains($"nộp thay hồ sơ {filed.Code}", task.GetProperty("subject").GetString(), StringComparison.Ordinal);
    }

    private static async Task<DossierCode> FileForMaiAsync(Office office) => (await office.As("thanh").FileAsync(
        Filings.MaritalStatus(office.OfficeOf("clerk-muong-ang")) with { Applicant = MaiByThanh, Proxy = Thanh, LookUpConsent = true })).Code;

    private static IReadOnlyList<string> Letters(Office office, DossierCode code) =>
        [.. Directory.GetFiles(Path.Combine(office.Folder, "mail"), "*.eml").Select(File.ReadAllText)
            .Where(letter => EmlText.SubjectOf(letter).EndsWith(code.ToString(), StringComparison.Ordinal))];
}
