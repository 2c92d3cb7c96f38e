using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using PublicAdmin.Platform;
using PublicAdmin.Scans.Binding;
using PublicAdmin.Scans.Pictures;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Forms;

/// <summary>Pictures made by poppler and Ghostscript go in; what poppler draws from the PDF must be the same picture.</summary>
public class ScanPdfTests
{
    private const int Resolution = 100;

    [TheoryNeeding("pdftoppm", "pdfimages")]
    [InlineData("png")]
    [InlineData("tiff", "-tiffcompression", "none")]
    [InlineData("tiff", "-tiffcompression", "packbits")]
    [InlineData("tiff", "-tiffcompression", "lzw")]
    [InlineData("tiff", "-tiffcompression", "deflate")]
    public void A_scan_without_loss_looks_the_same_in_the_PDF(string kind, params string[] options)
    {
        using var folder = new TempFolder();
        var paper = folder.Write("paper.pdf", PaperTests.Sample().Print());
        OutsideTool.Run("pdftoppm", ["-r", $"{Resolution}", .. options, $"-{kind}", "-singlefile", paper, folder["scan"]]);

        var pdf = ScanPdf.FromImages([File.ReadAllBytes(folder[kind == "tiff" ? "scan.tif" : "scan.png"])], PaperTests.Metadata).Value;

        OutsideTool.Run("pdfimages", folder.Write("scan.pdf", pdf), folder["kept"]);
        Assert.Equal(Picture(folder, "paper", []), File.ReadAllBytes(Directory.GetFiles(folder[""], "kept-*").Single()));
    }

    [TheoryNeeding("gs", "pdftoppm")]
    [InlineData("jpeg")]
    [InlineData("jpeggray")]
    [InlineData("tiffg4")]
    [InlineData("tiffg3")]
    [InlineData("tiffg32d")]
    [InlineData("tifflzw")]
    [InlineData("tiffpack")]
    [InlineData("tiff24nc")]
    [InlineData("tiffgray")]
    [InlineData("png256")]
    [InlineData("pngmono")]
    [InlineData("pngalpha")]
    public void A_scan_of_every_kind_can_be_read_again(string device)
    {
        using var folder = new TempFolder();
        var paper = folder.Write("paper.pdf", PaperTests.Sample().Print());
        OutsideTool.Run("gs", "-q", "-dNOPAUSE", "-dBATCH", $"-sDEVICE={device}", $"-r{Resolution}", $"-sOutputFile={folder["scan"]}", paper);

        var pdf = ScanPdf.FromImages([File.ReadAllBytes(folder["scan"])], PaperTests.Metadata).Value;

        // Two programs draw edges differently; a wrong decoder differs everywhere.
        Assert.InRange(Difference(Picture(folder, "paper", ["-gray"]), Picture(folder, "scan", ["-gray"], pdf)), 0, 3);
    }

    [FactNeeding("gs", "pdfinfo", "qpdf")]
    public void Pages_come_in_order_from_several_files_and_many_paged_ones()
    {
        using var folder = new TempFolder();
        var paper = folder.Write("paper.pdf", PaperTests.Sample().Print());
        OutsideTool.Run("gs", "-q", "-dNOPAUSE", "-dBATCH", "-sDEVICE=tiffg4", "-r50", $"-sOutputFile={folder["many"]}", paper, paper, paper);
        OutsideTool.Run("gs", "-q", "-dNOPAUSE", "-dBATCH", "-sDEVICE=jpeg", "-r50", $"-sOutputFile={folder["one"]}", paper);

        var pdf = ScanPdf.FromImages([File.ReadAllBytes(folder["many"]), File.ReadAllBytes(folder["one"])], PaperTests.Metadata).Value;

        var info = OutsideTool.Run("pdfinfo", folder.Write("scan.pdf", pdf)).Output;
        Assert.Matches(@"Pages: +4\n", info);
        Assert.Matches(@"Page size: +59\d(\.\d+)? x 84\d(\.\d+)? pts \(A4\)", info);
        Assert.Equal(0, OutsideTool.Run("qpdf", "--check", folder["scan.pdf"]).ExitCode);
    }

    [Fact]
    public void An_interlaced_picture_is_the_same_as_a_plain_one()
    {
        byte[] pixels = [.. Enumerable.Range(0, 13 * 11).Select(n => (byte)(n * 7))];

        var plain = ScanPdf.FromImages([Png(13, 11, pixels, interlaced: false)], PaperTests.Metadata).Value;
        var interlaced = ScanPdf.FromImages([Png(13, 11, pixels, interlaced: true)], PaperTests.Metadata).Value;

        Assert.Equal(plain, interlaced);
    }

    [TheoryNeeding("gs")]
    [InlineData("jpeg")]
    [InlineData("png16m")]
    [InlineData("tiffg4")]
    [InlineData("tifflzw")]
    [InlineData("tiff24nc")]
    public void A_damaged_scan_is_read_or_refused_but_never_a_fault(string device)
    {
        using var folder = new TempFolder();
        var paper = folder.Write("paper.pdf", PaperTests.Sample().Print());
        OutsideTool.Run("gs", "-q", "-dNOPAUSE", "-dBATCH", $"-sDEVICE={device}", "-r20", $"-sOutputFile={folder["scan"]}", paper);
        var scan = File.ReadAllBytes(folder["scan"]);
        var random = new Random(20261120);

        for (var n = 0; n < 300; n++)
        {
            var damaged = scan[..random.Next(scan.Length + 1)];
            for (var flips = random.Next(1, 9); flips > 0 && damaged.Length > 0; flips--)
            {
                damaged[random.Next(Math.Min(damaged.Length, 600))] ^= (byte)(1 << random.Next(8));
            }

            var answer = ScanPdf.FromImages([damaged], PaperTests.Metadata);

            Assert.True(answer.Refusal is null || answer.Refusal.Code is "scan-unreadable" or "scan-pages");
        }
    }

    [Fact]
    public void Something_that_is_no_picture_is_refused_by_its_number()
    {
        var answer = ScanPdf.FromImages([Png(1, 1, [0], interlaced: false), "%PDF-1.7"u8.ToArray()], PaperTests.Metadata);

        Assert.Equal("scan-unreadable", answer.Refusal?.Code);
        Assert.Contains("thứ 2", answer.Refusal!.In(Language.Vi), StringComparison.Ordinal);
    }

    [Fact]
    public void No_picture_is_refused() => Assert.Equal("scan-pages", ScanPdf.FromImages([], PaperTests.Metadata).Refusal?.Code);

    private static byte[] Picture(TempFolder folder, string name, string[] how, byte[]? pdf = null)
    {
        var file = pdf is null ? folder[$"{name}.pdf"] : folder.Write($"{name}.pdf", pdf);
        OutsideTool.Run("pdftoppm", [.. how, "-r", $"{Resolution}", "-singlefile", file, folder[$"{name}-drawn"]]);
        return File.ReadAllBytes(Directory.GetFiles(folder[""], $"{name}-drawn.p*").Single());
    }

    // Mean difference of two grey pictures, 0 to 255, over the rows and columns both have.
    private static double Difference(byte[] one, byte[] other)
    {
        var (a, b) = (Grey(one), Grey(other));
        var (width, height) = (Math.Min(a.Width, b.Width), Math.Min(a.Height, b.Height));
        Assert.InRange(Math.Abs(a.Width - b.Width) + Math.Abs(a.Height - b.Height), 0, 4);
        var sum = 0L;
        for (var n = 0; n < width * height; n++)
        {
            sum += Math.Abs(a.At(n % width, n / width) - b.At(n % width, n / width));
        }

        return (double)sum / (width * height);
    }

    private static (int Width, int Height, Func<int, int, byte> At) Grey(byte[] pgm)
    {
        var words = System.Text.Encoding.ASCII.GetString(pgm, 0, 40).Split(['\n', ' '], 5);
        var (width, height) = (int.Parse(words[1], CultureInfo.InvariantCulture), int.Parse(words[2], CultureInfo.InvariantCulture));
        var start = pgm.Length - (width * height);
        return (width, height, (x, y) => pgm[start + (y * width) + x]);
    }

    // Grey of 8 bits with the simplest filter; reference order of passes from the PNG specification, section 8.2.
    private static byte[] Png(int width, int height, byte[] pixels, bool interlaced)
    {
        var rows = new MemoryStream();
        (int X, int Y, int StepX, int StepY)[] passes = interlaced
            ? [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)]
            : [(0, 0, 1, 1)];
        foreach (var pass in passes)
        {
            for (var y = pass.Y; y < height; y += pass.StepY)
            {
                rows.WriteByte(0);
                for (var x = pass.X; x < width; x += pass.StepX)
                {
                    rows.WriteByte(pixels[(y * width) + x]);
                }
            }
        }

        var packed = new MemoryStream();
        using (var packer = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            packer.Write(rows.ToArray());
        }

        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[12]) = (8, (byte)(interlaced ? 1 : 0));
        return [0x89, .. "PNG\r\n"u8, 0x1A, 0x0A, .. Chunk("IHDR", header), .. Chunk("IDAT", packed.ToArray()), .. Chunk("IEND", [])];
    }

    private static byte[] Chunk(string type, byte[] data)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, data.Length);
        var (covered, crc) = ((byte[])[.. System.Text.Encoding.ASCII.GetBytes(type), .. data], new byte[4]);
        BinaryPrimitives.WriteUInt32BigEndian(crc, Crc32.Of(covered));
        return [.. length, .. covered, .. crc];
    }
}
