using PublicAdmin.Pdf.Reading;
using PublicAdmin.Pdf.Writing;

namespace PublicAdmin.Signing.Pdf;

/// <summary>Where a new field stands on a page, seen as the page is shown.</summary>
/// <param name="Box">Left, bottom, right, top in the page's own coordinates.</param>
/// <param name="Turn">Degrees the appearance is turned so that it stands upright.</param>
internal sealed record PageCorner(string Box, int Turn)
{
    private const double Margin = 8;

    public static PageCorner Of(PdfFile file, PageNode page, SignatureSpot spot)
    {
        if (spot.Width == 0)
        {
            return new("0 0 0 0", 0);
        }

        var box = PageBox.Read(file.Items(page.Inherited("CropBox") ?? page.Inherited("MediaBox")));
        var turn = ((((file.Resolve(page.Inherited("Rotate")).AsInt ?? 0) / 90 % 4) + 4) % 4) * 90;
        var (width, height) = turn is 90 or 270 ? (spot.Height, spot.Width) : (spot.Width, spot.Height);
        // The corner that is top right once the page is turned clockwise.
        var x = turn is 90 or 180 ? box.Left + Margin : box.Right - Margin - width;
        var y = turn is 180 or 270 ? box.Bottom + Margin : box.Top - Margin - height;
        return new(PdfSyntax.Numbers(x, y, x + width, y + height), turn);
    }
}
