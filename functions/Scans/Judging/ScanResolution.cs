namespace PublicAdmin.Scans.Judging;

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

    /// <summary>Dots per inch of one picture: as its tag says when that can be true, else as if it showed a sheet of A4.</summary>
    /// <param name="tagged">Dots per inch written in the file; null when nothing is.</param>
    public static int? Of(long width, long height, double? tagged)
    {
        if (width <= 0 || height <= 0)
        {
            return null;
        }

        var (longSide, shortSide) = (Math.Max(width, height), Math.Min(width, height));
        return tagged is > ScreenDefault and < 10_000 && longSide / tagged >= ShortestPaper
            ? (int)Math.Round(tagged.Value)
            : (int)Math.Round(Math.Min(longSide / A4Long, shortSide / A4Short));
    }
}
