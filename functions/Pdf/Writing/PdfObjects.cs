using System.Text;

namespace PublicAdmin.Pdf.Writing;

/// <summary>Indirect objects being gathered for a file or for an update of one (ISO 32000-1 section 7.3.10), numbered from <paramref name="first"/>.</summary>
internal sealed class PdfObjects(int first = 1)
{
    private readonly SortedDictionary<int, byte[]> _bodies = [];

    /// <summary>One more than the highest number in use.</summary>
    public int Next { get; private set; } = first;

    public IReadOnlyDictionary<int, byte[]> Bodies => _bodies;

    /// <summary>A number for an object whose content is not known yet.</summary>
    public int Reserve() => Next++;

    public int Add(string body)
    {
        var number = Reserve();
        Set(number, body);
        return number;
    }

    /// <param name="dictionary">The entries but Filter and Length.</param>
    /// <param name="data">Not yet compressed.</param>
    public int AddPacked(string dictionary, ReadOnlySpan<byte> data) => AddStream($"{dictionary}/Filter/FlateDecode", PdfSyntax.Deflate(data));

    /// <param name="dictionary">The entries but Length.</param>
    /// <param name="data">As it stands in the file.</param>
    public int AddStream(string dictionary, ReadOnlySpan<byte> data)
    {
        var number = Reserve();
        _bodies[number] = PdfSyntax.Stream(dictionary, data);
        return number;
    }

    public void Set(int number, string body) => _bodies[number] = Encoding.Latin1.GetBytes(body);
}
