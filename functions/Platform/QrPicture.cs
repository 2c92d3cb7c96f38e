using System.Drawing;
using QRCoder;

namespace PublicAdmin.Platform;

/// <summary>A QR code (ISO/IEC 18004) for a screen.</summary>
public static class QrPicture
{
    private static readonly Size Edge = new(240, 240);

    /// <returns>An SVG picture.</returns>
    public static string Of(string content)
    {
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(content, QRCodeGenerator.ECCLevel.M);
        using var picture = new SvgQRCode(code);
        return picture.GetGraphic(Edge, drawQuietZones: true, sizingMode: SvgQRCode.SizingMode.ViewBoxAttribute);
    }
}
