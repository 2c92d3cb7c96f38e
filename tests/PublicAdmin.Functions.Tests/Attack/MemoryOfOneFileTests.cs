using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Attack;

/// <summary>
/// The real program with 200 MB of managed memory in all, what it needs for itself included: files made to need as much as any may are judged or refused, one
/// after another, and the office is as well as before. A file that took more would end it.
/// </summary>
public sealed class MemoryOfOneFileTests : IDisposable
{
    private const long MostBytes = 200 * 1024 * 1024;
    private const int Values = 1_900_000; // Just fewer than a file may have.

    private readonly KilledOffice _office = new() { MostManagedBytes = MostBytes };

    // Made one after another: together they would be much for the tests themselves.
    private static IEnumerable<(string Name, Func<byte[]> File)> Hostile =>
    [
        ("numbers", () => Catalog($"/X [{Many("1 ")}]")),
        ("strings", () => Catalog($"/X [{Many("(abc)")}]")),
        ("names", () => Catalog($"/X [{string.Concat(Enumerable.Range(0, Values / 2).Select(n => $"/{n:x} "))}]")),
        ("dictionaries", () => Catalog($"/X [{string.Concat(Enumerable.Repeat("<</A 1>>", Values / 3))}]")),
        ("arrays", () => Catalog($"/X [{Many("[]")}]")),
        ("a long string", () => Catalog($"/X <{string.Concat(Enumerable.Repeat("41", 9_500_000))}>")),
        ("a long signature", () => Catalog(
            "/AcroForm << /SigFlags 3 /Fields [<< /FT /Sig /T (a) /V << /Type /Sig /SubFilter /adbe.pkcs7.detached /ByteRange [0 9 20 99] /Contents <"
                + string.Concat(Enumerable.Repeat("30", 9_000_000)) + "> >> >>] >>")),
        ("a long name of a field", () => Catalog($"/AcroForm << /SigFlags 3 /Fields [<< /FT /Sig /T <{new string('4', 18_000_000)}> >>] >>")),
        ("a long name in letters", () => Catalog($"/AcroForm << /SigFlags 3 /Fields [<< /FT /Sig /T ({new string('x', 15_000_000)}) >>] >>")),
        ("a long name over many fields", () => Catalog(
            $"/AcroForm << /SigFlags 3 /Fields [<< /T ({new string('x', 100_000)}) /Kids ["
                + string.Concat(Enumerable.Repeat("<</FT/Sig/T(a)>>", 100_000)) + "] >>] >>")),
        ("many signatures over much", () => Catalog($"/AcroForm << /SigFlags 3 /Fields [{Signatures(50)}] >> /X ({new string('x', 18_500_000)})")),
        ("many objects", () => File(Enumerable.Range(10, 250_000).Select(number => (number, "<</A 1/B[1 2]>>")), Signed(90))),
        ("a packed object stream", () => File([(4, Packed("/Type /ObjStm /N 100000 /First 1277782", ObjectStream(100_000)))], Signed(90))),
        ("a bomb within a bomb", () => File(
            [(4, Stream("/Filter [/FlateDecode /FlateDecode]", SampleScans.Deflate(SampleScans.Deflate(new byte[200 * 1024 * 1024]))))],
            "/DSS << /Certs [4 0 R] >>")),
        ("a page of thirty megabytes", () => File(
            [(4, Packed("", Encoding.Latin1.GetBytes(string.Concat(Enumerable.Repeat("q Q ", 7_500_000)))))], Signed(9), " /Contents 4 0 R")),
    ];

    [Fact]
    public async Task No_file_takes_more_than_200_MB_whatever_it_is_made_of()
    {
        Assert.True(await _office.StartAsync());

        foreach (var (name, make) in Hostile)
        {
            using var body = new ByteArrayContent(make()) { Headers = { ContentType = new MediaTypeHeaderValue("application/pdf") } };
            using var answer = await _office.Http.PostAsync("/api/verification", body);
            var text = await answer.Content.ReadAsStringAsync();

            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{name}: {(int)answer.StatusCode} {text}");
            Assert.NotEqual("valid", JsonDocument.Parse(text).RootElement.GetProperty("report").GetProperty("verdict").GetString());
        }

        Assert.Equal(HttpStatusCode.OK, (await _office.Http.GetAsync("/api/health")).StatusCode);
    }

    public void Dispose() => _office.Dispose();

    private static string Many(string value) => string.Concat(Enumerable.Repeat(value, Values));

    private static string Signed(int count) => $"/AcroForm << /SigFlags 3 /Fields [{Signatures(count)}] >>";

    private static string Signatures(int count) => string.Concat(Enumerable.Range(0, count).Select(n => string.Create(
        CultureInfo.InvariantCulture, $"<</FT /Sig /T (s{n}) /V << /Type /Sig /SubFilter /ETSI.CAdES.detached /ByteRange [0 9 20 900] /Contents <00> >> >> ")));

    private static byte[] Catalog(string entries) => File([], entries);

    private static byte[] File(IEnumerable<(int Number, string Body)> objects, string catalog, string page = "") => SampleScans.PdfOf(
    [
        (1, $"<< /Type /Catalog /Pages 2 0 R {catalog} >>"), (2, "<< /Type /Pages /Kids [3 0 R] /Count 1 >>"),
        (3, $"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842]{page} >>"), .. objects,
    ]);

    private static string Packed(string entries, byte[] bytes) => Stream($"{entries} /Filter /FlateDecode", SampleScans.Deflate(bytes));

    private static string Stream(string entries, byte[] bytes) =>
        $"<< {entries} /Length {bytes.Length} >>\nstream\n{Encoding.Latin1.GetString(bytes)}\nendstream";

    private static byte[] ObjectStream(int count)
    {
        const string One = "<</A[1 2 3]>> ";
        var head = string.Concat(Enumerable.Range(0, count).Select(n => string.Create(CultureInfo.InvariantCulture, $"{10 + n} {n * One.Length} ")));
        return Encoding.Latin1.GetBytes(head.PadRight(1_277_782) + string.Concat(Enumerable.Repeat(One, count)));
    }
}
