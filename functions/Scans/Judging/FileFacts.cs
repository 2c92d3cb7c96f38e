using PublicAdmin.Pdf.Reading;

namespace PublicAdmin.Scans.Judging;

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

    /// <summary>A picture that is whole, but of a kind that cannot be shown everywhere.</summary>
    public bool StrangeKind { get; init; }

    /// <summary>A PDF that runs a program when it is opened.</summary>
    public bool Active { get; init; }

    /// <summary>A PDF with a digital signature (chữ ký số): it must not be rewritten.</summary>
    public bool HasSignature { get; init; }
}

/// <summary>Hard bounds, so that no file can make a reader slow or hungry. An honest paper stays far below each.</summary>
internal static class ReadingLimits
{
    public const int Pages = 2_000;

    public static PdfLimits Pdf { get; } = new(
        Strict: false, Depth: 32, Objects: 500_000, Pages, Values: 1_000_000, Work: 64 * 1024 * 1024, Unpacked: 32 * 1024 * 1024);
}
