using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace PublicAdmin.Load;

/// <summary>
/// A scanned page as a PDF: one grey picture of random bytes, which nothing can shrink. Each copy differs in sixteen bytes,
/// so that none is a copy the office knows.
/// </summary>
internal sealed class Scan
{
    private const int Marked = 16;
    private readonly byte[] _bytes;
    private readonly int _mark;

    /// <param name="size">Bytes, about.</param>
    public Scan(int size)
    {
        var width = (int)Math.Sqrt(size);
        var page = new MemoryStream();
        var places = new List<long>();
        Write(page, "%PDF-1.4\n");
        Add(page, places, "<</Type/Catalog/Pages 2 0 R>>");
        Add(page, places, "<</Type/Pages/Kids[3 0 R]/Count 1>>");
        Add(page, places, "<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Resources<</XObject<</I 5 0 R>>>>/Contents 4 0 R>>");
        Add(page, places, "<</Length 22>>stream\n200 0 0 200 0 0 cm/I Do\nendstream");
        places.Add(page.Position);
        Write(page, $"5 0 obj<</Type/XObject/Subtype/Image/Width {width}/Height {width}/ColorSpace/DeviceGray/BitsPerComponent 8/Length "
            + $"{width * width}>>stream\n");
        _mark = (int)page.Position;
        page.Write(RandomNumberGenerator.GetBytes(width * width));
        Write(page, "\nendstream endobj\n");
        var start = page.Position;
        Write(page, $"xref\n0 {places.Count + 1}\n0000000000 65535 f \n{string.Concat(places.Select(place => place.ToString("D10", CultureInfo.InvariantCulture) + " 00000 n \n"))}");
        Write(page, $"trailer<</Size {places.Count + 1}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n");
        _bytes = page.ToArray();
    }

    /// <summary>POST /api/uploads, its chunk, its completion.</summary>
    /// <returns>The upload's id.</returns>
    public async Task<string> UploadAsync(Caller caller, Person citizen)
    {
        var bytes = Copy(caller.Random);
        var hash = SHA256.HashData(bytes);
        var form = $$"""{"name":"giay-chung-sinh.pdf","size":{{bytes.Length}},"sha256":"{{Convert.ToHexStringLower(hash)}}","chunkSize":262144}""";
        var id = (await caller.Wire.PostAsync("/api/uploads", citizen.Token, form)).Expect(200).Text("id");
        (await caller.Wire.PutAsync($"/api/uploads/{id}/chunks/0", citizen.Token, Convert.ToBase64String(hash), bytes)).Expect(204);
        (await caller.Wire.PostAsync($"/api/uploads/{id}/completion", citizen.Token, null)).Expect(200);
        return id;
    }

    private byte[] Copy(Random random)
    {
        var copy = (byte[])_bytes.Clone();
        random.NextBytes(copy.AsSpan(_mark, Marked));
        return copy;
    }

    private static void Add(MemoryStream page, List<long> places, string content)
    {
        places.Add(page.Position);
        Write(page, $"{places.Count} 0 obj{content} endobj\n");
    }

    private static void Write(MemoryStream page, FormattableString text) => Write(page, text.ToString(CultureInfo.InvariantCulture));

    private static void Write(MemoryStream page, string text) => page.Write(Encoding.ASCII.GetBytes(text));
}
