using System.Globalization;
using System.Text;

namespace PublicAdmin.Signing.Pdf;

/// <summary>A value read from somebody's PDF file (ISO 32000-1 section 7.3). Scalars are kept as they were written.</summary>
internal abstract record PdfValue
{
    public static PdfValue Null { get; } = new PdfToken("null");

    /// <summary>The value as it would be written, the same for the same value.</summary>
    public abstract string Written { get; }

    public int? AsInt => this is PdfToken token && int.TryParse(token.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    public string? AsName => this is PdfToken { Text: ['/', .. var name] } ? name : null;
}

/// <summary>A number, name, string, boolean or null.</summary>
internal sealed record PdfToken(string Text) : PdfValue
{
    public override string Written => Text;

    /// <summary>The bytes of a literal or hexadecimal string; null for other tokens.</summary>
    public byte[]? AsBytes() => PdfStrings.Decode(Text);

    /// <summary>A string for people, in UTF-16 when it says so and Latin letters otherwise.</summary>
    public string? AsText() => AsBytes() switch
    {
        null => null,
        [0xFE, 0xFF, .. var letters] => Encoding.BigEndianUnicode.GetString(letters),
        var letters => Encoding.Latin1.GetString(letters),
    };
}

internal sealed record PdfReference(int Number, int Generation) : PdfValue
{
    public override string Written => string.Create(CultureInfo.InvariantCulture, $"{Number} {Generation} R");
}

internal sealed record PdfArray(IReadOnlyList<PdfValue> Items) : PdfValue
{
    public override string Written => "[" + string.Join(' ', Items.Select(item => item.Written)) + "]";
}

internal sealed record PdfDictionary(IReadOnlyDictionary<string, PdfValue> Entries) : PdfValue
{
    public static PdfDictionary Empty { get; } = new(new Dictionary<string, PdfValue>());

    public PdfValue? this[string name] => Entries.GetValueOrDefault(name);

    public override string Written =>
        "<<" + string.Concat(Entries.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => $"/{entry.Key} {entry.Value.Written}")) + ">>";

    public PdfDictionary With(string name, PdfValue value) => new(new Dictionary<string, PdfValue>(Entries) { [name] = value });

    public PdfDictionary Without(params IEnumerable<string> names) =>
        new(Entries.Where(entry => !names.Contains(entry.Key)).ToDictionary(entry => entry.Key, entry => entry.Value));
}

/// <summary>A dictionary with bytes behind it.</summary>
/// <param name="Data">As it stands in the file, packed.</param>
internal sealed record PdfStream(PdfDictionary Dictionary, ReadOnlyMemory<byte> Data) : PdfValue
{
    public override string Written => Dictionary.Written + "stream " + Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(Data.Span));
}
