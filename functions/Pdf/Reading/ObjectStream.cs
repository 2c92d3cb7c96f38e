namespace PublicAdmin.Pdf.Reading;

/// <summary>Objects packed together in a stream (ISO 32000-1 section 7.5.7).</summary>
internal sealed class ObjectStream
{
    private readonly ReadOnlyMemory<byte> _bytes;
    private readonly List<int> _numbers = [];
    private readonly List<int> _offsets = [];

    private ObjectStream(ReadOnlyMemory<byte> bytes) => _bytes = bytes;

    /// <summary>The numbers of its objects, in their order.</summary>
    public IReadOnlyList<int> Numbers => _numbers;

    public static ObjectStream Open(ObjectTable objects, PdfStream packed)
    {
        var stream = new ObjectStream(objects.Unpack(packed));
        stream.ReadHeads(objects.Resolve(packed.Dictionary["N"]).AsInt ?? 0, objects.Resolve(packed.Dictionary["First"]).AsInt ?? 0, objects.Reading);
        return stream;
    }

    public PdfValue Read(int index, PdfReading reading)
    {
        if (index < 0 || index >= _offsets.Count)
        {
            reading.Doubt("An object stream is too short.");
            return PdfValue.Null;
        }

        return new PdfLexer(_bytes, _offsets[index], reading).Read();
    }

    private void ReadHeads(int count, int first, PdfReading reading)
    {
        var heads = new PdfLexer(_bytes, 0, reading);
        for (var n = 0; n < count; n++)
        {
            if (heads.ReadInt() is not { } number || heads.ReadInt() is not { } offset)
            {
                reading.Doubt("An object stream is too short.");
                return;
            }

            _numbers.Add(number);
            _offsets.Add((int)Math.Clamp((long)first + offset, -1, int.MaxValue));
        }
    }
}
