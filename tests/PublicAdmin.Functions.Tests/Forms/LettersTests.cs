using System.Net;
using PublicAdmin.Forms.Layout;
using PublicAdmin.Pdf.Pages;
using PublicAdmin.Submission;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Forms;

/// <summary>What stands on a paper is printed letter by letter, or refused by the letter's name; nothing is ever printed as another letter.</summary>
public class LettersTests
{
    private static IEnumerable<(string Field, FilingForm Form)> Filed(FilingForm form) =>
    [
        ("applicant.name", form with { Applicant = Filings.Mai with { Name = "Lò 字 Mai" } }),
        ("applicant.address", form with { Applicant = Filings.Mai with { Address = "Bản Tát \U0001F3E0" } }),
        ("summary", form with { Summary = "Xác nhận 字" }),
        ("proxy.name", form with { Proxy = new ProxyForm("Quàng 字", "011078000456", "Giấy ủy quyền số 5") }),
        ("proxy.authority", form with { Proxy = new ProxyForm("Quàng Văn Thanh", "011078000456", "Giấy 字 số 5") }),
    ];

    [Fact]
    public async Task A_name_an_address_and_a_summary_with_a_letter_no_paper_can_show_are_refused_by_that_letter()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        foreach (var (field, form) in Filed(Filings.MaritalStatus(office.OfficeOf("clerk-muong-ang")) with { Channel = PublicAdmin.Dossiers.Channel.Counter }))
        {
            var problem = await office.As("clerk-muong-ang").SendFilingAsync(form).ProblemAsync(HttpStatusCode.UnprocessableEntity);

            Assert.Equal(("letters-unprintable", field), (problem.Code, problem.Field));
            Assert.Contains("(U+", problem.Detail, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("refusal", "reason")]
    [InlineData("supplement-request", "items[0].what")]
    public async Task So_is_a_reason_that_would_stand_on_a_form(string act, string field)
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var code = (await office.As("mai").FileAsync(Filings.MaritalStatus(office.OfficeOf("clerk-muong-ang")))).Code;
        object form = act == "refusal"
            ? new PublicAdmin.Processing.ReasonForm("Thiếu 字", "Luật Hộ tịch")
            : new { items = new[] { new { what = "Giấy 字", reason = "Thiếu", ground = "Luật Hộ tịch" } }, contact = "Bà Mai 0215" };

        var problem = await office.As("clerk-muong-ang").SendActAsync(code, act, form).ProblemAsync(HttpStatusCode.UnprocessableEntity);

        Assert.Equal(("letters-unprintable", field), (problem.Code, problem.Field));
    }

    [FactNeeding("pdftotext")]
    public void A_letter_from_another_system_is_named_by_its_number() =>
        Assert.Contains("Lò [U+5B57] Mai", PaperText.Of(new PrintedPaper(Metadata, [new Paragraph("Lò 字 Mai")]).Print()), StringComparison.Ordinal);

    [FactNeeding("pdftotext", "pdftoppm")]
    public void A_breve_stands_over_the_middle_of_its_letter_and_clears_what_the_letter_carries()
    {
        using var folder = new TempFolder();
        var pdf = folder.Write("paper.pdf", new PrintedPaper(Metadata, [new Paragraph("Ê̆") { Size = 72 }]).Print());

        var ink = Ink.Of(pdf);

        Assert.Contains("Ê\u0306", PaperText.Of(File.ReadAllBytes(pdf)).Normalize(System.Text.NormalizationForm.FormC), StringComparison.Ordinal);
        Assert.True(ink.RightOfTop < ink.RightOfBottom, "The mark hangs over the right edge of its letter.");
        Assert.True(ink.LeftOfTop > ink.LeftOfBottom, "The mark hangs over the left edge of its letter.");
        Assert.Equal(3, ink.Bands); // Breve, circumflex, letter: each by itself, one over the other.
    }

    [FactNeeding("pdftotext")]
    public void A_word_with_such_a_letter_is_one_word_to_a_reader() =>
        Assert.Contains(
            "Lò Thị Hê\u0306ng, Mơ\u0306.",
            PaperText.Of(new PrintedPaper(Metadata, [new Paragraph("Lò Thị Hê̆ng, Mơ̆.")]).Print()).Normalize(System.Text.NormalizationForm.FormC),
            StringComparison.Ordinal);

    private static PdfMetadata Metadata { get; } = new("Chữ", "Kiểm thử", new DateTimeOffset(2026, 11, 20, 9, 0, 0, TimeSpan.FromHours(7)));

    /// <summary>Where the ink of a page lies, in its highest and its lowest run of rows.</summary>
    private sealed record Ink(int LeftOfTop, int RightOfTop, int LeftOfBottom, int RightOfBottom, int Bands)
    {
        public static Ink Of(string pdf)
        {
            OutsideTool.Run("pdftoppm", "-r", "72", "-gray", pdf, pdf);
            var file = File.ReadAllBytes(Directory.GetFiles(Path.GetDirectoryName(pdf)!, "*.pgm").Single());
            var head = System.Text.Encoding.ASCII.GetString(file, 0, 20).Split((char[]?)null);
            var (width, height) = (int.Parse(head[1], System.Globalization.CultureInfo.InvariantCulture),
                int.Parse(head[2], System.Globalization.CultureInfo.InvariantCulture));
            var start = file.Length - (width * height);
            var rows = Enumerable.Range(0, height).Select(y => Enumerable.Range(0, width).Where(x => file[start + (y * width) + x] < 128).ToList()).ToList();
            var bands = new List<List<int>>();
            for (var y = 0; y < height; y++)
            {
                if (rows[y].Count > 0 && (y == 0 || rows[y - 1].Count == 0))
                {
                    bands.Add([]);
                }

                bands.LastOrDefault()?.AddRange(rows[y]);
            }

            return new Ink(bands[0].Min(), bands[0].Max(), bands[^1].Min(), bands[^1].Max(), bands.Count);
        }
    }
}
