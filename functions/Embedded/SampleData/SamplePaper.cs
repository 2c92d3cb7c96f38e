using PublicAdmin.Forms.Layout;
using PublicAdmin.Pdf.Pages;

namespace PublicAdmin.Embedded.SampleData;

/// <summary>A paper somebody hands in, with a text to read and the word that it is invented.</summary>
/// <param name="Component">Of the procedure.</param>
/// <param name="Title">What stands above it.</param>
internal sealed record SamplePaper(string Component, string Title)
{
    public string FileName => $"{Component}.pdf";

    /// <param name="name">Whose it is.</param>
    /// <param name="number">Personal number of that person.</param>
    /// <param name="at">When it is made, in office time.</param>
    public byte[] Print(string name, string number, DateTimeOffset at) => new PrintedPaper(
        new PdfMetadata(Title, "Dữ liệu mẫu", at),
        [
            Centred(Run.Bold("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")),
            Centred(Run.Bold("Độc lập - Tự do - Hạnh phúc")),
            new Gap(18),
            Centred(Run.Bold(Title.ToUpperInvariant())),
            Centred(Run.Italic("(Giấy tờ mẫu của dữ liệu thử: người, số và việc đều là giả định, không có giá trị sử dụng)")),
            new Gap(18),
            Line("Họ, chữ đệm, tên", name),
            Line("Số định danh cá nhân", number),
            Line("Nơi cư trú", "Bản Tát, xã Mường Ảng, tỉnh Điện Biên"),
            new Paragraph("Nội dung: giấy tờ này được nộp kèm hồ sơ để minh họa cách cán bộ xem, phóng to, xoay và đối chiếu giấy tờ với dữ liệu đã có. "
                + "Người nộp cam đoan những nội dung trên là đúng sự thật và chịu trách nhiệm trước pháp luật về lời khai của mình.")
            { Align = Alignment.Justified, FirstIndent = 28, Before = 6, Spacing = 1.2 },
            new Gap(24),
            new Paragraph(Run.Italic($"Điện Biên, ngày {at:dd} tháng {at:MM} năm {at:yyyy}")) { Align = Alignment.Right },
            new Paragraph(Run.Bold("Người khai")) { Align = Alignment.Right, Before = 4 },
            new Gap(40),
            new Paragraph(name) { Align = Alignment.Right },
        ]).Print();

    private static Paragraph Centred(Run run) => new(run) { Align = Alignment.Center };

    private static Paragraph Line(string label, string text) => new($"{label}: ", Run.Bold(text)) { Before = 6 };
}
