namespace PublicAdmin.Pdf.Reading;

/// <summary>One file being read: what it may still cost, and what happens where it makes no sense.</summary>
/// <param name="limits">The bounds.</param>
/// <param name="ct">When nobody waits for the answer any more, or its time is up.</param>
internal sealed class PdfReading(PdfLimits limits, CancellationToken ct = default)
{
    private const int LooksUpEvery = 1024;

    private int _values = limits.Values;
    private int _work = limits.Work;

    public PdfLimits Limits => limits;

    /// <summary>Bytes that may still be unpacked.</summary>
    public int Unpacked { get; private set; } = limits.Unpacked;

    /// <summary>Something was read that no usual writer writes and other readers may take differently: a key standing twice, a comment in an object.</summary>
    public bool IsUnusual { get; set; }

    /// <exception cref="OperationCanceledException">Time is up.</exception>
    public void TakeValue()
    {
        Keep(--_values);
        if (_values % LooksUpEvery == 0)
        {
            ct.ThrowIfCancellationRequested();
        }
    }

    /// <summary>Values read from here on are not kept, and count no longer once they are returned.</summary>
    public int Borrow()
    {
        ct.ThrowIfCancellationRequested();
        return _values;
    }

    public void Return(int borrowed) => _values = borrowed;

    /// <summary>Without this, a file of nothing but opened strings would be read to its end from each of them.</summary>
    public void TakeWork(int bytes) => Keep(_work -= bytes);

    public void TakeUnpacked(int bytes) => Keep(Unpacked -= bytes);

    /// <summary>Another reading with bounds of its own that ends when this one does.</summary>
    public PdfReading With(PdfLimits other) => new(other, ct);

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
