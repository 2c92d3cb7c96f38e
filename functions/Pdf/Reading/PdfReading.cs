namespace PublicAdmin.Pdf.Reading;

/// <summary>One file being read: what it may still cost, and what happens where it makes no sense.</summary>
internal sealed class PdfReading(PdfLimits limits)
{
    private int _values = limits.Values;
    private int _work = limits.Work;

    public PdfLimits Limits => limits;

    /// <summary>Bytes that may still be unpacked.</summary>
    public int Unpacked { get; private set; } = limits.Unpacked;

    public void TakeValue() => Keep(--_values);

    /// <summary>Without this, a file of nothing but opened strings would be read to its end from each of them.</summary>
    public void TakeWork(int bytes) => Keep(_work -= bytes);

    public void TakeUnpacked(int bytes) => Keep(Unpacked -= bytes);

    /// <summary>A count that has its bound.</summary>
    public static void Keep(int count, int most) => Keep(most - count);

    /// <summary>Here something makes no sense: a strict reader stops, any other goes on behind it.</summary>
    public void Doubt(string why)
    {
        if (limits.Strict)
        {
            throw new BrokenPdfException(why);
        }
    }

    public void DoubtUnless(bool makesSense, string why)
    {
        if (!makesSense)
        {
            Doubt(why);
        }
    }

    private static void Keep(int left)
    {
        if (left < 0)
        {
            throw new PdfTooComplexException();
        }
    }
}
