namespace PublicAdmin.Scans.Pictures;

/// <summary>
/// Resolution (độ phân giải) of scans: at least 300 dpi is wanted, below 200 a paper is hard to read
/// (digitization guide of 2025; Circular 02/2019/TT-BNV asked for 200).
/// </summary>
internal static class ScanResolution
{
    public const int Wanted = 300;
    public const int Least = 200;

    private const double A4Long = 11.69;
    private const double A4Short = 8.27;

    // Cameras and screen programs write 72 or 96 without having measured anything.
    private const double ScreenDefault = 96;

    // An identity card, the smallest paper the office scans, is 3.37 inches long.
    private const double ShortestPaper = 2;

    // A PDF page is at most so long (ISO 32000-1 annex C), in inches.
    private const double LongestPage = 200;

    /// <summary>
    /// Dots per inch of one picture, the lower of both directions: as its file says when that can be true, else as if it showed a sheet of A4.
    /// </summary>
    public static int? Of(long width, long height, Density? density) => width <= 0 || height <= 0 ? null
        : IsTrue(width, height, density) ? (int)Math.Round(Math.Min(density!.Value.X, density.Value.Y))
        : (int)Math.Round(Math.Min(Math.Max(width, height) / A4Long, Math.Min(width, height) / A4Short));

    /// <summary>Whether a scanner measured this.</summary>
    public static bool IsTrue(long width, long height, Density? density) => density is { IsMeasured: true } told
        && Math.Min(told.X, told.Y) is > ScreenDefault and < 10_000
        && Math.Max(width / told.X, height / told.Y) is >= ShortestPaper and <= LongestPage;
}
