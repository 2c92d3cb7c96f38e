using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace PublicAdmin.Pdf;

/// <summary>A value of a PDF file (ISO 32000-1 section 7.3).</summary>
internal abstract class PdfValue
{
    public static PdfValue Null { get; } = new PdfToken("null");

    /// <summary>The value as it would be written, the same for the same value.</summary>
    public string Written
    {
        get
        {
            var text = new StringBuilder();
            Write(text);
            return text.ToString();
        }
    }

    public int? AsInt => (this as PdfToken)?.Integer;

    public double? AsNumber => (this as PdfToken)?.Number;

    /// <summary>A name without its slash.</summary>
    public string? AsName => (this as PdfToken)?.Name;

    public abstract void Write(StringBuilder text);
}

/// <summary>12 0 R.</summary>
internal sealed class PdfReference(int number, int generation) : PdfValue
{
    public int Number => number;

    public int Generation => generation;

    public override void Write(StringBuilder text) => text.Append(CultureInfo.InvariantCulture, $"{number} {generation} R");
}

/// <summary>[1 2 3].</summary>
internal sealed class PdfArray(IReadOnlyList<PdfValue> items) : PdfValue
{
    public IReadOnlyList<PdfValue> Items => items;

    public override void Write(StringBuilder text)
    {
        text.Append('[');
        for (var n = 0; n < items.Count; n++)
        {
            text.Append(n == 0 ? "" : " ");
            items[n].Write(text);
        }

        text.Append(']');
    }
}

/// <summary>&lt;&lt; /Key value &gt;&gt;; an absent key and a null are the same.</summary>
internal sealed class PdfDictionary(IReadOnlyDictionary<string, PdfValue> entries) : PdfValue
{
    public static PdfDictionary Empty { get; } = new(new Dictionary<string, PdfValue>());

    public IReadOnlyDictionary<string, PdfValue> Entries => entries;

    public PdfValue? this[string name] => entries.GetValueOrDefault(name);

    public PdfDictionary With(string name, PdfValue value) => new(new Dictionary<string, PdfValue>(entries) { [name] = value });

    public PdfDictionary Without(params IEnumerable<string> names) =>
        new(entries.Where(entry => !names.Contains(entry.Key)).ToDictionary(entry => entry.Key, entry => entry.Value));

    public override void Write(StringBuilder text)
    {
        text.Append("<<");
        foreach (var (name, value) in entries.OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            text.Append(PdfNames.Write(name)).Append(' ');
            value.Write(text);
        }

        text.Append(">>");
    }
}

/// <summary>A dictionary with bytes behind it.</summary>
/// <param name="dictionary">What it says of them.</param>
/// <param name="data">As it stands in the file, packed.</param>
internal sealed class PdfStream(PdfDictionary dictionary, ReadOnlyMemory<byte> data) : PdfValue
{
    public PdfDictionary Dictionary => dictionary;

    public ReadOnlyMemory<byte> Data => data;

    public override void Write(StringBuilder text)
    {
        dictionary.Write(text);
        text.Append("stream ").Append(Convert.ToHexString(SHA256.HashData(data.Span)));
    }
}
