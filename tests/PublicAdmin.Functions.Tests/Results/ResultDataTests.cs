using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using PublicAdmin.Dossiers;
using PublicAdmin.Processing.Deciding;
using PublicAdmin.Submission;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Results;

/// <summary>What a result says lies in the signed file as data; a program nobody here wrote finds it, and the signature vouches for it.</summary>
public sealed class ResultDataTests
{
    [FactNeeding("pdfdetach", "pdfsig")]
    public async Task A_birth_certificate_carries_its_answers_within_what_is_signed()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var pdf = await CertificateAsync(office);
        using var folder = new TempFolder();
        var file = folder.Write("giay-khai-sinh.pdf", pdf);

        var list = OutsideTool.Run("pdfdetach", "-list", file).Output;
        OutsideTool.Run("pdfdetach", "-save", "1", "-o", folder["data.json"], file);
        var data = JsonNode.Parse(await File.ReadAllTextAsync(folder["data.json"]))!;
        var signatures = OutsideTool.Run("pdfsig", "-nocert", file).Output;

        Assert.Contains("ket-qua.json", list, StringComparison.Ordinal);
        Assert.Equal(("ket-qua-tthc/1", "giay-khai-sinh"), ((string?)data["format"], (string?)data["content"]!["template"]));
        Assert.Equal(("khai-sinh", "Lò Minh An", "2026-11-15"),
            ((string?)data["form"]!["form"], (string?)data["form"]!["answers"]!["childName"], (string?)data["form"]!["answers"]!["childBirthDate"]));
        Assert.Null(data["form"]!["answers"]!["requesterPhone"]);
        Assert.Equal(2, signatures.Split("Signature is Valid").Length - 1);
    }

    [Fact]
    public async Task The_next_procedure_reads_it_once_the_signature_holds_and_never_when_a_byte_of_it_was_changed()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var pdf = await CertificateAsync(office);
        var forged = pdf.ToArray();
        var at = pdf.AsSpan().IndexOf("/Type/EmbeddedFile"u8);
        forged[at + pdf.AsSpan(at).IndexOf("stream\n"u8) + 20] ^= 1;
        byte[] longer = [.. pdf, .. Encoding.ASCII.GetBytes("\n% more\n")];

        var (whole, changed, written) = (await CheckAsync(office, pdf), await CheckAsync(office, forged), await CheckAsync(office, longer));

        Assert.Equal("Lò Minh An", (string?)whole["data"]!["form"]!["answers"]!["childName"]);
        Assert.Null(changed["data"]);
        Assert.Null(written["data"]);
    }

    private static async Task<JsonNode> CheckAsync(Office office, byte[] pdf)
    {
        var body = new ByteArrayContent(pdf) { Headers = { ContentType = new MediaTypeHeaderValue("application/pdf") } };
        return await Counter.ReadAsync<JsonNode>(await office.Http.PostAsync("/api/verification", body), HttpStatusCode.OK);
    }

    private static async Task<byte[]> CertificateAsync(Office office)
    {
        var scan = await office.As("mai").SendFileAsync(VietnameseScan.Of("GIẤY CHỨNG SINH"));
        var code = (await office.As("mai").FileAsync(Filings.Birth(office.OfficeOf("clerk-muong-ang"), new PaperForm("chung-sinh", scan)))).Code;
        await office.As("clerk-muong-ang").ActAsync(code, "acceptance");
        using var officer = office.As("officer-muong-ang");
        await officer.ActAsync(code, "taking");
        var wanted = new { template = "giay-khai-sinh", given = new { personalNumber = "011326000123", registered = "UBND xã Mường Ảng, ngày 20/11/2026" } };
        var made = await Counter.ReadAsync<JsonNode>(await officer.PostAsJsonAsync($"/api/dossiers/{code}/result-content", wanted), HttpStatusCode.OK);
        await officer.ActAsync(code, "proposal", new ProposalForm(Decision.Grant, "Đủ điều kiện.", made["content"]!.ToJsonString()));
        using var leader = office.As("leader-muong-ang");
        await leader.ActAsync(code, "approval", new ApprovalForm((await leader.ReadDossierAsync(code)).Proposal!.Hash));
        await office.As("registrar-muong-ang").ActAsync(code, "issue", new IssueForm("12/2026"));
        await office.DeliverMessagesAsync();
        return await officer.GetByteArrayAsync($"/api/dossiers/{code}/result");
    }
}
