using PublicAdmin.Submission;
using PublicAdmin.Tests.Support;
using static PublicAdmin.Tests.Documents.DossierPapersTests;

namespace PublicAdmin.Tests.Documents;

/// <summary>Several pictures are the pages of one paper.</summary>
public class PaperPagesTests
{
    [Fact]
    public async Task Several_pictures_of_one_paper_are_its_pages()
    {
        await using var office = await Office.OpenAsync();
        using var mai = office.As("mai");
        var first = await mai.SendFileAsync(SampleScans.Png(), "1.png");
        var second = await mai.SendFileAsync(SampleScans.Jpeg(), "2.jpg");

        var receipt = await mai.FileAsync(Filings.Birth(office.OfficeOf("clerk-muong-ang"), new(BirthPaper, first), new(BirthPaper, second)));

        var pages = (await (await mai.GetAsync($"/api/dossiers/{receipt.Code}/documents")).ReadAsync()).EnumerateArray();
        Assert.Equal([("1", 1), ("2", 2)], pages.Select(page => (Text(page, "id"), page.GetProperty("page").GetInt32())));
    }

    [FactNeeding("qpdf")]
    public async Task And_are_bound_into_one_pdf_in_their_order()
    {
        await using var office = await Office.OpenAsync();
        using var mai = office.As("mai");
        using var clerk = office.As("clerk-muong-ang");
        var pages = new List<PaperForm>();
        foreach (var dpi in (int[])[200, 300, 250])
        {
            pages.Add(new(BirthPaper, await mai.SendFileAsync(SampleScans.Png((int)(dpi * 8.27), (int)(dpi * 11.69), dpi), $"{dpi}.png")));
        }

        var receipt = await mai.FileAsync(Filings.Birth(office.OfficeOf("clerk-muong-ang"), [.. pages]));
        await office.DeliverMessagesAsync();
        var bound = await clerk.GetAsync($"/api/dossiers/{receipt.Code}/scans/{BirthPaper}");

        using var folder = new TempFolder();
        var pdf = folder.Write("bound.pdf", await bound.Content.ReadAsByteArrayAsync());
        await Tool.RunAsync("qpdf", "--check", pdf);
        var findings = PublicAdmin.Scans.Judging.PaperJudge.Judge(await File.ReadAllBytesAsync(pdf));
        Assert.Equal((3, null), (findings.Pages, findings.Refusal?.Code));
        Assert.InRange(findings.Dpi!.Value, 199, 201);
        Assert.Equal("Giấy chứng sinh, hoặc văn bản người làm chứng.pdf", bound.Content.Headers.ContentDisposition?.FileNameStar);
        Assert.Equal("document-unknown", await (await clerk.GetAsync($"/api/dossiers/{receipt.Code}/scans/uy-quyen")).RefusalAsync());
    }

    [Fact]
    public async Task A_paper_that_is_a_pdf_already_is_not_bound()
    {
        await using var office = await Office.OpenAsync();
        var (code, _) = await FileBirthAsync(office, SampleScans.Pdf());
        await office.DeliverMessagesAsync();
        using var mai = office.As("mai");

        Assert.Equal("pages-not-pictures", await (await mai.GetAsync($"/api/dossiers/{code}/scans/{BirthPaper}")).RefusalAsync());
    }
}
