using System.Globalization;
using PublicAdmin.Forms.Layout;
using PublicAdmin.Forms.Official;
using PublicAdmin.Pdf.Fonts;
using PublicAdmin.Platform;
using PublicAdmin.Statistics.Reading;
using PublicAdmin.Statistics.Rollups;
using static PublicAdmin.Forms.Official.OfficialPaper;

namespace PublicAdmin.Statistics.Chairman;

/// <summary>Two pages: the month's own equation, and the communes by name and number, best and worst never without what they rest on.</summary>
internal sealed record ChairmanPdf(ChairmanMonth Month, IssuingAgency Issuer)
{
    private const int Shown = 5;
    private const int MostOffices = 12;

    private static readonly NumberFormatInfo Vietnamese = new() { NumberGroupSeparator = ".", NumberGroupSizes = [3], NumberDecimalSeparator = "," };

    public byte[] Print()
    {
        var title = string.Create(CultureInfo.InvariantCulture, $"THÁNG {Month.Period.From:MM/yyyy}");
        Block[] blocks =
        [
            Head(Issuer, "", DateOnly.FromDateTime(Month.MadeAt.Here().DateTime)),
            Title("TÌNH HÌNH GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH", title),
            new Paragraph(Run.Italic(Reports.ReportWords.PeriodOf(Month.Period))) { Align = Alignment.Center, Size = 11, After = 6 },
            Equation(), new Gap(6), Body(Sentence()), .. Communes(), .. Longest(),
        ];
        return new PrintedPaper(Metadata($"Báo cáo tháng {Month.Period.From:MM/yyyy}", Issuer, Month.MadeAt), blocks).Print();
    }

    // Kỳ trước + tiếp nhận = what became of them: both sides on the page.
    private Grid Equation()
    {
        var (now, before) = (Month.Whole, Month.Before);
        IReadOnlyList<Cell> Row(string name, Func<PeriodTally, long> number, bool bold = false) =>
            [Text(name, Alignment.Left, bold), Text(Number(number(now)), Alignment.Right, bold), Text(Number(number(before)), Alignment.Right, bold)];
        IReadOnlyList<Cell>[] rows =
        [
            [Text("Chỉ tiêu (số hồ sơ)", bold: true), Text("Trong tháng", bold: true), Text("Tháng trước", bold: true)],
            Row("Kỳ trước chuyển qua", tally => tally.Carried), Row("Tiếp nhận trong kỳ", tally => tally.Received),
            Row("Cộng phải giải quyết", tally => tally.Carried + tally.Received, bold: true),
            Row("Đã giải quyết trước hạn", tally => tally.Flow[Measure.Ahead]), Row("Đã giải quyết đúng hạn", tally => tally.Flow[Measure.OnTime]),
            Row("Đã giải quyết quá hạn", tally => tally.Late), Row("Dừng giải quyết", tally => tally.Flow[Measure.Stopped]),
            Row("Rút hồ sơ", tally => tally.Flow[Measure.Withdrawn]), Row("Đang giải quyết trong hạn", tally => tally.Closing(Measure.Open)),
            Row("Đang giải quyết quá hạn", tally => tally.Overdue), Row("Chờ bổ sung", tally => tally.Closing(Measure.Supplement)),
            Row("Yêu cầu thực hiện nghĩa vụ tài chính", tally => tally.Closing(Measure.Financial)),
            Row("Đang niêm yết", tally => tally.Closing(Measure.Posting)),
            Row("Cộng", Sum, bold: true),
        ];
        return new([60, 20, 20], rows) { Lined = true, HeadRows = 1, Padding = 2.2 };
    }

    private static long Sum(PeriodTally tally) =>
        tally.Flow.Sum(Measures.Ended) + tally.Flow[Measure.HandedOut] - tally.Flow[Measure.HandedIn] + Measures.OpenBalances.Sum(tally.Closing);

    private string Sentence()
    {
        var (inTime, online) = (Month.Whole.Resolved - Month.Whole.Late, Month.Whole.ReceivedOnline);
        var bare = Month.Whole.Flow[Measure.LateNoApology] + Month.Whole.Closing(Measure.OverdueNoApology);
        return $"Đúng và trước hạn {Percent(inTime, Month.Whole.Resolved)}; nộp trực tuyến {Percent(online, Month.Whole.Received)}; "
            + $"quá hạn chưa có thư xin lỗi {Number(bare)} hồ sơ; chờ tiếp nhận quá 8 giờ làm việc "
            + $"{Number(Month.Whole.Closing(Measure.WaitingLate))} hồ sơ.";
    }

    private IEnumerable<Block> Communes()
    {
        var ranked = Month.Ranked;
        var few = Month.Communes.Count - ranked.Count;
        yield return Heading($"Cấp xã: {ranked.Count} đơn vị có từ {CommuneMonth.LeastRanked} kết quả; {few} đơn vị ít hơn nên không xếp hạng");
        if (ranked.Count > 0)
        {
            yield return Table("Tỷ lệ đúng hạn cao nhất", ranked.Take(Shown));
            yield return new Gap(5);
            yield return Table("Tỷ lệ đúng hạn thấp nhất", ranked.Reverse().Take(Math.Min(Shown, Math.Max(0, ranked.Count - Shown))));
        }
    }

    private static Grid Table(string title, IEnumerable<CommuneMonth> communes) => new(
        [40, 15, 15, 15, 15],
        [
            [.. new[] { title, "Tiếp nhận", "Kết quả (n)", "Đúng hạn", "Đang quá hạn" }.Select(head => Text(head, bold: true))],
            .. communes.Select(one => (IReadOnlyList<Cell>)[
                Text(one.Name, Alignment.Left), Text(Number(one.Received), Alignment.Right), Text(Number(one.Resolved), Alignment.Right),
                Text(Percent(one.InTime, one.Resolved), Alignment.Right), Text(Number(one.Overdue), Alignment.Right)]),
        ])
    { Lined = true, HeadRows = 1, Padding = 1.8 };

    private IEnumerable<Block> Longest()
    {
        yield return Heading("Quá hạn trên 10 ngày làm việc tại thời điểm lập");
        foreach (var one in Month.Longest.Take(MostOffices))
        {
            yield return new Paragraph(ChairmanWords.Of(one)) { Size = 11.5 };
        }

        yield return new Paragraph(
            Month.Longest.Count is 0 ? "Không có." : Month.Longest.Count > MostOffices ? $"… và {Month.Longest.Count - MostOffices} cơ quan khác." : "")
        { Size = 11.5 };
    }

    private static Paragraph Heading(string text) => new(Run.Bold(text)) { Size = 12, Before = 8, After = 4 };

    private static Cell Text(string text, Alignment align = Alignment.Center, bool bold = false) => Field(text, align, bold ? Face.Bold : Face.Regular, 11);

    private static string Number(long number) => number.ToString("N0", Vietnamese);

    private static string Percent(long part, long whole) =>
        whole is 0 ? "–" : $"{Math.Round(100m * part / whole, 1, MidpointRounding.AwayFromZero).ToString("0.#", Vietnamese)} %";
}
