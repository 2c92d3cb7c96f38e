using System.Globalization;
using System.Text;
using PublicAdmin.Pdf.Reading;
using PublicAdmin.Scans.Judging;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Pdf;

/// <summary>Files made to keep a reader busy: small ones that mean far more than they are.</summary>
public class HostilePdfTests
{
    [Fact]
    public void A_page_tree_that_doubles_at_every_level_is_refused()
    {
        var levels = Enumerable.Range(2, 60).Select(n => (n, string.Create(CultureInfo.InvariantCulture, $"<< /Kids [{n + 1} 0 R {n + 1} 0 R] >>")));
        var file = new PdfFile(SampleScans.PdfOf([(1, "<< /Pages 2 0 R >>"), .. levels, (62, "<< /Type /Page >>")]));

        Assert.Throws<BrokenPdfException>(() => file.Pages);
    }

    [Fact]
    public void Many_numbers_for_one_large_value_are_too_many()
    {
        const int copies = 5_000;
        var heads = string.Concat(Enumerable.Range(10, copies).Select(number => string.Create(CultureInfo.InvariantCulture, $"{number} 0 ")));
        var packed = Encoding.Latin1.GetString(SampleScans.Deflate(Encoding.Latin1.GetBytes($"{heads}[{string.Concat(Enumerable.Repeat("1 ", copies))}]")));
        var scan = new PdfScan(
            SampleScans.PdfOf(
                [(9, $"<< /Type /ObjStm /N {copies} /First {heads.Length} /Filter /FlateDecode /Length {packed.Length} >>\nstream\n{packed}\nendstream")]),
                ReadingLimits.Pdf);

        Assert.Throws<PdfTooComplexException>(() => scan.Objects.Numbers.ToList().ForEach(number => scan.Objects.Load(number)));
    }

    [Theory]
    [InlineData("<</A 1", "An array or a dictionary does not end.")]
    [InlineData("[1 2 3", "An array or a dictionary does not end.")]
    [InlineData("<<1 2>>", "A dictionary holds something without a name.")]
    [InlineData("(never closed", "A string does not end.")]
    [InlineData("<6869", "A string does not end.")]
    public void What_makes_no_sense_is_refused_by_a_strict_reader_and_skipped_by_any_other(string value, string why)
    {
        var bytes = Encoding.Latin1.GetBytes($"{value} endobj");

        Assert.Equal(why, Assert.Throws<BrokenPdfException>(() => Read(bytes, ReadingLimits.Pdf with { Strict = true })).Message);
        Read(bytes, ReadingLimits.Pdf);
    }

    [Theory]
    [InlineData("/Java#53cript", "JavaScript")]
    [InlineData("/A#2", "A#2")]
    [InlineData("/", "")]
    public void Escapes_in_names_are_undone(string written, string name) =>
        Assert.Equal(name, new PdfLexer(Encoding.Latin1.GetBytes(written), 0, new PdfReading(ReadingLimits.Pdf)).Read().AsName);

    [Fact]
    public void A_value_is_written_as_it_was_read_but_for_the_order_of_its_keys_and_for_nulls() => Assert.Equal(
        "<</A [1 0.50 true]/B#20C <</D 12 0 R>>>>",
        new PdfLexer("<< /B#20C << /D 12 0 R /E null >>/A[1 0.50 true]>>"u8.ToArray(), 0, new PdfReading(ReadingLimits.Pdf)).Read().Written);

    private static void Read(byte[] bytes, PdfLimits limits) => new PdfLexer(bytes, 0, new PdfReading(limits)).Read();
}
