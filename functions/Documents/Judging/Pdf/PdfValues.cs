namespace PublicAdmin.Documents.Judging.Pdf;

/// <summary>/Name.</summary>
internal sealed record PdfName(string Text);

/// <summary>12 0 R.</summary>
internal sealed record PdfReference(int Number);

/// <summary>A word that is none of PDF's values: an operator of a page's content, or the end of the bytes.</summary>
internal sealed record PdfWord(string Text)
{
    public static PdfWord End { get; } = new("");
}

/// <summary>&lt;&lt; /Key value &gt;&gt;; an absent key and a null are the same.</summary>
internal sealed class PdfDictionary : Dictionary<string, object?>
{
    public static PdfDictionary Empty { get; } = [];
}

/// <summary>A dictionary with bytes behind it, as they lie in the file.</summary>
internal sealed record PdfStream(PdfDictionary Dictionary, ReadOnlyMemory<byte> Raw);

/// <summary>The file asks for more than <see cref="ReadingLimits"/> allow. Caught where a whole PDF is read.</summary>
internal sealed class PdfTooComplexException : Exception;

/// <summary>What one PDF may still make us hold and unpack.</summary>
internal sealed class PdfBudget
{
    private int _values = ReadingLimits.PdfValues;
    private int _work = ReadingLimits.PdfWork;
    private int _unpacked = ReadingLimits.Unpacked;

    public int Unpacked => _unpacked;

    public void TakeValue()
    {
        if (--_values < 0)
        {
            throw new PdfTooComplexException();
        }
    }

    /// <summary>Without this, a file of nothing but opened strings would be read to its end from each of them.</summary>
    public void TakeWork(int bytes)
    {
        _work -= bytes;
        if (_work < 0)
        {
            throw new PdfTooComplexException();
        }
    }

    public void TakeUnpacked(int bytes)
    {
        _unpacked -= bytes;
        if (_unpacked < 0)
        {
            throw new PdfTooComplexException();
        }
    }
}
