using System.IO.Compression;
using System.Runtime.InteropServices;

namespace PublicAdmin.Documents.Judging.Pdf;

/// <summary>Unpacks streams, never beyond a bound: a small file can claim to hold terabytes.</summary>
internal static class PdfFilters
{
    /// <returns>At most <paramref name="limit"/> bytes; null when the stream is packed in a way pages and objects are not.</returns>
    public static ReadOnlyMemory<byte>? Unpack(PdfObjects objects, PdfStream stream, int limit)
    {
        var filter = objects.Get(stream.Dictionary, "Filter");
        var name = (filter as PdfName ?? (filter is List<object?> { Count: 1 } only ? objects.Resolve(only[0]) as PdfName : null))?.Text;
        return (filter, name) switch
        {
            (null, _) or (List<object?> { Count: 0 }, _) => stream.Raw[..Math.Min(stream.Raw.Length, limit)],
            (_, "FlateDecode" or "Fl") => Inflate(stream.Raw, Math.Min(limit, objects.Budget.Unpacked), objects.Budget),
            _ => null,
        };
    }

    private static ReadOnlyMemory<byte>? Inflate(ReadOnlyMemory<byte> packed, int limit, PdfBudget budget)
    {
        if (!MemoryMarshal.TryGetArray(packed, out var array))
        {
            return null;
        }

        using var source = new MemoryStream(array.Array!, array.Offset, array.Count, writable: false);
        using var inflater = new ZLibStream(source, CompressionMode.Decompress);
        using var unpacked = new MemoryStream();
        Copy(inflater, unpacked, limit);
        budget.TakeUnpacked((int)unpacked.Length);
        return unpacked.GetBuffer().AsMemory(0, (int)unpacked.Length);
    }

    private static void Copy(ZLibStream inflater, MemoryStream unpacked, int limit)
    {
        var buffer = new byte[16 * 1024];
        try
        {
            int read;
            while (unpacked.Length < limit && (read = inflater.Read(buffer)) > 0)
            {
                unpacked.Write(buffer, 0, read);
            }
        }
        catch (InvalidDataException)
        {
            // Damaged in the middle: what came before is still worth reading; missing objects show the damage.
        }
    }
}
