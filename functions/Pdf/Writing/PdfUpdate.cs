using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PublicAdmin.Pdf.Reading;

namespace PublicAdmin.Pdf.Writing;

/// <summary>
/// An incremental update (ISO 32000-1 section 7.5.6): new and replaced objects behind the file, whose every byte stays as it is, so that
/// earlier signatures go on holding. Cross-references are written in the kind the file uses.
/// </summary>
internal sealed class PdfUpdate(PdfFile file)
{
    private readonly Dictionary<int, int> _generations = [];

    /// <summary>New objects, numbered behind those of the file.</summary>
    public PdfObjects Objects { get; } = new(file.Size);

    public void Replace(PdfReference reference, PdfValue value)
    {
        _generations[reference.Number] = reference.Generation;
        Objects.Set(reference.Number, value.Written);
    }

    /// <summary>The whole file with the update, and where each of the update's objects begins.</summary>
    public (byte[] File, IReadOnlyDictionary<int, long> Offsets) Write()
    {
        using var buffer = new PooledStream(file.Bytes.Length + Objects.Bodies.Values.Sum(body => body.Length + 64) + 4096);
        var written = buffer.Stream;
        written.Write(file.Bytes.Span);
        if (file.Bytes.Span[^1] is not (byte)'\n')
        {
            written.WriteByte((byte)'\n');
        }

        var table = file.UsesReferenceStreams ? Objects.Reserve() : 0;
        var offsets = PdfBody.Write(written, Objects.Bodies, GenerationOf);
        var at = written.Length;
        if (file.UsesReferenceStreams)
        {
            offsets[table] = at;
            WriteStream(written, table, offsets);
        }
        else
        {
            WriteTable(written, offsets);
        }

        written.Write(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"startxref\n{at}\n%%EOF\n")));
        return (written.ToArray(), offsets);
    }

    private int GenerationOf(int number) => _generations.GetValueOrDefault(number);

    private void WriteTable(MemoryStream written, SortedDictionary<int, long> offsets)
    {
        var table = new StringBuilder("xref\n");
        foreach (var run in Runs(offsets.Keys))
        {
            table.Append(CultureInfo.InvariantCulture, $"{run[0]} {run.Count}\n");
            foreach (var number in run)
            {
                table.Append(PdfBody.Entry(offsets[number], GenerationOf(number)));
            }
        }

        written.Write(Encoding.ASCII.GetBytes(table.Append(CultureInfo.InvariantCulture, $"trailer\n<<{TrailerEntries(written)}>>\n").ToString()));
    }

    private void WriteStream(MemoryStream written, int number, SortedDictionary<int, long> offsets)
    {
        var rows = new MemoryStream();
        foreach (var (of, offset) in offsets)
        {
            rows.Write([1, (byte)(offset >> 24), (byte)(offset >> 16), (byte)(offset >> 8), (byte)offset, (byte)(GenerationOf(of) >> 8),
                (byte)GenerationOf(of)]);
        }

        var index = string.Join(' ', Runs(offsets.Keys).Select(run => string.Create(CultureInfo.InvariantCulture, $"{run[0]} {run.Count}")));
        var stream = PdfSyntax.Stream($"/Type/XRef{TrailerEntries(written)}/W[1 4 2]/Index[{index}]/Filter/FlateDecode", PdfSyntax.Deflate(rows.ToArray()));
        written.Write(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{number} 0 obj\n")));
        written.Write(stream);
        written.Write("\nendobj\n"u8);
    }

    private string TrailerEntries(MemoryStream written)
    {
        var id = file.Items(file.Trailer["ID"]);
        // The second half changes with every update (section 14.4); a hash of what it was and of the update makes the same update the same bytes.
        var changed = Convert.ToHexString(
            SHA256.HashData(
                [.. Encoding.ASCII.GetBytes(id.Count == 2 ? id[1].Written : ""),
                    .. written.GetBuffer().AsSpan(file.Bytes.Length, (int)written.Length - file.Bytes.Length)]).AsSpan(0, 16));
        return string.Create(CultureInfo.InvariantCulture, $"/Size {Objects.Next}/Prev {file.CrossReferencesAt}/Root {file.Trailer["Root"]!.Written}")
            + (file.Trailer["Info"] is { } info ? $"/Info {info.Written}" : "")
            + (id.Count == 2 ? $"/ID[{id[0].Written}<{changed}>]" : "");
    }

    private static List<List<int>> Runs(IEnumerable<int> numbers)
    {
        var runs = new List<List<int>>();
        foreach (var number in numbers)
        {
            if (runs.Count == 0 || runs[^1][^1] != number - 1)
            {
                runs.Add([]);
            }

            runs[^1].Add(number);
        }

        return runs;
    }
}
