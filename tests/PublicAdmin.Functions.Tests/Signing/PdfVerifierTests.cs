using System.Globalization;
using System.Text;
using PublicAdmin.Forms.Layout;
using PublicAdmin.Pdf;
using PublicAdmin.Pdf.Reading;
using PublicAdmin.Pdf.Writing;
using PublicAdmin.Signing.Pdf;
using PublicAdmin.Signing.Verification;
using PublicAdmin.Tests.Forms;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Signing;

public sealed class PdfVerifierTests : IDisposable
{
    private readonly Signatory _signatory = new();

    private static byte[] Sample => PaperTests.Sample().Print();
    private static byte[] Small => new PrintedPaper(PaperTests.Metadata, new Paragraph("Giấy xác nhận")).Print();

    [Fact]
    public async Task A_bit_flipped_anywhere_in_what_is_signed_is_seen()
    {
        var pdf = await _signatory.SignAsync(Small);
        var hole = SignatureField.All(new PdfFile(pdf)).MaxBy(field => field.End)!.Range;
        var random = new Random(20261120);
        for (var n = HowMany.Of("BIT_FLIPS", 2_000); n > 0; n--)
        {
            // Anywhere but in the CMS itself, which nothing signs: certificates that merely come along may be damaged there.
            var (at, bit) = (random.Next(pdf.Length - hole[2] + hole[1]), (byte)(1 << random.Next(8)));
            at = at < hole[1] ? at : at - hole[1] + hole[2];
            pdf[at] ^= bit;

            Assert.True(_signatory.Verify(pdf).Verdict is not Verdict.Valid, $"Bit {bit} of byte {at} was flipped unseen.");

            pdf[at] ^= bit;
        }
    }

    [Fact]
    public async Task A_bit_flipped_in_the_signature_itself_or_in_the_certificates_beside_it_is_seen_or_told()
    {
        var pdf = await _signatory.SignAsync(Small);
        var hole = SignatureField.All(new PdfFile(pdf)).MaxBy(field => field.End)!.Range;
        var cms = Convert.FromHexString(Encoding.ASCII.GetString(pdf, hole[1] + 1, hole[2] - hole[1] - 2));
        var length = cms.AsSpan().TrimEnd((byte)0).Length;
        for (var at = 0; at < length * 8; at += 7)
        {
            cms[at / 8] ^= (byte)(1 << (at % 8));
            Encoding.ASCII.GetBytes(Convert.ToHexString(cms), pdf.AsSpan(hole[1] + 1));

            var report = _signatory.Verify(pdf);

            Assert.True(report.Verdict is not Verdict.Valid || report.Vi.Contains("chứng thư gửi kèm", StringComparison.Ordinal),
                $"Bit {at % 8} of byte {at / 8} of the CMS was flipped unseen.");
            cms[at / 8] ^= (byte)(1 << (at % 8));
        }
    }

    [Fact]
    public async Task A_padding_that_is_not_zero_is_seen()
    {
        var pdf = await _signatory.SignAsync(Sample);
        pdf[Encoding.Latin1.GetString(pdf).IndexOf("00>>>\nendobj", StringComparison.Ordinal)] = (byte)'1';

        Assert.Equal(Verdict.Broken, _signatory.Verify(pdf).Verdict);
    }

    [Fact]
    public async Task A_page_exchanged_after_signing_is_seen()
    {
        var pdf = await _signatory.SealAsync(await _signatory.SignAsync(Sample));

        var report = _signatory.Verify(Replace(pdf, file => file.Pages[0].Reference!, page => page.With("Contents", PdfValue.Null)));

        Assert.Equal(Verdict.Changed, report.Verdict);
        Assert.Contains("page 1", report.En, StringComparison.Ordinal);
        Assert.Contains("đã bị thay đổi", report.Vi, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_note_pinned_over_a_page_is_seen()
    {
        var pdf = await _signatory.SignAsync(Sample);

        var report = _signatory.Verify(Replace(pdf, file => file.Pages[0].Reference!, page => page.With("Annots", new PdfArray([]))));

        Assert.Equal(Verdict.Changed, report.Verdict);
    }

    [Fact]
    public async Task An_object_that_was_waited_for_and_slipped_in_is_seen()
    {
        var waiting = Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(Sample).Replace("/Lang(vi-VN)", "/Lang 900 0 R", StringComparison.Ordinal));
        var pdf = await _signatory.SignAsync(Relocated(waiting));

        var update = new PdfUpdate(new PdfFile(pdf));
        update.Replace(new PdfReference(900, 0), new PdfToken("(en)"));

        Assert.Equal(Verdict.Valid, _signatory.Verify(pdf).Verdict);
        Assert.Equal(Verdict.Changed, _signatory.Verify(update.Write().File).Verdict);
    }

    [Fact]
    public async Task Bytes_behind_the_end_are_seen()
    {
        var pdf = await _signatory.SignAsync(Sample);

        Assert.Equal(Verdict.Changed, _signatory.Verify([.. pdf, .. "%hidden"u8]).Verdict);
    }

    [Fact]
    public async Task A_number_filled_in_by_the_seal_is_told_and_allowed()
    {
        var paper = new PrintedPaper(
            PaperTests.Metadata, new FillIn("SoHieu", 200), new SignaturePlace("NguoiKy", "CoQuan")).Print();

        var report = _signatory.Verify(await _signatory.SealAsync(await _signatory.SignAsync(paper), ("SoHieu", "Số: 12/GXN-UBND")));

        Assert.Equal(Verdict.Valid, report.Verdict);
        Assert.Contains(new Change(UpdateKind.Filled, "SoHieu: Số: 12/GXN-UBND"), report.Signatures[0].Changes);
    }

    [Fact]
    public async Task A_number_filled_in_after_the_seal_is_seen()
    {
        var paper = new PrintedPaper(
            PaperTests.Metadata, new FillIn("SoHieu", 200), new SignaturePlace("NguoiKy", "CoQuan")).Print();
        var file = new PdfFile(await _signatory.SealAsync(await _signatory.SignAsync(paper), ("SoHieu", "Số: 12/GXN-UBND")));
        var field = file.Items(file.Form!["Fields"]).OfType<PdfReference>().First(reference => file.Dictionary(reference)!["FT"]!.AsName == "Tx");

        var update = new PdfUpdate(file);
        update.Replace(field, file.Dictionary(field)!.With("V", new PdfToken("(13)")));

        Assert.Equal(Verdict.Changed, _signatory.Verify(update.Write().File).Verdict);
    }

    [Fact]
    public async Task A_signer_nobody_knows_is_told()
    {
        var report = PdfVerifier.Verify(await _signatory.SignAsync(Sample), [], Signatory.Now);

        Assert.Equal(Verdict.Untrusted, report.Verdict);
        Assert.Contains("còn nguyên vẹn", report.Vi, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_certificate_out_of_its_term_is_told() =>
        Assert.Equal(Verdict.Untrusted, PdfVerifier.Verify(await _signatory.SignAsync(Sample), _signatory.Roots, Signatory.Now.AddYears(6)).Verdict);

    [Fact]
    public void A_paper_without_a_signature_is_told() => Assert.Equal(Verdict.NotSigned, _signatory.Verify(Sample).Verdict);

    [Fact]
    public async Task A_signature_named_a_thousand_times_is_not_checked_a_thousand_times()
    {
        var pdf = Replace(
            await _signatory.SignAsync(Sample),
            file => (PdfReference)file.Trailer["Root"]!,
            catalog => catalog.With(
                "AcroForm", ((PdfDictionary)catalog["AcroForm"]!).With(
                    "Fields", new PdfArray([.. Enumerable.Repeat(((PdfArray)((PdfDictionary)catalog["AcroForm"]!)["Fields"]!).Items[0], 1000)]))));

        Assert.Equal(Verdict.Uncheckable, _signatory.Verify(pdf).Verdict);
    }

    [Fact]
    public async Task A_paper_signed_thirty_times_is_checked_like_any_other()
    {
        var pdf = await _signatory.SignAsync(Sample);
        for (var n = 0; n < 29; n++)
        {
            pdf = await _signatory.SealAsync(pdf, SignatureSpot.Nowhere);
        }

        var report = _signatory.Verify(pdf);

        Assert.Equal(Verdict.Valid, report.Verdict);
        Assert.Equal(30, report.Signatures.Count);
    }

    [Fact]
    public void Something_that_is_no_PDF_is_told() => Assert.Equal(Verdict.Unreadable, _signatory.Verify("hello"u8.ToArray()).Verdict);

    public void Dispose() => _signatory.Dispose();

    private static byte[] Replace(byte[] pdf, Func<PdfFile, PdfReference> which, Func<PdfDictionary, PdfDictionary> how)
    {
        var file = new PdfFile(pdf);
        var update = new PdfUpdate(file);
        update.Replace(which(file), how(file.Dictionary(which(file))!));
        return update.Write().File;
    }

    // Offsets after a replacement that changed a length: rebuilt from where the objects stand now.
    private static byte[] Relocated(byte[] pdf)
    {
        var text = Encoding.Latin1.GetString(pdf);
        var table = text.LastIndexOf("\nxref\n", StringComparison.Ordinal) + 1;
        var lines = text[table..].Split('\n');
        for (var n = 3; lines[n].EndsWith(" n ", StringComparison.Ordinal); n++)
        {
            var at = text.IndexOf(string.Create(CultureInfo.InvariantCulture, $"\n{n - 2} 0 obj\n"), StringComparison.Ordinal) + 1;
            lines[n] = string.Create(CultureInfo.InvariantCulture, $"{at:D10} 00000 n ");
        }

        lines[^3] = table.ToString(CultureInfo.InvariantCulture);
        return Encoding.Latin1.GetBytes(text[..table] + string.Join('\n', lines));
    }
}
