namespace PublicAdmin.Scans.Judging;

/// <summary>What a file is, by its first bytes; its name and its declared type are never believed.</summary>
public enum FileKind { Unknown, Pdf, Jpeg, Png, Tiff }

public static class FileKinds
{
    // ISO 32000-1 annex H: readers accept the header anywhere in the first 1,024 bytes.
    private const int PdfHeaderWithin = 1024;

    private static ReadOnlySpan<byte> Jpeg => [0xFF, 0xD8, 0xFF];

    private static ReadOnlySpan<byte> Png => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    private static ReadOnlySpan<byte> TiffLittle => [(byte)'I', (byte)'I', 42, 0];

    private static ReadOnlySpan<byte> TiffBig => [(byte)'M', (byte)'M', 0, 42];

    public static FileKind Of(ReadOnlySpan<byte> bytes) => bytes switch
    {
        _ when bytes.StartsWith(Jpeg) => FileKind.Jpeg,
        _ when bytes.StartsWith(Png) => FileKind.Png,
        _ when bytes.StartsWith(TiffLittle) || bytes.StartsWith(TiffBig) => FileKind.Tiff,
        _ when bytes[..Math.Min(bytes.Length, PdfHeaderWithin)].IndexOf("%PDF-"u8) >= 0 => FileKind.Pdf,
        _ => FileKind.Unknown,
    };

    /// <summary>The media type a file of this kind is sent with; an unknown one is only ever bytes.</summary>
    public static string ContentType(this FileKind kind) => kind switch
    {
        FileKind.Pdf => "application/pdf",
        FileKind.Jpeg => "image/jpeg",
        FileKind.Png => "image/png",
        FileKind.Tiff => "image/tiff",
        _ => "application/octet-stream",
    };

    /// <summary>The ending a file of this kind is saved under.</summary>
    public static string Extension(this FileKind kind) => kind switch
    {
        FileKind.Pdf => ".pdf",
        FileKind.Jpeg => ".jpg",
        FileKind.Png => ".png",
        FileKind.Tiff => ".tif",
        _ => ".bin",
    };
}
