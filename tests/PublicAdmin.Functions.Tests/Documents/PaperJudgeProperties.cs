using System.Text;
using PublicAdmin.Scans.Judging;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Documents;

public class PaperJudgeProperties
{
    private static readonly byte[][] Seeds =
    [
        SampleScans.Png(64, 64), SampleScans.Jpeg(exifDpi: 300), SampleScans.Tiff(200, 300), SampleScans.Pdf(pages: 2, pixels: 64), Packed(),
    ];

    [Fact]
    public void Any_bytes_get_an_answer()
    {
        var random = new Random(20261121);
        for (var round = 0; round < 20_000; round++)
        {
            var findings = PaperJudge.Judge(Mutate(Seeds[round % Seeds.Length], random));

            Assert.InRange(findings.Pages, 0, 2_001);
        }
    }

    [Theory]
    [MemberData(nameof(BombNames))]
    public void A_file_made_to_hurt_gets_an_answer_too(string name)
    {
        var bomb = Bombs[name]();
        var before = GC.GetAllocatedBytesForCurrentThread();

        PaperJudge.Judge(bomb);

        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 600_000_000, name);
    }

    public static TheoryData<string> BombNames => [.. Bombs.Keys];

    private static Dictionary<string, Func<byte[]>> Bombs { get; } = new()
    {
        ["strings opened and never closed"] = () => Repeat("trailer(", 1_000_000),
        ["arrays in arrays"] = () => Repeat("[", 4_000_000, "1 0 obj ", "endobj trailer << /Root 1 0 R >>"),
        ["millions of objects"] = () => Repeat("1 0 obj ", 1_000_000),
        ["millions of values"] = () => Repeat("1 ", 4_000_000, "1 0 obj [", "] endobj trailer << /Root << /Pages 1 0 R >> >>"),
        ["dictionaries"] = () => Repeat("<</A", 2_000_000, "1 0 obj ", "trailer << /Root 1 0 R >>"),
        ["numbers that look like references"] = () => Repeat("1 1 ", 2_000_000, "1 0 obj [", "trailer << /Root 1 0 R >>"),
        ["stream lengths that lead to stream lengths"] = () => Chain(100_000),
        ["a packed stream of nothing"] = () => Zip(512 * 1024 * 1024),
        ["a drawing of nothing"] = () => SampleScans.Pdf(pages: 500, content: string.Concat(Enumerable.Repeat("q q Q Q ", 60_000))),
        ["a form that draws itself"] = () => Form(),
        ["markers without end"] = () => [0xFF, 0xD8, 0xFF, .. Enumerable.Repeat((byte)0xFF, 8_000_000)],
        ["restarts without end"] = () => [.. SampleScans.Jpeg()[..^2], .. Enumerable.Repeat((byte[])[0xFF, 0xD0], 4_000_000).SelectMany(pair => pair)],
        ["a tiff of strips"] = () => TiffOfStrips(),
    };

    // Flip, cut, double, overwrite: what lines, disks and bad programs do to files, and numbers where they hurt.
    private static byte[] Mutate(byte[] seed, Random random)
    {
        var bytes = seed.ToList();
        for (var times = random.Next(1, 6); times > 0 && bytes.Count > 8; times--)
        {
            var at = random.Next(bytes.Count);
            var length = Math.Min(random.Next(1, 40), bytes.Count - at);
            switch (random.Next(5))
            {
                case 0: bytes[at] ^= (byte)(1 << random.Next(8)); break;
                case 1: bytes.RemoveRange(at, length); break;
                case 2: bytes.InsertRange(at, bytes.GetRange(at, length)); break;
                case 3: bytes[at] = random.Next(2) == 0 ? (byte)0xFF : (byte)0; break;
                default: bytes.RemoveRange(at, bytes.Count - at); break;
            }
        }

        return [.. bytes];
    }

    private static byte[] Packed()
    {
        const string inner = "1 0 2 19 3 60 << /Pages 2 0 R >> << /Kids [3 0 R] /Count 1 >> << /Type /Page >>";
        var packed = Encoding.Latin1.GetString(SampleScans.Deflate(Encoding.Latin1.GetBytes(inner)));
        return SampleScans.PdfOf([(9, $"<< /Type /ObjStm /N 3 /First 14 /Filter /FlateDecode /Length {packed.Length} >>\nstream\n{packed}\nendstream")]);
    }

    private static byte[] Repeat(string piece, int times, string before = "", string after = "") =>
        Encoding.Latin1.GetBytes("%PDF-1.7\n" + before + string.Concat(Enumerable.Repeat(piece, times)) + after + "\nstartxref\n0\n%%EOF");

    private static byte[] Chain(int links) => SampleScans.PdfOf(
    [
        (1, "<< /Pages 2 0 R >>"),
        .. Enumerable.Range(2, links).Select(number => (number, $"<< /Length {number + 1} 0 R >> stream\nx\nendstream")),
    ]);

    private static byte[] Zip(int bytes)
    {
        var packed = Encoding.Latin1.GetString(SampleScans.Deflate(new byte[bytes]));
        return SampleScans.PdfOf(
            [(1, "<< /Pages 2 0 R >>"),
                (9, $"<< /Type /ObjStm /N 999999 /First 0 /Filter /FlateDecode /Length {packed.Length} >>\nstream\n{packed}\nendstream")]);
    }

    private static byte[] Form()
    {
        var draws = string.Concat(Enumerable.Repeat("/F Do ", 2_000));
        return SampleScans.PdfOf(
        [
            (1, "<< /Pages 2 0 R >>"), (2, "<< /Kids [3 0 R] /Count 1 >>"), (3, "<< /Type /Page /Contents 4 0 R /Resources << /XObject << /F 5 0 R >> >> >>"),
            (4, $"<< /Length {draws.Length} >> stream\n{draws}\nendstream"), (5, $"<< /Subtype /Form /Length {draws.Length} >> stream\n{draws}\nendstream"),
        ]);
    }

    // Two thousand directories that share one list of three million strips.
    private static byte[] TiffOfStrips()
    {
        var file = new byte[16 * 1024 * 1024];
        "II*\0"u8.CopyTo(file);
        var at = 8;
        BitConverter.GetBytes(at).CopyTo(file, 4);
        for (var page = 0; page < 2_000; page++)
        {
            var next = at + 2 + (4 * 12) + 4;
            file[at] = 4;
            foreach (var (i, tag, count, value) in ((int, int, int, int)[])[
                (0, 256, 1, 9), (1, 257, 1, 9), (2, 273, 3_000_000, 300_000), (3, 279, 3_000_000, 300_000)])
            {
                ((byte[])[.. BitConverter.GetBytes((short)tag), 4, 0, .. BitConverter.GetBytes(count), .. BitConverter.GetBytes(value)]).CopyTo(
                    file, at + 2 + (i * 12));
            }

            BitConverter.GetBytes(next).CopyTo(file, next - 4);
            at = next;
        }

        return file;
    }
}
