using System.Numerics;

namespace PublicAdmin.Load;

/// <summary>
/// How long things took, in a fixed number of boxes: 32 to each doubling of microseconds, so that every percentile is within 3 %
/// (as HdrHistogram does). One writer at a time.
/// </summary>
internal sealed class Latencies
{
    private const int Halving = 5;
    private const int Steps = 1 << Halving;

    private readonly long[] _boxes = new long[Steps * 40];

    public long Count { get; private set; }

    public void Add(TimeSpan time)
    {
        _boxes[BoxOf((ulong)Math.Max(0, time.TotalMicroseconds))]++;
        Count++;
    }

    public void Add(Latencies other)
    {
        for (var box = 0; box < _boxes.Length; box++)
        {
            _boxes[box] += other._boxes[box];
        }

        Count += other.Count;
    }

    /// <param name="share">0.5 for the median.</param>
    public TimeSpan Percentile(double share)
    {
        var wanted = Math.Max(1, (long)Math.Ceiling(Count * share));
        var (seen, box) = (0L, 0);
        for (; box < _boxes.Length - 1 && (seen += _boxes[box]) < wanted; box++)
        {
        }

        return TimeSpan.FromMicroseconds(EndOf(box));
    }

    private static int BoxOf(ulong micros)
    {
        var doublings = Math.Max(0, BitOperations.Log2(micros | 1) - Halving);
        return (doublings * Steps) + (int)(micros >> doublings);
    }

    private static long EndOf(int box) => box < 2 * Steps ? box : (long)((box % Steps) + Steps + 1) << ((box / Steps) - 1);
}
