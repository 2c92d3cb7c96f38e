using System.Text;

namespace PublicAdmin.Embedded.Rows;

/// <summary>
/// Keys as bytes whose order is the order of their UTF-16 units, which is how Azure Tables sorts. UTF-8 differs from that only
/// outside the basic plane; so each half of a surrogate pair is written by itself (CESU-8, Unicode Technical Report 26).
/// </summary>
internal static class KeyCodec
{
    public static byte[] Encode(string key) => Ascii.IsValid(key) ? Encoding.ASCII.GetBytes(key) : [.. key.SelectMany(Unit)];

    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        if (Ascii.IsValid(bytes))
        {
            return Encoding.ASCII.GetString(bytes);
        }

        var key = new StringBuilder(bytes.Length);
        for (var at = 0; at < bytes.Length;)
        {
            at += Read(bytes[at..], key);
        }

        return key.ToString();
    }

    private static byte[] Unit(char unit) => unit switch
    {
        < '\u0080' => [(byte)unit],
        < '\u0800' => [(byte)(0xC0 | (unit >> 6)), Tail(unit)],
        _ => [(byte)(0xE0 | (unit >> 12)), Tail(unit >> 6), Tail(unit)],
    };

    private static byte Tail(int bits) => (byte)(0x80 | (bits & 0x3F));

    private static int Read(ReadOnlySpan<byte> bytes, StringBuilder key)
    {
        var (unit, length) = bytes[0] switch
        {
            < 0x80 => (bytes[0], 1),
            < 0xE0 => (((bytes[0] & 0x1F) << 6) | (bytes[1] & 0x3F), 2),
            _ => (((bytes[0] & 0x0F) << 12) | ((bytes[1] & 0x3F) << 6) | (bytes[2] & 0x3F), 3),
        };
        key.Append((char)unit);
        return length;
    }
}
