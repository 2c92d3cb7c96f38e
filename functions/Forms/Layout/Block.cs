using PublicAdmin.Pdf.Pages;

namespace PublicAdmin.Forms.Layout;

/// <summary>Where a block is being laid: the document it may add fonts and images to, the tag it hangs under, and the room there is, in points.</summary>
/// <param name="PageHeight">The height of an empty page between its margins: nothing may be taller.</param>
/// <param name="Scale">Of type and the room around it; less than 1 where a paper must fit a page.</param>
internal sealed record Place(PdfDocument Document, StructureElement Parent, double Width, double PageHeight, double Scale = 1);

/// <summary>A horizontal slice that is never split between pages.</summary>
/// <param name="Height">Points.</param>
/// <param name="Draw">Draws it with its top left corner at the point given.</param>
/// <param name="KeepWithNext">The next strip must stand on the same page.</param>
/// <param name="Heading">What is drawn again above this strip when it begins a page: the head of a table.</param>
internal sealed record Strip(double Height, Action<PdfPage, double, double> Draw, bool KeepWithNext = false, IReadOnlyList<Strip>? Heading = null);

/// <summary>Something that stands on a paper: it turns into strips once it knows how much room there is.</summary>
public abstract record Block
{
    internal abstract IEnumerable<Strip> Lay(Place place);
}

/// <summary>Empty paper.</summary>
/// <param name="Height">Points.</param>
public sealed record Gap(double Height) : Block
{
    internal override IEnumerable<Strip> Lay(Place place) => [new(Height * place.Scale, (_, _, _) => { })];
}

/// <summary>A centred line, such as the one below a motto.</summary>
/// <param name="Part">Of the column, 0 to 1.</param>
public sealed record Rule(double Part) : Block
{
    private const double Thickness = 0.75;
    private const double Room = 5;

    internal override IEnumerable<Strip> Lay(Place place)
    {
        var length = place.Width * Part;
        var from = (place.Width - length) / 2;
        return [new(Room, (page, x, y) => page.Artifact(drawn => drawn.Line(x + from, y + 3, x + from + length, y + 3, Thickness)))];
    }
}

/// <summary>Blocks that must not be torn apart by the end of a page, such as a signer's title, signature and name.</summary>
public sealed record Together(params IReadOnlyList<Block> Blocks) : Block
{
    internal override IEnumerable<Strip> Lay(Place place)
    {
        var strips = Blocks.SelectMany(block => block.Lay(place)).ToList();
        return strips.Select((strip, n) => strip with { KeepWithNext = n < strips.Count - 1 });
    }
}
