using System.IO.Compression;

namespace PublicAdmin.Signing.Pdf;

/// <summary>Unpacks the two kinds of streams a signer must read: cross-reference and object streams (ISO 32000-1 section 7.4.4).</summary>
internal static class PdfFilters
{
    private const int MaxBytes = 64 * 1024 * 1024;

    public static byte[] Unpack(PdfStream stream)
    {
        var filter = Only(stream.Dictionary["Filter"]);
        return filter?.AsName switch
        {
            null when filter is null => stream.Data.ToArray(),
            "FlateDecode" or "Fl" => Undo(Inflate(stream.Data), Only(stream.Dictionary["DecodeParms"]) as PdfDictionary),
            _ => throw new InvalidDataException("A cross-reference or object stream is packed in an unknown way."),
        };
    }

    private static PdfValue? Only(PdfValue? value) => value is PdfArray array
        ? array.Items.Count <= 1 ? array.Items.SingleOrDefault() : throw new InvalidDataException("A stream is packed more than once.")
        : value;

    private static byte[] Inflate(ReadOnlyMemory<byte> packed)
    {
        using var unpacker = new ZLibStream(new MemoryStream(packed.ToArray()), CompressionMode.Decompress);
        var unpacked = new MemoryStream();
        var buffer = new byte[64 * 1024];
        for (int read; (read = unpacker.Read(buffer)) > 0;)
        {
            unpacked.Write(buffer, 0, read);
            if (unpacked.Length > MaxBytes)
            {
                throw new InvalidDataException("A stream unpacks to more than a signer reads.");
            }
        }

        return unpacked.ToArray();
    }

    private static byte[] Undo(byte[] data, PdfDictionary? parameters)
    {
        if (parameters?["Predictor"]?.AsInt is not >= 10)
        {
            return parameters?["Predictor"]?.AsInt is null or 1 ? data : throw new InvalidDataException("A stream uses an unknown predictor.");
        }

        var columns = parameters["Columns"]?.AsInt ?? 1;
        if (columns is < 1 or > 4096 || (parameters["Colors"]?.AsInt ?? 1) != 1 || (parameters["BitsPerComponent"]?.AsInt ?? 8) != 8)
        {
            throw new InvalidDataException("A stream uses an unknown predictor.");
        }

        return UndoRows(data, columns);
    }

    private static byte[] UndoRows(byte[] data, int columns)
    {
        var rows = data.Length / (columns + 1);
        var plain = new byte[rows * columns];
        for (var n = 0; n < plain.Length; n++)
        {
            var (row, column) = (n / columns, n % columns);
            int left = column > 0 ? plain[n - 1] : 0;
            int above = row > 0 ? plain[n - columns] : 0;
            int corner = row > 0 && column > 0 ? plain[n - columns - 1] : 0;
            plain[n] = (byte)(data[(row * (columns + 1)) + 1 + column] + Guess(data[row * (columns + 1)], left, above, corner));
        }

        return plain;
    }

    private static int Guess(byte filter, int left, int above, int corner) => filter switch
    {
        0 => 0,
        1 => left,
        2 => above,
        3 => (left + above) / 2,
        4 => Paeth(left, above, corner),
        _ => throw new InvalidDataException("A stream uses an unknown predictor."),
    };

    private static int Paeth(int left, int above, int corner)
    {
        var guess = left + above - corner;
        var (toLeft, toAbove, toCorner) = (Math.Abs(guess - left), Math.Abs(guess - above), Math.Abs(guess - corner));
        return toLeft <= toAbove && toLeft <= toCorner ? left : toAbove <= toCorner ? above : corner;
    }
}
