using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace PublicAdmin.Pdf;

/// <summary>
/// A number, name, string, boolean or null, or a word of a page's content. It points at the bytes it was read from: most of a file's values are never
/// asked what they say.
/// </summary>
internal sealed class PdfToken(ReadOnlyMemory<byte> bytes) : PdfValue
{
    public PdfToken(string text) : this(Encoding.Latin1.GetBytes(text))
    {
    }

    /// <summary>Read where the bytes end.</summary>
    public static PdfToken End { get; } = new("");

    public static PdfToken EndOfArray { get; } = new("]");

    public static PdfToken EndOfDictionary { get; } = new(">>");

    /// <summary>As it stands in the file.</summary>
    public string Text => Encoding.Latin1.GetString(bytes.Span);

    /// <summary>How many bytes it takes in the file.</summary>
    public int Length => bytes.Length;

    public int? Integer => Utf8Parser.TryParse(bytes.Span, out int number, out var used) && used == bytes.Length ? number : null;

    public double? Number => StartsNumber
        && double.TryParse(bytes.Span, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
        && double.IsFinite(number) ? number : null;

    public string? Name => bytes.Span is [(byte)'/', .. var name] ? PdfNames.Read(name) : null;

    /// <summary>None of PDF's values: an operator of a page's content, the end of the bytes, a bracket that closes nothing.</summary>
    public bool IsWord => !StartsNumber && bytes.Span is not [(byte)'/' or (byte)'(' or (byte)'<', ..];

    private bool StartsNumber => bytes.Span is [(>= (byte)'0' and <= (byte)'9') or (byte)'+' or (byte)'-' or (byte)'.', ..];

    public bool Is(ReadOnlySpan<byte> word) => bytes.Span.SequenceEqual(word);

    /// <summary>The bytes of a literal or hexadecimal string; null for other tokens.</summary>
    public byte[]? AsBytes() => PdfStrings.Decode(bytes.Span);

    /// <summary>A string for people, in UTF-16 or UTF-8 when it says so (ISO 32000-2 section 7.9.2.2) and in Latin letters otherwise.</summary>
    public string? AsText() => AsBytes() switch
    {
        null => null,
        [0xFE, 0xFF, .. var letters] => Encoding.BigEndianUnicode.GetString(letters),
        [0xFF, 0xFE, .. var letters] => Encoding.Unicode.GetString(letters), // Not by the standard, but written.
        [0xEF, 0xBB, 0xBF, .. var letters] => Encoding.UTF8.GetString(letters),
        var letters => Encoding.Latin1.GetString(letters),
    };

    public override void Write(StringBuilder text) => text.Append(Text);
}
