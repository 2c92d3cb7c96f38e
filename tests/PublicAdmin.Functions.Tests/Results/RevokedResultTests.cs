using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using PublicAdmin.Dossiers;
using PublicAdmin.Processing.Deciding;
using PublicAdmin.Results;
using PublicAdmin.Signing.Verification;
using PublicAdmin.Tests.Notifications;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Results;

/// <summary>A result that was replaced or revoked says so wherever somebody meets it.</summary>
public class RevokedResultTests
{
    private const string Place = "muong-ang";

    [FactNeeding("pdftotext", "pdfsig")]
    public async Task Replaced_it_is_told_in_a_letter_the_dossier_tracking_the_wallet_the_download_and_the_check()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var mai = office.As("mai");
        var (wrong, secret) = await FinishAsync(office, "12/GXN-UBND");
        var (right, _) = await FinishAsync(office, "13/GXN-UBND");
        var before = await mai.GetByteArrayAsync($"/api/dossiers/{wrong}/result");

        await office.As($"leader-{Place}").ActAsync(wrong, "result-revocation", new RevocationForm("Sai ngày sinh", right));
        await office.DeliverMessagesAsync();

        var sentence = $"Kết quả này đã được thay thế ngày 20/11/2026 bằng kết quả của hồ sơ {right}; không còn giá trị sử dụng.";
        var letter = EmlText.BodyOf(await MailAsync(office, $"Kết quả hồ sơ {wrong} không còn giá trị"));
        Assert.Contains(sentence, letter, StringComparison.Ordinal);
        Assert.Contains("Lý do: Sai ngày sinh.", letter, StringComparison.Ordinal);
        Assert.Equal(sentence, (await mai.ReadDossierAsync(wrong)).Revoked!.Vi);
        Assert.Equal(sentence, (await office.Http.TrackAsync(wrong, secret)).Next.Vi);
        var kept = (await mai.GetFromJsonAsync<JsonElement>("/api/wallet")).GetProperty("items").EnumerateArray()
            .Single(item => item.GetProperty("from").GetString() == wrong.ToString());
        Assert.Equal("2026-11-20", kept.GetProperty("withdrawnOn").GetString());
        var marked = await mai.GetByteArrayAsync($"/api/dossiers/{wrong}/result");
        Assert.Contains("KẾT QUẢ ĐÃ ĐƯỢC THAY THẾ, KHÔNG CÒN GIÁ TRỊ", PaperText.Of(marked), StringComparison.Ordinal);
        foreach (var pdf in new[] { before, marked })
        {
            var found = await CheckAsync(office, pdf);
            Assert.Equal((sentence, Verdict.Valid, right), (found.Sentence.Vi, found.Report.Verdict, found.Withdrawn!.ReplacedBy));
        }

        Assert.Null((await CheckAsync(office, await mai.GetByteArrayAsync($"/api/dossiers/{wrong}/forms/01"))).Withdrawn); // The receipt is still a receipt.
    }

    [Fact]
    public async Task Only_a_result_that_holds_replaces_another()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var (code, _) = await FinishAsync(office, "12/GXN-UBND");
        var (gone, _) = await FinishAsync(office, "13/GXN-UBND");
        await office.As($"leader-{Place}").ActAsync(gone, "result-revocation", new RevocationForm("Cấp nhầm"));

        var refused = await office.As($"leader-{Place}").SendActAsync(code, "result-revocation", new RevocationForm("Sai ngày sinh", gone));

        Assert.Equal("result-replacement-unknown", (await Task.FromResult(refused).ProblemAsync(HttpStatusCode.UnprocessableEntity)).Code);
    }

    private static async Task<(DossierCode Code, string Secret)> FinishAsync(Office office, string number)
    {
        var receipt = await office.As("mai").FileAsync(Filings.MaritalStatus(office.OfficeOf($"clerk-{Place}")));
        await office.As($"clerk-{Place}").ActAsync(receipt.Code, "acceptance");
        await office.ProcessToTheEndAsync(Place, receipt.Code, number);
        await office.DeliverMessagesAsync();
        return (receipt.Code, receipt.Secret);
    }

    private static async Task<string> MailAsync(Office office, string subject)
    {
        foreach (var file in Directory.GetFiles(Path.Combine(office.Folder, "mail"), "*applicant*.eml"))
        {
            var mail = await File.ReadAllTextAsync(file);
            if (EmlText.SubjectOf(mail) == subject)
            {
                return mail;
            }
        }

        throw new InvalidOperationException($"No letter '{subject}'.");
    }

    private static async Task<PdfFindings> CheckAsync(Office office, byte[] pdf)
    {
        using var body = new ByteArrayContent(pdf);
        body.Headers.ContentType = new("application/pdf");
        return await Counter.ReadAsync<PdfFindings>(await office.Http.PostAsync("/api/verification", body), HttpStatusCode.OK);
    }
}
