namespace PublicAdmin.Pdf.Reading;

/// <summary>Finds the next place of a word from positions that only grow, so that a whole file costs one pass however often it is asked.</summary>
internal sealed class PdfFinder(ReadOnlyMemory<byte> bytes, byte[] word)
{
    private int _found = -1;

    /// <summary>The first place at or behind <paramref name="from"/>; the length of the file when there is none.</summary>
    public int From(int from)
    {
        if (_found >= from)
        {
            return _found;
        }

        var next = from < bytes.Length ? bytes.Span[from..].IndexOf(word) : -1;
        return _found = next < 0 ? bytes.Length : from + next;
    }
}
