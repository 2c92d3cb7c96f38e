using System.Buffers.Binary;
using System.Text;
using PublicAdmin.Pdf.Writing;

namespace PublicAdmin.Pdf.Pages;

/// <summary>
/// The sRGB colour profile (IEC 61966-2-1) as an ICC file (ICC.1:2004-10, which PDF/A-2 allows), made here because it is half a kilobyte of
/// published numbers. It tells a reader decades from now what the red of a seal looked like.
/// </summary>
internal static class SrgbProfile
{
    private const int HeaderLength = 128;

    private static readonly double[] White = [0.9642, 1, 0.8249];
    private static readonly double[] Red = [0.43607, 0.22249, 0.01392];
    private static readonly double[] Green = [0.38515, 0.71687, 0.09708];
    private static readonly double[] Blue = [0.14307, 0.06061, 0.71410];
    private static readonly double[] FromD65 = [1.04788, 0.02292, -0.05022, 0.02959, 0.99048, -0.01707, -0.00925, 0.01508, 0.75168];

    // Exponent, slope and offset of the curve, slope of its straight foot, and where the foot ends.
    private static readonly double[] Curve = [2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045];

    /// <summary>Compressed, as it stands in each file.</summary>
    public static byte[] Packed { get; } = PdfSyntax.Deflate(Make());

    private static byte[] Make()
    {
        var curve = Element("para", [0, 3, 0, 0], Fixed(Curve));
        (string Tag, byte[] Data)[] tags =
        [
            ("desc", Words("sRGB IEC61966-2.1")),
            ("cprt", Words("Public domain")),
            ("wtpt", Element("XYZ ", [], Fixed(White))),
            ("chad", Element("sf32", [], Fixed(FromD65))),
            ("rXYZ", Element("XYZ ", [], Fixed(Red))),
            ("gXYZ", Element("XYZ ", [], Fixed(Green))),
            ("bXYZ", Element("XYZ ", [], Fixed(Blue))),
            ("rTRC", curve),
            ("gTRC", curve),
            ("bTRC", curve),
        ];
        var start = HeaderLength + 4 + (12 * tags.Length);
        var profile = new byte[start + tags.Sum(tag => tag.Data.Length)];
        Header(profile);
        Write(profile, HeaderLength, tags.Length);
        for (int n = 0, at = start; n < tags.Length; at += tags[n++].Data.Length)
        {
            var entry = HeaderLength + 4 + (12 * n);
            Encoding.ASCII.GetBytes(tags[n].Tag, profile.AsSpan(entry));
            Write(profile, entry + 4, at);
            Write(profile, entry + 8, tags[n].Data.Length);
            tags[n].Data.CopyTo(profile, at);
        }

        return profile;
    }

    private static void Header(byte[] profile)
    {
        Write(profile, 0, profile.Length);
        Write(profile, 8, 0x04200000); // Version 4.2.
        "mntrRGB XYZ "u8.CopyTo(profile.AsSpan(12)); // A screen, in RGB, connected through XYZ.
        new byte[] { 0x07, 0xEA, 0, 1, 0, 1 }.CopyTo(profile, 24); // 1 January 2026.
        "acsp"u8.CopyTo(profile.AsSpan(36));
        Fixed(White).CopyTo(profile, 68);
    }

    private static byte[] Element(string type, byte[] head, byte[] data) => [.. Encoding.ASCII.GetBytes(type), 0, 0, 0, 0, .. head, .. data];

    // One text in English, at offset 28 of its element, padded to whole words.
    private static byte[] Words(string text)
    {
        var letters = Encoding.BigEndianUnicode.GetBytes(text);
        var head = new byte[20];
        Write(head, 0, 1);
        Write(head, 4, 12);
        "enUS"u8.CopyTo(head.AsSpan(8));
        Write(head, 12, letters.Length);
        Write(head, 16, 28);
        return Element("mluc", head, [.. letters, .. new byte[-letters.Length & 3]]);
    }

    // s15Fixed16: sixteen bits before the point and sixteen behind it.
    private static byte[] Fixed(double[] values)
    {
        var bytes = new byte[4 * values.Length];
        for (var n = 0; n < values.Length; n++)
        {
            Write(bytes, 4 * n, (int)Math.Round(values[n] * 65536));
        }

        return bytes;
    }

    private static void Write(byte[] bytes, int at, int value) => BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(at), value);
}
