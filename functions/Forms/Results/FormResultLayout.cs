using PublicAdmin.Forms.Layout;
using static PublicAdmin.Forms.Official.OfficialPaper;

namespace PublicAdmin.Forms.Results;

/// <summary>How the lines of a result made from a form stand on its paper.</summary>
internal static class FormResultLayout
{
    private const double Millimetre = 72 / 25.4;
    private const double Width = 165; // Between the margins, in millimetres.
    private const double PhotoGap = 5;
    private const double CaptionHeight = 13; // Two lines, in millimetres.
    private const string Between = "      ";

    public static IEnumerable<Block> Of(IReadOnlyList<FormResultLine> lines) =>
        lines.FirstOrDefault(line => line.Box?.Width is not null) is { } photo ? [WithPhoto(photo, Laid(lines.Where(line => line != photo)))] : Laid(lines);

    private static List<Block> Laid(IEnumerable<FormResultLine> lines)
    {
        var rows = new List<List<FormResultLine>>();
        foreach (var line in lines)
        {
            if (line.Beside && rows.Count > 0)
            {
                rows[^1].Add(line);
            }
            else
            {
                rows.Add([line]);
            }
        }

        return [.. rows.SelectMany(Row)];
    }

    private static IEnumerable<Block> Row(List<FormResultLine> row) => row switch
    {
        [{ Box: { } box } signed] => [Rooms(signed.Value.Split('\n'), box.Height)],
        [var one] when one.Value.Contains('\n', StringComparison.Ordinal) => Listed(one),
        [var one] => [Line(one.Label, one.Value)],
        _ => [Body([.. row.SelectMany((line, n) => new[] { $"{(n is 0 ? "" : Between)}{line.Label}: ", Run.Bold(line.Value) })])],
    };

    // Numbered, for what an entry of one list says may be answered by the same entry of the next.
    private static IEnumerable<Block> Listed(FormResultLine line) =>
        [Body($"{line.Label}:"), .. line.Value.Split('\n').Select((entry, n) => Body($"{n + 1}. ", Run.Bold(entry)))];

    private static Grid Rooms(string[] captions, int height) =>
        new([.. captions.Select(_ => 1.0)], [.. captions.Select(caption => new Cell(new Together(Caption(caption), new Gap(height * Millimetre))))]);

    private static Grid WithPhoto(FormResultLine photo, IReadOnlyList<Block> text)
    {
        var (width, height) = (photo.Box!.Width!.Value, photo.Box.Height);
        var room = new Gap((height - CaptionHeight) / 2 * Millimetre);
        var frame = new Grid([1], [new Cell(room, Caption(photo.Value), room)]) { Lined = true };
        return new([width, PhotoGap, Width - width - PhotoGap], [new Cell(frame), new Cell(), new Cell(text)]);
    }

    private static Paragraph Caption(string text) => Center(text, Pdf.Fonts.Face.Italic, 12);
}
