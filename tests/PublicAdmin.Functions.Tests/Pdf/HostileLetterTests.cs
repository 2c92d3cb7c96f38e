using System.Buffers.Binary;
using PublicAdmin.Pdf.Drawing;
using PublicAdmin.Pdf.Fonts;

namespace PublicAdmin.Tests.Pdf;

/// <summary>Faces made to keep whoever draws them busy: letters made of letters made of letters.</summary>
public class HostileLetterTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_letter_made_of_too_many_is_given_up(bool endsInSomethingDrawn)
    {
        var levels = Enumerable.Range(1, 4).Select(next => Composite(next, 200));
        var outlines = new GlyphOutlines(FaceOf([.. levels, endsInSomethingDrawn ? Triangle : []]));

        Assert.Contains("a letter made of too many", Assert.Throws<UndrawnException>(() => outlines.PathOf(0)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_letter_with_its_marks_is_drawn() =>
        Assert.Equal(3, new GlyphOutlines(FaceOf([Composite(1, 3), Triangle])).PathOf(0).Count(c => c == 'Z'));

    [Fact]
    public void A_face_with_a_table_twice_is_no_face()
    {
        var face = FaceOf([Triangle]);
        "glyf"u8.CopyTo(face.AsSpan(12 + 16));

        Assert.Throws<InvalidDataException>(() => new GlyphOutlines(face));
    }

    private static readonly byte[] Triangle =
        [0, 1, .. new byte[8], 0, 2, 0, 0, 0x01, 0x01, 0x01, 0, 0, 0, 10, 0, 10, 0, 0, 0, 10, 0, 0, 0];

    private static byte[] Composite(int of, int parts) => [0xFF, 0xFF, .. new byte[8],
        .. Enumerable.Range(1, parts).SelectMany(n => new byte[] { 0, (byte)(n < parts ? 0x22 : 0x02), 0, (byte)of, 0, 0 })];

    private static byte[] FaceOf(IReadOnlyList<byte[]> glyphs)
    {
        var places = new byte[4 * (glyphs.Count + 1)];
        for (var n = 0; n < glyphs.Count; n++)
        {
            BinaryPrimitives.WriteInt32BigEndian(places.AsSpan(4 * (n + 1)), glyphs.Take(n + 1).Sum(one => one.Length));
        }

        var head = new byte[54];
        (head[18], head[51]) = (4, 1); // 1,024 units per em; places of 32 bits.
        var tables = new SortedDictionary<string, ReadOnlyMemory<byte>>(StringComparer.Ordinal)
        {
            ["glyf"] = glyphs.SelectMany(one => one).ToArray(),
            ["head"] = head,
            ["loca"] = places,
        };
        var file = new byte[TrueTypeFile.LengthOf(tables.Values)];
        TrueTypeFile.Write(tables, file);
        return file;
    }
}
