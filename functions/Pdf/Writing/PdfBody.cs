using System.Globalization;
using System.Text;

namespace PublicAdmin.Pdf.Writing;

/// <summary>Objects in a row, and where each begins (ISO 32000-1 sections 7.5.3 and 7.5.4).</summary>
internal static class PdfBody
{
    public static SortedDictionary<int, long> Write(MemoryStream file, IReadOnlyDictionary<int, byte[]> bodies, Func<int, int> generationOf)
    {
        var offsets = new SortedDictionary<int, long>();
        foreach (var (number, body) in bodies)
        {
            offsets[number] = file.Length;
            file.Write(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{number} {generationOf(number)} obj\n")));
            file.Write(body);
            file.Write("\nendobj\n"u8);
        }

        return offsets;
    }

    /// <summary>A line of a cross-reference table: exactly 20 bytes.</summary>
    public static string Entry(long offset, int generation) => string.Create(CultureInfo.InvariantCulture, $"{offset:D10} {generation:D5} n \n");
}
