using System.Globalization;
using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text;

namespace PublicAdmin.Pdf.Writing;

/// <summary>How values are written in a PDF file (ISO 32000-1 section 7.3).</summary>
internal static class PdfSyntax
{
    private static ReadOnlySpan<byte> EndOfStream => "\nendstream"u8;

    /// <summary>A number with at most three decimals: a thousandth of a point is finer than any printer.</summary>
    public static string Number(double value) => Numbers(value);

    /// <summary>The same for several, with a space between. Counted in whole thousandths: custom formats cost more than drawing does.</summary>
    public static string Numbers(params ReadOnlySpan<double> values)
    {
        var text = new DefaultInterpolatedStringHandler(values.Length, 0, CultureInfo.InvariantCulture, stackalloc char[128]);
        for (var n = 0; n < values.Length; n++)
        {
            text.AppendLiteral(n == 0 ? "" : " ");
            Append(ref text, (long)Math.Round(values[n] * 1000));
        }

        return text.ToStringAndClear();
    }

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
        var stream = new byte[head.Length + data.Length + EndOfStream.Length];
        head.CopyTo(stream, 0);
        data.CopyTo(stream.AsSpan(head.Length));
        EndOfStream.CopyTo(stream.AsSpan(head.Length + data.Length));
        return stream;
    }

    private static void Append(ref DefaultInterpolatedStringHandler text, long thousandths)
    {
        text.AppendLiteral(thousandths < 0 ? "-" : "");
        var (whole, rest) = Math.DivRem(Math.Abs(thousandths), 1000);
        text.AppendFormatted(whole);
        for (var place = 100; rest > 0; place /= 10)
        {
            text.AppendLiteral(place == 100 ? "." : "");
            text.AppendFormatted(rest / place);
            rest %= place;
        }
    }

    /// <summary>Packs fast: a form is made while somebody waits, and is a tenth larger for it.</summary>
    public static byte[] Deflate(ReadOnlySpan<byte> data)
    {
        using var buffer = new PooledStream(data.Length + (data.Length >> 2) + 1024); // Nine bits a byte when nothing can be packed.
        var packed = buffer.Stream;
        using (var packer = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            packer.Write(data);
        }

        return packed.ToArray();
    }
}
