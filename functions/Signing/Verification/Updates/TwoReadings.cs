using PublicAdmin.Pdf.Reading;

namespace PublicAdmin.Signing.Verification.Updates;

/// <summary>
/// Whether the file that was signed is the same by its cross-references and by going through it from front to back. Programs that find the first
/// damaged do the second; a file that differs shows one thing here and another there.
/// </summary>
internal static class TwoReadings
{
    private static readonly PdfLimits Limits = new(
        Strict: false, Depth: 64, Objects: 500_000, Pages: 1, Values: 1_000_000, Work: 96 * 1024 * 1024, Unpacked: 32 * 1024 * 1024);

    public static bool Differ(FileRevisions revisions, CancellationToken ct)
    {
        var file = revisions.First;
        if (!file.Bytes.Span.StartsWith("%PDF-"u8))
        {
            return true; // Some count from the first byte, some from the header.
        }

        var scan = new PdfScan(file.Bytes, Limits, number => file.Resolve(file.Load(number)).AsInt, ct);
        var different = file.Numbers.Union(scan.Objects.Numbers)
            .Where(number => file.PlaceOf(number) != scan.Objects.PlaceOf(number) && !IsSame(file, scan, number)).ToList();
        return different.Count > 0 && IsSeen(revisions, different);
    }

    private static bool IsSame(PdfFile file, PdfScan scan, int number) => file.Objects.Glance(number).Written == scan.Objects.Glance(number).Written;

    // What nobody refers to, such as what an earlier update deleted, may differ.
    private static bool IsSeen(FileRevisions revisions, List<int> numbers)
    {
        var references = new References(new FileRevisions(revisions.First, [], 0, null), numbers);
        return numbers.Exists(number => references.Holders(number, 0).Any() || UpdateStep.Is(revisions.First.Trailer["Root"], number));
    }
}
