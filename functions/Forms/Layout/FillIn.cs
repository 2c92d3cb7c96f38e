namespace PublicAdmin.Forms.Layout;

/// <summary>
/// Room for a text that is known only after the person has signed, such as the paper's number and date: an empty field the agency fills in the
/// update with its seal.
/// </summary>
/// <param name="Name">Of the field.</param>
/// <param name="Width">Points.</param>
public sealed record FillIn(string Name, double Width) : Block
{
    private const double Height = 17;

    public Alignment Align { get; init; } = Alignment.Center;

    internal override IEnumerable<Strip> Lay(Place place) =>
    [
        new(Height, (page, x, y) =>
        {
            var spare = place.Width - Width;
            var left = x + (Align switch { Alignment.Center => spare / 2, Alignment.Right => spare, _ => 0 });
            place.Document.AddTextField(page, Name, left, y, Width, Height);
        }),
    ];
}
