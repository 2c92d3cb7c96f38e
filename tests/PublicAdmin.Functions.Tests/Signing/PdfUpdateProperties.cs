using System.Security.Cryptography;
using System.Text;
using PublicAdmin.Signing.Verification;
using PublicAdmin.Tests.Forms;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Signing;

/// <summary>
/// Updates of every kind behind a signature, well written and badly: whatever poppler then draws, or pdf.js shows, differently is never called valid.
/// How many is set by PDF_UPDATES; CI makes thousands.
/// </summary>
public sealed class PdfUpdateProperties : IDisposable
{
    private const int Few = 150;

    private readonly Signatory _signatory = new();
    private readonly TempFolder _folder = new();

    private static int Count => HowMany.Of("PDF_UPDATES", Few);

    [FactNeeding("pdftoppm")]
    public Task Whatever_poppler_draws_differently_is_never_called_valid() => HoldAsync(file => Convert.ToHexString(SHA256.HashData(Draw(file))));

    [FactNeedingPdfJs]
    public async Task Whatever_pdf_js_shows_differently_is_never_called_valid()
    {
        using var viewer = new PdfJs();
        await HoldAsync(file => viewer.Shown(_folder.Write("seen.pdf", file)));
    }

    private async Task HoldAsync(Func<byte[], string> shown)
    {
        var signed = await _signatory.SignAsync(PaperTests.Sample().Print());
        var (random, drawn) = (new Random(20261128), shown(signed));
        var (valid, seen) = (0, 0);
        for (var n = 0; n < Count; n++)
        {
            var file = OddUpdate.Of(signed, random);
            var isValid = _signatory.Verify(file).Verdict is Verdict.Valid;
            valid += isValid ? 1 : 0;
            if (isValid || n % 8 == 0)
            {
                var isSame = shown(file) == drawn;
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

    private byte[] Draw(byte[] pdf)
    {
        var picture = _folder["drawn.ppm"];
        File.Delete(picture);
        OutsideTool.Run("pdftoppm", "-r", "20", "-f", "1", "-singlefile", _folder.Write("file.pdf", pdf), _folder["drawn"]);
        return File.Exists(picture) ? File.ReadAllBytes(picture) : [];
    }
}
