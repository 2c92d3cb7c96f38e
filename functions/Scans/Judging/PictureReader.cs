using PublicAdmin.Scans.Pictures;

namespace PublicAdmin.Scans.Judging;

/// <summary>Judges a picture by the reader that will bind it: what passes here becomes a page, what cannot is told now.</summary>
internal static class PictureReader
{
    public static FileFacts Read(FileKind kind, ReadOnlyMemory<byte> file)
    {
        var facts = new FileFacts(kind);
        try
        {
            foreach (var page in ScanPage.Read(file))
            {
                var dpi = ScanResolution.Of(page.Width, page.Height, page.Density);
                facts = facts with { Pages = facts.Pages + 1, Dpi = facts.Dpi is { } worst && !(dpi < worst) ? worst : dpi };
            }

            return facts;
        }
        catch (Exception e) when (UnusablePictureException.FaultOf(e) is not null)
        {
            return UnusablePictureException.FaultOf(e) switch
            {
                PictureFault.TooLarge => facts with { TooComplex = true },
                PictureFault.OfStrangeKind => facts with { StrangeKind = true },
                _ => facts with { Damaged = true },
            };
        }
    }
}
