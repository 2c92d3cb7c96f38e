using System.Globalization;
using PublicAdmin.Forms.Layout;
using PublicAdmin.Pdf.Fonts;
using PublicAdmin.Pdf.Pages;

namespace PublicAdmin.Forms.Official;

/// <summary>The parts all official papers share, in the sizes and places of Decree 30/2020 Annex I.</summary>
internal static class OfficialPaper
{
    private const double Indent = 28.35; // 1 cm.

    /// <summary>Agency on the left, nation on the right, number and date below.</summary>
    /// <param name="number">Số, ký hiệu; null leaves room for a number given later, in the field <see cref="FieldNames.Number"/>.</param>
    /// <param name="date">Null leaves room in the field <see cref="FieldNames.Date"/>.</param>
    public static Block Head(IssuingAgency issuer, string? number, DateOnly? date)
    {
        List<Block> left = [];
        if (issuer.Parent is { } parent)
        {
            left.Add(Center(parent.ToUpperInvariant(), Face.Regular, 12));
        }

        left.AddRange([Center(issuer.Agency.ToUpperInvariant(), Face.Bold, 12), new Rule(0.35)]);
        return new Grid(
            [45, 55],
            [
                new Cell(left),
                new Cell(
                    Center("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", Face.Bold, 12),
                    Center("Độc lập - Tự do - Hạnh phúc", Face.Bold, 13),
                    new Rule(0.62)),
            ],
            [
                new Cell(new Gap(5), number is null ? new FillIn(FieldNames.Number, 150) : Center($"Số: {number}", Face.Regular, 13)),
                new Cell(new Gap(5), date is { } day ? Center($"{issuer.Place}, {Written(day)}", Face.Italic, 13) : new FillIn(FieldNames.Date, 245)),
            ]);
    }

    /// <summary>ngày 05 tháng 02 năm 2026: days and the first two months with a zero before them.</summary>
    public static string Written(DateOnly day) => string.Create(
        CultureInfo.InvariantCulture, $"ngày {day.Day:00} tháng {(day.Month < 3 ? $"{day.Month:00}" : $"{day.Month}")} năm {day.Year}");

    public static string Written(DateTimeOffset at) => at.ToString("HH 'giờ' mm 'phút, ngày' dd/MM/yyyy", CultureInfo.InvariantCulture);

    public static Block Title(params string[] lines) => new Grid(
        [1],
        [
            new Cell([new Gap(14),
                .. lines.Select((line, n) => new Paragraph(Run.Bold(line)) { Align = Alignment.Center, Size = n == 0 ? 14 : 13, Heading = n == 0 }),
                new Gap(10)]),
        ]);

    /// <summary>A paragraph of the body: justified, first line one centimetre in.</summary>
    public static Paragraph Body(params IReadOnlyList<Run> runs) =>
        new(runs) { Align = Alignment.Justified, FirstIndent = Indent, After = 5, Spacing = 1.08 };

    /// <summary>"Họ và tên: Lò Thị Hương". Something not known is a dotted line, to be filled in by hand.</summary>
    public static Paragraph Line(string label, string? value) => Body($"{label}: ", value is { Length: > 0 } ? Run.Bold(value) : "…………………………………");

    /// <summary>Who it is for, in the middle.</summary>
    public static Paragraph To(Party party) => new("Kính gửi: ", Run.Bold(party.Addressed)) { Align = Alignment.Center, Size = 14, After = 10 };

    /// <summary>Whose dossier it is and what it asks for, a line each.</summary>
    public static IEnumerable<Block> About(DossierHead dossier)
    {
        yield return Line("Hồ sơ của", dossier.Applicant.Name);
        yield return Line(dossier.Applicant.NumberName, dossier.Applicant.Number);
        if (dossier.Applicant.Representative is { } person)
        {
            yield return Line("Người đại diện", person);
        }

        yield return Line("Địa chỉ", dossier.Applicant.Address);
        yield return Line("Nội dung yêu cầu giải quyết", dossier.Procedure);
        yield return Line("Mã hồ sơ", dossier.Codes);
    }

    /// <summary>The first sentence of a letter about a dossier: when it came and what it asks for.</summary>
    public static Paragraph Received(IssuingAgency issuer, DossierHead dossier, DateTimeOffset at) => Body(
        string.Create(CultureInfo.InvariantCulture, $"Ngày {at:dd/MM/yyyy}, {issuer.FullName} tiếp nhận hồ sơ của {dossier.Applicant.You}, "),
        $"{dossier.Applicant.NumberName.ToLower(CultureInfo.GetCultureInfo("vi-VN"))} {dossier.Applicant.Number}, đề nghị giải quyết thủ tục ",
        Run.Bold(dossier.Procedure), ", mã hồ sơ ", Run.Bold(dossier.Codes), ".");

    /// <summary>With a capital, as at the beginning of a sentence.</summary>
    public static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>Title of the signer, room for signature and seal, name.</summary>
    public static Cell SignedBy(Signer signer, string? field, string? seal, string? hint = null) => new(
        new Together(
        [
            .. signer.Title.Split('\n').Select(line => Center(line, Face.Bold, 13)),
            .. hint is null ? Array.Empty<Block>() : [Center(hint, Face.Italic, 12)],
            field is null ? new Gap(102) : new SignaturePlace(field, seal),
            Center(signer.Name ?? "", Face.Bold, 13),
        ]));

    public static Block Receivers(params string[] receivers) => new Grid(
        [1],
        [
            new Cell(
            [
                new Paragraph(new Run("Nơi nhận:", Face.BoldItalic)) { Size = 12 },
                .. receivers.Select(receiver => new Paragraph($"- {receiver}") { Size = 11 }),
            ]),
        ]);

    public static Block Qr(DossierHead dossier) => new QrCode(dossier.Check, 76, $"Mã QR để kiểm tra giấy của hồ sơ {dossier.Code}");

    public static PdfMetadata Metadata(string title, IssuingAgency issuer, DateTimeOffset madeAt) => new(title, issuer.Agency, madeAt);

    public static Paragraph Center(string text, Face face, double size) => new(new Run(text, face)) { Align = Alignment.Center, Size = size };

    public static Cell Field(string text, Alignment align = Alignment.Left, Face face = Face.Regular, double size = 11) =>
        new(new Paragraph(new Run(text, face)) { Align = align, Size = size });
}
