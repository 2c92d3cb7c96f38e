using System.Net;
using System.Net.Http.Headers;
using PublicAdmin.Results;
using PublicAdmin.Signing.Verification;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Signing;

/// <summary>
/// Papers other programs signed, changed and forged (Papers/, made for these tests, signers invented), sent to the door anybody may use.
/// The signers are nobody's: the best that can be said of an honest paper is that it is intact.
/// </summary>
public class ForeignSignaturesTests
{
    [Fact]
    public async Task An_honest_paper_is_intact_whichever_program_signed_it()
    {
        await using var office = await Office.OpenAsync();
        foreach (var (name, report) in await CheckAsync(office, "Honest"))
        {
            Assert.True(report.Verdict is Verdict.Untrusted, $"{name}: {report.En}");
            Assert.Contains("intact", report.En, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_paper_changed_behind_its_signature_is_changed()
    {
        await using var office = await Office.OpenAsync();
        foreach (var (name, report) in await CheckAsync(office, "Changed"))
        {
            Assert.True(report.Verdict is Verdict.Changed, $"{name}: {report.En}");
        }
    }

    [Fact]
    public async Task An_update_that_readers_take_differently_is_never_an_innocent_one()
    {
        await using var office = await Office.OpenAsync();
        foreach (var (name, report) in await CheckAsync(office, "Forged"))
        {
            Assert.True(report.Verdict is Verdict.Changed or Verdict.Broken, $"{name}: {report.En}");
        }
    }

    [Fact]
    public async Task What_cannot_be_checked_here_says_so_and_is_never_called_changed()
    {
        await using var office = await Office.OpenAsync();
        foreach (var (name, report) in await CheckAsync(office, "Beyond"))
        {
            Assert.True(report.Verdict is Verdict.Uncheckable, $"{name}: {report.En}");
            Assert.Contains("cannot be checked here", report.En, StringComparison.Ordinal);
            Assert.Contains("tại đây", report.Vi, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_locked_paper_is_called_locked()
    {
        await using var office = await Office.OpenAsync();

        var report = await CheckAsync(office, Paper("locked.pdf"));

        Assert.Contains("locked", report.En, StringComparison.Ordinal);
        Assert.Contains("bị khóa", report.Vi, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reason_in_UTF8_is_read()
    {
        await using var office = await Office.OpenAsync();

        Assert.Equal("Phát hành kết quả hồ sơ H18.88-261128-0001", (await CheckAsync(office, Paper("reason-in-utf8.pdf"))).Signatures[0].Reason);
    }

    [Fact]
    public async Task What_stands_behind_the_last_signature_is_told_in_the_first_sentence()
    {
        await using var office = await Office.OpenAsync();

        Assert.Contains("behind the last signature", (await CheckAsync(office, Paper("Honest/dss-object-renewed.pdf"))).En, StringComparison.Ordinal);
        Assert.DoesNotContain("behind the last signature", (await CheckAsync(office, Paper("Honest/two-signatures.pdf"))).En, StringComparison.Ordinal);
    }

    private static byte[] Paper(string name) => File.ReadAllBytes(Path.Combine(Folder, name));

    private static string Folder => Path.Combine(Repository.Root, "tests/PublicAdmin.Functions.Tests/Signing/Papers");

    private static async Task<List<(string Name, VerificationReport Report)>> CheckAsync(Office office, string folder)
    {
        var found = new List<(string, VerificationReport)>();
        foreach (var path in Directory.GetFiles(Path.Combine(Folder, folder), "*.pdf").Order(StringComparer.Ordinal))
        {
            found.Add((Path.GetFileName(path), await CheckAsync(office, await File.ReadAllBytesAsync(path))));
        }

        Assert.NotEmpty(found);
        return found;
    }

    private static async Task<VerificationReport> CheckAsync(Office office, byte[] pdf)
    {
        using var body = new ByteArrayContent(pdf);
        body.Headers.ContentType = new MediaTypeHeaderValue("application/pdf");
        return (await Counter.ReadAsync<PdfFindings>(await office.Http.PostAsync("/api/verification", body), HttpStatusCode.OK)).Report;
    }
}
