using System.Globalization;
using System.Text;
using PublicAdmin.Pdf;
using PublicAdmin.Pdf.Reading;

namespace PublicAdmin.Tests.Signing;

/// <summary>An update behind a signed file, of one kind or two, written as it should be or a little otherwise.</summary>
internal static class OddUpdate
{
    private static readonly string[] Starts =
        ["startxref\n{0}\n", "startxref\n{0}\n", "startxref %x\n{0}\n", "startxref\n+{0}\n", "startxref {0}\n", "startxref\n0{0}\n", "startxref\n{0} \n",
            "startxref\n{0}\n%%EOF\nstartxref\n0\n"];

    private static readonly string[] Heads = ["{0} 0 obj\n", "{0} 0 obj\n", "{0} 0 obj\n", "{0}  0 obj\n", "0{0} 0 obj\n", "{0} 0 obj%x\n", "{0} 1 obj\n"];
    private static readonly string[] Gaps = ["", "", "", "", "%made by somebody\n", "junk\n", "% 4 0 obj <<>> endobj\n", "\n\n"];
    private static readonly string[] Rows = [
        "{0:D10} {1:D5} n \n", "{0:D10} {1:D5} n \n", "{0:D10} {1:D5} n\r\n", "{0:D10} {1:D5} n\n", "{0} {1} n \n", "{0:D10} 00001 n \n"];
    private static readonly string[] Ends = ["%%EOF\n", "%%EOF\n", "%%EOF", "%%EOF\r\n", "", "%%EOF\njunk", "%%EOF\n%%EOF\n"];
    private static readonly string[] Words = ["xref\n", "xref\n", "xref\n", "xref", "xref \n", "xref%x\n"];

    public static byte[] Of(byte[] signed, Random random)
    {
        var file = new PdfFile(signed);
        return Write(signed, file, (PdfReference)file.Trailer["Root"]!, UpdateKinds.Some(file, random), random);
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

        text.Append(Trailer(file, root, odd == 5, random)).AppendFormat(CultureInfo.InvariantCulture, Pick(4, Starts), at).Append(Pick(5, Ends));
        return [.. signed, .. Encoding.Latin1.GetBytes(text.ToString())];
    }

    private static string Trailer(PdfFile file, PdfReference root, bool isOdd, Random random)
    {
        var size = random.Next(isOdd ? 3 : 40) == 0 ? 5 : file.Size + 4;
        var older = random.Next(isOdd ? 3 : 40) == 0 ? file.CrossReferencesAt + 1 : file.CrossReferencesAt;
        return string.Create(
            CultureInfo.InvariantCulture, $"trailer\n<</Size {size}/Prev {older}/Root {root.Written}/Info {file.Trailer["Info"]!.Written}>>\n");
    }
}
