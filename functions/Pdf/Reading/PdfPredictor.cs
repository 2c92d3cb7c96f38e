namespace PublicAdmin.Pdf.Reading;

/// <summary>Rows stored as differences from their neighbours, as in PNG (ISO 32000-1 section 7.4.4.4).</summary>
internal static class PdfPredictor
{
    private const int MaxColumns = 4096;

    public static ReadOnlyMemory<byte> Undo(ObjectTable objects, ReadOnlyMemory<byte> data, PdfDictionary? parameters)
    {
        int? Value(string name) => objects.Resolve(parameters?[name]).AsInt;
        if (Value("Predictor") is null or 1)
        {
            return data;
        }

        var columns = Value("Columns") ?? 1;
        if (Value("Predictor") >= 10 && columns is >= 1 and <= MaxColumns && (Value("Colors") ?? 1) == 1 && (Value("BitsPerComponent") ?? 8) == 8)
        {
            return UndoRows(data.Span, columns, objects.Reading);
        }

        objects.Reading.Doubt("A stream uses an unknown predictor.");
        return data;
    }

    private static byte[] UndoRows(ReadOnlySpan<byte> data, int columns, PdfReading reading)
    {
        var plain = new byte[data.Length / (columns + 1) * columns];
        ReadOnlySpan<byte> above = new byte[columns];
        for (var (row, start) = (0, 0); start < plain.Length; row++, start += columns)
        {
            var packed = data.Slice(row * (columns + 1), columns + 1);
            var now = plain.AsSpan(start, columns);
            if (packed[0] > 4)
            {
                reading.Doubt("A stream uses an unknown predictor.");
            }

            UndoRow(packed[0], packed[1..], now, above);
            above = now;
        }

        return plain;
    }

    private static void UndoRow(byte filter, ReadOnlySpan<byte> packed, Span<byte> now, ReadOnlySpan<byte> above)
    {
        for (var n = 0; n < now.Length; n++)
        {
            var (left, corner) = n > 0 ? (now[n - 1], above[n - 1]) : (0, 0);
            now[n] = (byte)(packed[n] + Guess(filter, left, above[n], corner));
        }
    }

    private static int Guess(byte filter, int left, int above, int corner) => filter switch
    {
        1 => left,
        2 => above,
        3 => (left + above) / 2,
        4 => Paeth(left, above, corner),
        _ => 0,
    };

    private static int Paeth(int left, int above, int corner)
    {
        var guess = left + above - corner;
        var (toLeft, toAbove, toCorner) = (Math.Abs(guess - left), Math.Abs(guess - above), Math.Abs(guess - corner));
        return toLeft <= toAbove && toLeft <= toCorner ? left : toAbove <= toCorner ? above : corner;
    }
}
