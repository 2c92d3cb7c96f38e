using System.Globalization;
using PublicAdmin.Pdf;
using PublicAdmin.Pdf.Content;
using PublicAdmin.Pdf.Reading;

namespace PublicAdmin.Signing.Verification.Updates;

/// <summary>Whether the picture of a new signature or value lies over what was signed before it: whoever signs later could paint over an amount.</summary>
internal static class Covering
{
    private const int Hidden = 2 | 32; // Hidden, or seen only in print (table 165).
    private const double Slack = 1.5; // Points; the boxes of letters are larger than the letters.

    /// <param name="step">The update.</param>
    /// <param name="page">On which it lies.</param>
    /// <param name="widget">The field's widget as the update leaves it.</param>
    /// <param name="number">Of the widget's object.</param>
    public static IEnumerable<Change> Judge(UpdateStep step, PageNode page, PdfDictionary widget, int number)
    {
        var shows = step.New.Dictionary(widget["AP"])?["N"] is { } look && !IsBlank(step.New, look);
        var area = PdfArea.Of(step.New.Objects.Coordinates(step.New.Items(widget["Rect"]), 4));
        if (!shows || area is not { IsEmpty: false } place || ((step.New.Resolve(widget["F"]).AsInt ?? 0) & Hidden) == 2)
        {
            return [];
        }

        var where = string.Create(CultureInfo.InvariantCulture, $"page {step.Old.Pages.Index().First(one => one.Item == page).Index + 1}");
        return IsOnValue(step, page, place, number) ? [new(UpdateKind.Content, where)] : Beneath(step, page, place) switch
        {
            MarkKind.Text => [new(UpdateKind.Content, where)],
            { } => [new(UpdateKind.Unclear, where)],
            null => [],
        };
    }

    // Signatures may overlap, as a seal lies over the name of whoever signed; what was filled in or noted may not be hidden.
    private static bool IsOnValue(UpdateStep step, PageNode page, PdfArea place, int number) => step.Old.Items(step.Old.Dictionary(page.Reference)?["Annots"])
        .Where(item => !UpdateStep.Is(item, number) && step.Old.Dictionary(item)?["AP"] is not null && !IsSignature(step, item))
        .Any(item => PdfArea.Of(step.Old.Objects.Coordinates(step.Old.Items(step.Old.Dictionary(item)!["Rect"]), 4))?.Overlaps(place, Slack) == true);

    private static bool IsSignature(UpdateStep step, PdfValue item) => item is PdfReference reference && step.Fields.Find(reference.Number)?.Kind == "Sig";

    // Letters weigh most. Content that cannot be followed may be anything.
    private static MarkKind? Beneath(UpdateStep step, PageNode page, PdfArea place)
    {
        try
        {
            var marks = step.MarksOf(page).Where(mark => mark.Area.Overlaps(place, Slack) && !string.IsNullOrWhiteSpace(mark.Text ?? "?")).ToList();
            return marks.Count == 0 ? null : marks.Min(mark => mark.Kind);
        }
        catch (BrokenPdfException e) when (e is not PdfTooComplexException)
        {
            return MarkKind.Drawing;
        }
    }

    private static bool IsBlank(PdfFile file, PdfValue look) =>
        file.Resolve(look) is PdfStream { Data.IsEmpty: true } || (file.Resolve(look) is not PdfStream && file.Dictionary(look) is not { Entries.Count: > 0 });
}
