using System.Globalization;
using System.Text;

namespace PublicAdmin.Pdf.Reading;

/// <summary>An object of an update, whose every byte is where a writer by the standard puts it.</summary>
/// <param name="End">Behind <c>endobj</c>.</param>
internal sealed record StrictObject(IndirectObject Object, int End)
{
    /// <exception cref="BrokenPdfException">Another reader could take it otherwise.</exception>
    public static StrictObject Read(ReadOnlyMemory<byte> file, int at, ObjectTable objects)
    {
        objects.Reading.IsUnusual = false;
        var read = IndirectObject.Read(file, at, objects);
        if (read is null || objects.Reading.IsUnusual || !StartsCanonically(file.Span[at..], read))
        {
            throw StrictText.Odd("an object");
        }

        var text = new StrictText(file.Span, read.End);
        if (read.Value is PdfStream stream)
        {
            DemandBounds(file.Span, read, stream, objects);
            text.TrySkipLineEnd();
            text.Demand("endstream"u8);
        }

        text.PastSpace();
        text.Demand("endobj"u8);
        return new(read, text.At);
    }

    // "12 0 obj", with one space each and nothing else.
    private static bool StartsCanonically(ReadOnlySpan<byte> bytes, IndirectObject read)
    {
        var head = Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{read.Number} {read.Generation} obj"));
        return bytes.StartsWith(head) && bytes.Length > head.Length && !char.IsAsciiLetterOrDigit((char)bytes[head.Length]);
    }

    private static void DemandBounds(ReadOnlySpan<byte> file, IndirectObject read, PdfStream stream, ObjectTable objects)
    {
        var start = read.End - stream.Data.Length;
        var begins = file[..start].EndsWith("stream\r\n"u8) || file[..start].EndsWith("stream\n"u8);
        if (!begins || objects.Resolve(stream.Dictionary["Length"]).AsInt != stream.Data.Length || stream.Dictionary["F"] is not null)
        {
            throw StrictText.Odd("a stream");
        }
    }
}
