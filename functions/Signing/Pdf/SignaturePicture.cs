using PublicAdmin.Platform;
using PublicAdmin.Scans.Pictures;

namespace PublicAdmin.Signing.Pdf;

/// <summary>
/// The picture of a person's signature or of an agency's seal: a transparent PNG (Decree 30/2020 Annex I), taken apart once, since every signature
/// draws it again.
/// </summary>
public sealed class SignaturePicture
{
    /// <summary>A scan of a signature or seal at 600 dots per inch is a tenth of this.</summary>
    public const int MaxBytes = 1024 * 1024;

    private const int Smallest = 50;
    private const int Largest = 2000;

    private SignaturePicture(ScanPage page) => Page = page;

    internal ScanPage Page { get; }

    /// <summary>Judges a file by its content, whatever it is called.</summary>
    public static Result<SignaturePicture> Read(ReadOnlyMemory<byte> file)
    {
        if (!file.Span.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G']))
        {
            return SigningRefusals.ImageNotPng;
        }

        try
        {
            var page = ScanPage.Read(file).First();
            return page is not { Width: >= Smallest and <= Largest, Height: >= Smallest and <= Largest } ? SigningRefusals.ImageSize.With(Smallest, Largest)
                : page.Bands.Value[0].Mask is null ? SigningRefusals.ImageOpaque
                : new SignaturePicture(page);
        }
        catch (Exception e) when (UnusablePictureException.FaultOf(e) is not null)
        {
            return SigningRefusals.ImageNotPng;
        }
    }
}
