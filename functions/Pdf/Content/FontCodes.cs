using System.Text;
using PublicAdmin.Pdf.Reading;

namespace PublicAdmin.Pdf.Content;

/// <summary>What the codes of a font mean and how wide they are (ISO 32000-1 sections 9.6 to 9.10).</summary>
internal sealed class FontCodes
{
    private const double Usual = 0.5; // Of the font's size, where a font does not say.

    private readonly Dictionary<int, double> _widths = [];
    private readonly Dictionary<int, string> _letters = [];
    private bool _isWide;
    private bool _isPlain;
    private double _default = Usual;

    public static FontCodes Unknown { get; } = new();

    public static FontCodes Of(ObjectTable objects, PdfDictionary dictionary)
    {
        var font = new FontCodes { _isWide = objects.Resolve(dictionary["Subtype"]).AsName == "Type0" };
        if (objects.Resolve(dictionary["ToUnicode"]) is PdfStream map)
        {
            ToUnicode.Read(objects, map, font._letters);
        }

        if (font._isWide)
        {
            font.ReadWide(objects, objects.Dictionary(objects.Items(dictionary["DescendantFonts"]) is [var only, ..] ? only : null) ?? PdfDictionary.Empty);
        }
        else
        {
            font.ReadNarrow(objects, dictionary);
        }

        return font;
    }

    /// <summary>What the codes say (null when the font does not tell), how wide they are in parts of its size, and how many letters they are.</summary>
    public (string? Text, double Width, int Letters) Read(byte[] codes)
    {
        var text = new StringBuilder();
        var (width, letters, isKnown) = (0.0, 0, true);
        for (var n = 0; n < codes.Length; n += _isWide ? 2 : 1, letters++)
        {
            var code = _isWide && n + 1 < codes.Length ? (codes[n] << 8) | codes[n + 1] : codes[n];
            width += _widths.GetValueOrDefault(code, _default);
            var known = _letters.TryGetValue(code, out var letter);
            isKnown &= known || _isPlain;
            text.Append(known ? letter : ((char)code).ToString());
        }

        return (isKnown ? text.ToString() : null, width, letters);
    }

    private void ReadNarrow(ObjectTable objects, PdfDictionary dictionary)
    {
        var first = objects.Resolve(dictionary["FirstChar"]).AsInt ?? 0;
        foreach (var (n, width) in objects.Items(dictionary["Widths"]).Take(256).Index())
        {
            _widths[first + n] = (objects.Resolve(width).AsNumber ?? 0) / 1000;
        }

        // Letters of its own choosing, or symbols, say nothing without a map.
        _isPlain = objects.Dictionary(dictionary["Encoding"])?["Differences"] is null && objects.Resolve(dictionary["Subtype"]).AsName != "Type3"
            && objects.Resolve(dictionary["BaseFont"]).AsName is not ("Symbol" or "ZapfDingbats");
    }

    // 10 [500 600] 20 30 700: widths one by one, or one for a run (section 9.7.4.3).
    private void ReadWide(ObjectTable objects, PdfDictionary descendant)
    {
        _default = (objects.Resolve(descendant["DW"]).AsNumber ?? 1000) / 1000;
        var items = objects.Items(descendant["W"]).Select(objects.Resolve).ToList();
        for (var n = 0; n + 1 < items.Count;)
        {
            var first = items[n].AsInt ?? 0;
            if (items[n + 1] is PdfArray each)
            {
                foreach (var (k, width) in each.Items.Index())
                {
                    _widths[first + k] = (objects.Resolve(width).AsNumber ?? 0) / 1000;
                }

                n += 2;
                continue;
            }

            objects.Reading.TakeWork(Math.Clamp((items[n + 1].AsInt ?? 0) - first, 0, ushort.MaxValue));
            for (var code = first; n + 2 < items.Count && code <= Math.Min(items[n + 1].AsInt ?? 0, ushort.MaxValue); code++)
            {
                _widths[code] = (items[n + 2].AsNumber ?? 0) / 1000;
            }

            n += 3;
        }
    }
}
