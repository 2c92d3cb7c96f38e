namespace PublicAdmin.Forms.Layout;

/// <summary>
/// The place of a person's signature and, where the agency seals, of its seal, as Decree 30/2020 Annex I asks: the seal at real size over a third
/// of the signature, at its left. Both are empty signature fields for whoever signs.
/// </summary>
/// <param name="Name">Letters; the person's field.</param>
/// <param name="SealName">The agency's field; null when it does not seal.</param>
public sealed record SignaturePlace(string Name, string? SealName = null) : Block
{
    private const double Width = 130; // 46 mm.
    private const double Height = 62;
    private const double Seal = 102; // 36 mm: the seal of an agency of the State.

    internal override IEnumerable<Strip> Lay(Place place)
    {
        var height = SealName is null ? Height : Seal;
        return
        [
            new(height, (page, x, y) =>
            {
                var left = x + Math.Max(0, (place.Width - Width) / 2);
                var top = y + ((height - Height) / 2);
                place.Document.AddSignatureField(page, Name, left, top, Width, Height);
                if (SealName is not null)
                {
                    place.Document.AddSignatureField(page, SealName, left + (Width / 3) - Seal, y, Seal, Seal);
                }
            }),
        ];
    }
}
