using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace PublicAdmin.Forms.Pdf;

/// <summary>How values are written in a PDF file (ISO 32000-1 section 7.3).</summary>
internal static class PdfSyntax
{
    /// <summary>A number with at most three decimals: a thousandth of a point is finer than any printer.</summary>
    public static string Number(double value) => Math.Round(value, 3).ToString("0.###", CultureInfo.InvariantCulture);

    public static string Numbers(params IEnumerable<double> values) => string.Join(' ', values.Select(Number));

    public static string Reference(int number) => string.Create(CultureInfo.InvariantCulture, $"{number} 0 R");

    public static string References(IEnumerable<int> numbers) => "[" + string.Join(' ', numbers.Select(Reference)) + "]";

    /// <summary>A text string for people, in UTF-16 with its mark.</summary>
    public static string TextString(string text) => $"<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text.Normalize(NormalizationForm.FormC)))}>";

    /// <summary>A date with its zone, such as <c>(D:20261120090000+07'00')</c>.</summary>
    public static string Date(DateTimeOffset instant) => string.Create(
        CultureInfo.InvariantCulture, $"(D:{instant:yyyyMMddHHmmss}{(instant.Offset < TimeSpan.Zero ? '-' : '+')}{instant.Offset:hh}'{instant.Offset:mm}')");

    public static byte[] Stream(string dictionary, ReadOnlySpan<byte> data)
    {
        var head = Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"<<{dictionary}/Length {data.Length}>>\nstream\n"));
        return [.. head, .. data, .. "\nendstream"u8];
    }

    /// <summary>Packs fast: a form is made while somebody waits, and is a tenth larger for it.</summary>
    public static byte[] Deflate(ReadOnlySpan<byte> data)
    {
        var packed = new MemoryStream();
        using (var packer = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            packer.Write(data);
        }

        return packed.ToArray();
    }
}
