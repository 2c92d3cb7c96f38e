namespace PublicAdmin.Documents.Judging;

/// <summary>What a reader saw in a file, before anybody judges it.</summary>
internal sealed record FileFacts(FileKind Kind)
{
    public int Pages { get; init; }

    /// <summary>Dots per inch of the worst page that is a picture; null when no page is one or it cannot be told.</summary>
    public int? Dpi { get; init; }

    public bool Encrypted { get; init; }

    /// <summary>Cut short, or its parts do not fit together.</summary>
    public bool Damaged { get; init; }

    /// <summary>More pages or parts than <see cref="ReadingLimits"/> allow; reading stopped there.</summary>
    public bool TooComplex { get; init; }

    /// <summary>A PDF that runs a program when it is opened.</summary>
    public bool Active { get; init; }

    /// <summary>A PDF with a digital signature (chữ ký số): it must not be rewritten.</summary>
    public bool HasSignature { get; init; }
}

/// <summary>Hard bounds, so that no file can make a reader slow or hungry. An honest paper stays far below each.</summary>
internal static class ReadingLimits
{
    public const int Pages = 2_000;

    /// <summary>Numbered parts of a PDF.</summary>
    public const int PdfObjects = 500_000;

    /// <summary>Single values (numbers, names, …) a PDF may make us hold.</summary>
    public const int PdfValues = 1_000_000;

    public const int PdfDepth = 32;

    /// <summary>Bytes of a PDF read as values, those read again counted again.</summary>
    public const int PdfWork = 64 * 1024 * 1024;

    /// <summary>Bytes unpacked of one PDF, all streams together.</summary>
    public const int Unpacked = 32 * 1024 * 1024;

    /// <summary>Strips and tiles of a TIFF.</summary>
    public const int TiffStrips = 200_000;
}
