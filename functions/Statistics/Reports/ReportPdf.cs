using System.Globalization;
using PublicAdmin.Forms.Layout;
using PublicAdmin.Forms.Official;
using PublicAdmin.Pdf.Fonts;
using static PublicAdmin.Forms.Official.OfficialPaper;

namespace PublicAdmin.Statistics.Reports;

/// <summary>A report on paper: A4 across, heads repeated, the buckets of ours in an annex, room for both signers.</summary>
internal sealed record ReportPdf(ReportTable Report)
{
    private double Size => Report.Columns.Count > 12 ? 6.6 : 9.5;

    public byte[] Print()
    {
        var issuer = new IssuingAgency(null, Report.By, Report.Place);
        Block[] blocks =
        [
            Head(), Title(Report.Title, ReportWords.PeriodOf(Report.Period)),
            new Paragraph(Run.Italic(Report.Form.Unit)) { Align = Alignment.Right, Size = 11, After = 3 }, Table(),
            .. Notes(), new Gap(6), Signers(), .. Report.AnnexColumns.Count > 0 ? Apart() : [],
        ];
        return (new PrintedPaper(Metadata($"Biểu số {Report.Number}", issuer, Report.MadeAt), blocks) with { Landscape = true }).Print();
    }

    private Grid Head() => new(
        [50, 50],
        [
            new Cell(new Paragraph(Run.Bold($"Biểu số {Report.Number}")) { Size = 12 }, new Paragraph(ReportWords.MadeOf(Report)) { Size = 9 }),
            new Cell(new Paragraph($"- Đơn vị báo cáo: {Report.By}") { Size = 11 }, new Paragraph($"- Đơn vị nhận báo cáo: {Report.Receiver}") { Size = 11 }),
        ]);

    private Grid Table()
    {
        var columns = Report.Columns;
        List<IReadOnlyList<Cell>> rows =
        [
            [Small(""), Small(""), .. Groups()],
            [Small("TT", bold: true), Small(Report.Form.Label, bold: true), .. columns.Select(column => Small(column.Text, bold: true))],
            [.. Enumerable.Range(1, columns.Count + 2).Select(n => Small(string.Create(CultureInfo.InvariantCulture, $"({n})")))],
            .. Report.Rows.Select(Row),
        ];
        return new Grid(
            [columns.Count > 12 ? 3 : 4, columns.Count > 12 ? 13 : 24, .. columns.Select(_ => columns.Count > 12 ? 5.4 : 8)],
            [.. rows])
        { Lined = true, HeadRows = 3, Padding = 1.2 };
    }

    // Columns that stand together under one head.
    private IEnumerable<Cell> Groups()
    {
        for (var n = 0; n < Report.Columns.Count;)
        {
            var group = Report.Columns[n].Group;
            var span = group is null ? 1 : Report.Columns.Skip(n).TakeWhile(column => column.Group == group).Count();
            yield return Small(group ?? "", bold: true) with { Span = span };
            n += span;
        }
    }

    private IReadOnlyList<Cell> Row(ReportRow row) =>
        [Small(row.Number ?? "", row.Bold), Small(row.Label, row.Bold, Alignment.Left), .. row.Cells.Select(cell => Number(cell, row.Bold))];

    private IEnumerable<Block> Apart() =>
    [
        new Gap(10), new Paragraph(Run.Bold("PHỤ LỤC: các trạng thái được tách riêng, không có cột trong biểu")) { Size = 11, After = 3 }, Annex(),
    ];

    private Grid Annex() => new(
        [24, .. Report.AnnexColumns.Select(_ => 8.0)],
        [
            [Small(Report.Form.Label, bold: true), .. Report.AnnexColumns.Select(title => Small(title, bold: true))],
            .. Report.Rows.Select(
                row => (IReadOnlyList<Cell>)[Small(row.Label, row.Bold, Alignment.Left), .. row.Annex.Select(cell => Number(cell, row.Bold))]),
        ])
    { Lined = true, HeadRows = 1, Padding = 1.5 };

    private IEnumerable<Block> Notes() =>
        Report.Notes.Append($"Nguồn của biểu: {Report.Source}.")
            .Select((note, n) => new Paragraph(Run.Italic(n == 0 ? $"Ghi chú: {note}" : note)) { Size = 9.5, Before = n == 0 ? 5 : 0 });

    private Grid Signers() => new(
        [50, 50],
        [
            Signed(" ", SignedBy(new Signer("NGƯỜI LẬP BIỂU", Report.MadeBy), null, null, "(Ký, ghi rõ họ tên)")),
            Signed($"{Report.Place}, {Written(DateOnly.FromDateTime(Report.MadeAt.DateTime))}",
                SignedBy(new Signer("THỦ TRƯỞNG ĐƠN VỊ", null), null, null, "(Ký, đóng dấu)")),
        ]);

    private static Cell Signed(string above, Cell signer) => new([Center(above, Face.Italic, 12), .. signer.Blocks]);

    private Cell Number(long number, bool bold) => Small(number.ToString("N0", Vietnamese), bold, Alignment.Right);

    private Cell Small(string text, bool bold = false, Alignment align = Alignment.Center) => Field(text, align, bold ? Face.Bold : Face.Regular, Size);

    private static readonly NumberFormatInfo Vietnamese = new() { NumberGroupSeparator = ".", NumberGroupSizes = [3] };
}
