using System.IO.Compression;
using System.Runtime.InteropServices;

namespace PublicAdmin.Pdf.Reading;

/// <summary>Unpacks streams (ISO 32000-1 section 7.4.4), never beyond a bound: a small file can claim to hold terabytes.</summary>
internal static class PdfFilters
{
    private const string Unknown = "A stream is packed in an unknown way.";

    /// <returns>At most <paramref name="limit"/> bytes; none when the stream is packed in a way pages and objects are not.</returns>
    public static ReadOnlyMemory<byte> Unpack(ObjectTable objects, PdfStream stream, int limit)
    {
        var filter = Only(objects, stream.Dictionary["Filter"]);
        switch (filter?.AsName)
        {
            case null when filter is null:
                return stream.Data[..Math.Min(stream.Data.Length, limit)];
            case "FlateDecode" or "Fl":
                return PdfPredictor.Undo(
                    objects, Inflate(stream.Data, limit, objects.Reading), Only(objects, stream.Dictionary["DecodeParms"]) as PdfDictionary);
            default:
                objects.Reading.Doubt(Unknown);
                return default;
        }
    }

    // One filter may stand in an array of its own; more than one are none that we know.
    private static PdfValue? Only(ObjectTable objects, PdfValue? value) => objects.Resolve(value) switch
    {
        PdfArray { Items: [] } => null,
        PdfArray { Items: [var only] } => objects.Resolve(only),
        var other => other == PdfValue.Null ? null : other,
    };

    private static ReadOnlyMemory<byte> Inflate(ReadOnlyMemory<byte> packed, int limit, PdfReading reading)
    {
        using var inflater = new ZLibStream(Open(packed), CompressionMode.Decompress);
        var most = Math.Min(limit, reading.Unpacked);
        var unpacked = new byte[Math.Min(most, Math.Max(512, packed.Length * 3L))];
        var length = 0;
        try
        {
            while (length < most && inflater.Read(unpacked, length, unpacked.Length - length) is > 0 and var read)
            {
                length += read;
                if (length == unpacked.Length)
                {
                    Array.Resize(ref unpacked, (int)Math.Min(most, length * 2L));
                }
            }
        }
        catch (InvalidDataException)
        {
            reading.Doubt("A stream is damaged."); // What came before is still worth reading; missing objects show the damage.
        }

        if (length == most && most < limit)
        {
            throw new PdfTooComplexException(); // What stands behind would be hidden from whoever stopped here.
        }

        reading.TakeUnpacked(length);
        return unpacked.AsMemory(0, length);
    }

    private static MemoryStream Open(ReadOnlyMemory<byte> packed) => MemoryMarshal.TryGetArray(packed, out var array)
        ? new MemoryStream(array.Array!, array.Offset, array.Count, writable: false)
        : new MemoryStream(packed.ToArray(), writable: false);
}
