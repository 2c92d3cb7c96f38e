using System.Globalization;
using System.Text;
using PublicAdmin.Pdf;
using PublicAdmin.Pdf.Reading;
using PublicAdmin.Signing.Verification;
using PublicAdmin.Tests.Forms;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Signing;

/// <summary>
/// Updates of every kind behind a signature, well written and badly: whatever poppler then draws differently is never called valid.
/// How many is set by PDF_UPDATES; CI makes thousands.
/// </summary>
public sealed class PdfUpdateProperties : IDisposable
{
    private const int Few = 400;

    private static readonly string[] Starts =
        ["startxref\n{0}\n", "startxref\n{0}\n", "startxref %x\n{0}\n", "startxref\n+{0}\n", "startxref {0}\n", "startxref\n0{0}\n", "startxref\n{0} \n",
            "startxref\n{0}\n%%EOF\nstartxref\n0\n"];

    private static readonly string[] Heads = ["{0} 0 obj\n", "{0} 0 obj\n", "{0} 0 obj\n", "{0}  0 obj\n", "0{0} 0 obj\n", "{0} 0 obj%x\n", "{0} 1 obj\n"];
    private static readonly string[] Gaps = ["", "", "", "", "%made by somebody\n", "junk\n", "% 4 0 obj <<>> endobj\n", "\n\n"];
    private static readonly string[] Rows = [
        "{0:D10} {1:D5} n \n", "{0:D10} {1:D5} n \n", "{0:D10} {1:D5} n\r\n", "{0:D10} {1:D5} n\n", "{0} {1} n \n", "{0:D10} 00001 n \n"];
    private static readonly string[] Ends = ["%%EOF\n", "%%EOF\n", "%%EOF", "%%EOF\r\n", "", "%%EOF\njunk", "%%EOF\n%%EOF\n"];
    private static readonly string[] Words = ["xref\n", "xref\n", "xref\n", "xref", "xref \n", "xref%x\n"];

    private readonly Signatory _signatory = new();
    private readonly TempFolder _folder = new();

    private static int Count => int.TryParse(Environment.GetEnvironmentVariable("PDF_UPDATES"), CultureInfo.InvariantCulture, out var count) ? count : Few;

    [FactNeeding("pdftoppm")]
    public async Task Whatever_a_viewer_draws_differently_is_never_called_valid()
    {
        var signed = await _signatory.SignAsync(PaperTests.Sample().Print());
        var (random, drawn) = (new Random(20261128), Draw(signed));
        var (valid, seen) = (0, 0);
        for (var n = 0; n < Count; n++)
        {
            var file = Update(signed, random);
            var isValid = _signatory.Verify(file).Verdict is Verdict.Valid;
            valid += isValid ? 1 : 0;
            if (isValid || n % 8 == 0)
            {
                var isSame = Draw(file).AsSpan().SequenceEqual(drawn);
                seen += isSame ? 0 : 1;
                Assert.True(isSame || !isValid, $"Update {n} is drawn differently and called valid: {Encoding.Latin1.GetString(file[signed.Length..])}");
            }
        }

        // Else nothing was tried: some updates must be innocent, and some forgeries must show.
        Assert.True(valid > 0 && seen > 0, $"{valid} valid, {seen} drawn differently");
    }

    public void Dispose()
    {
        _signatory.Dispose();
        _folder.Dispose();
    }

    private static byte[] Update(byte[] signed, Random random)
    {
        var file = new PdfFile(signed);
        var root = (PdfReference)file.Trailer["Root"]!;
        var content = ((PdfReference)file.Pages[0].Dictionary["Contents"]!).Number;
        List<(int Number, string Body)> objects = [];
        if (random.Next(3) > 0)
        {
            objects.Add((root.Number, file.Catalog.With("DSS", PdfDictionary.Empty).Written));
        }

        if (random.Next(2) > 0)
        {
            objects.Add((random.Next(3) == 0 ? file.Size + 3 : content, "<</Length 24>>\nstream\n0 0 400 400 re f 0 0 1 rg\nendstream"));
        }

        return Write(signed, file, root, objects, random);
    }

    // One dimension at a time is written oddly, mostly: a file odd in every way is refused for the first.
    private static byte[] Write(byte[] signed, PdfFile file, PdfReference root, List<(int Number, string Body)> objects, Random random)
    {
        var odd = random.Next(8);
        string Pick(int dimension, string[] ways) => ways[odd == dimension || random.Next(20) == 0 ? random.Next(ways.Length) : 0];
        var text = new StringBuilder();
        List<(int Number, int At)> places = [];
        foreach (var (number, body) in objects)
        {
            text.Append(Pick(0, Gaps));
            places.Add((number, signed.Length + text.Length + (odd == 6 && random.Next(3) == 0 ? 1 : 0)));
            text.AppendFormat(CultureInfo.InvariantCulture, Pick(1, Heads), number).Append(body).Append("\nendobj\n");
        }

        text.Append(Pick(0, Gaps));
        var at = signed.Length + text.Length;
        text.Append(Pick(2, Words));
        foreach (var (number, place) in places.Where(_ => odd != 7 || random.Next(2) == 0).OrderBy(place => place.Number))
        {
            text.Append(CultureInfo.InvariantCulture, $"{number} 1\n").AppendFormat(CultureInfo.InvariantCulture, Pick(3, Rows), place, 0);
        }

        if (places.Count == 0 || odd == 7)
        {
            text.Append("0 0\n");
        }

        var size = random.Next(odd == 5 ? 3 : 40) == 0 ? 5 : file.Size + 4;
        var older = random.Next(odd == 5 ? 3 : 40) == 0 ? file.CrossReferencesAt + 1 : file.CrossReferencesAt;
        text.Append(CultureInfo.InvariantCulture, $"trailer\n<</Size {size}/Prev {older}/Root {root.Written}/Info {file.Trailer["Info"]!.Written}>>\n");
        text.AppendFormat(CultureInfo.InvariantCulture, Pick(4, Starts), at).Append(Pick(5, Ends));
        return [.. signed, .. Encoding.Latin1.GetBytes(text.ToString())];
    }

    private byte[] Draw(byte[] pdf)
    {
        var picture = _folder["drawn.ppm"];
        File.Delete(picture);
        OutsideTool.Run("pdftoppm", "-r", "20", "-f", "1", "-singlefile", _folder.Write("file.pdf", pdf), _folder["drawn"]);
        return File.Exists(picture) ? File.ReadAllBytes(picture) : [];
    }
}
