namespace PublicAdmin.Pdf.Reading;

/// <summary>The numbered objects of a file, each read when it is first asked for. Where they lie is for others to find.</summary>
/// <param name="file">All bytes.</param>
/// <param name="reading">What reading may cost.</param>
/// <param name="older">The objects before an update; this table then holds what the update says, and the older one the rest.</param>
internal sealed class ObjectTable(ReadOnlyMemory<byte> file, PdfReading reading, ObjectTable? older = null)
{
    private readonly Dictionary<int, ObjectPlace?> _places = [];
    private readonly Dictionary<int, PdfValue> _read = [];
    private readonly Dictionary<int, ObjectStream> _streams = [];
    private readonly HashSet<int> _open = [];

    public PdfReading Reading => reading;

    public ObjectTable? Older => older;

    /// <summary>The numbers this table itself has a place for, or knows to be deleted.</summary>
    public IEnumerable<int> Numbers => _places.Keys;

    public ObjectPlace? PlaceOf(int number)
    {
        for (var table = this; table is not null; table = table.Older)
        {
            if (table._places.TryGetValue(number, out var place))
            {
                return place;
            }
        }

        return null;
    }

    /// <param name="number">Whatever was known of it before is forgotten.</param>
    /// <param name="place">Null for an object that was deleted.</param>
    public void Place(int number, ObjectPlace? place)
    {
        _read.Remove(number);
        _streams.Remove(number);
        _places[number] = place;
        PdfReading.Keep(_places.Count, reading.Limits.Objects);
    }

    /// <summary>The same for one of which nothing is known yet.</summary>
    public void PlaceOlder(int number, ObjectPlace? place)
    {
        if (_places.TryAdd(number, place))
        {
            PdfReading.Keep(_places.Count, reading.Limits.Objects);
        }
    }

    /// <summary>The value itself, or what it refers to; <see cref="PdfValue.Null"/> when that is nothing.</summary>
    public PdfValue Resolve(PdfValue? value)
    {
        for (var steps = 0; value is PdfReference reference; steps++)
        {
            value = steps < reading.Limits.Depth ? Load(reference.Number) : null;
        }

        return value ?? PdfValue.Null;
    }

    public PdfDictionary? Dictionary(PdfValue? value) => Resolve(value) as PdfDictionary;

    public IReadOnlyList<PdfValue> Items(PdfValue? value) => (Resolve(value) as PdfArray)?.Items ?? [];

    /// <summary>Exactly so many numbers; null when these are something else.</summary>
    public double[]? Coordinates(IReadOnlyList<PdfValue> items, int count)
    {
        var numbers = items.Take(count + 1).Select(item => Resolve(item).AsNumber).OfType<double>().ToArray();
        return numbers.Length == count && items.Count == count ? numbers : null;
    }

    public PdfValue Load(int number)
    {
        if (_read.TryGetValue(number, out var known))
        {
            return known;
        }

        if (older is not null && !_places.ContainsKey(number))
        {
            return _read[number] = older.Load(number);
        }

        if (PlaceOf(number) is not { } place)
        {
            return PdfValue.Null;
        }

        // The length of a stream may be an object, whose length may be an object, and so in a circle.
        if (_open.Count >= reading.Limits.Depth || !_open.Add(number))
        {
            reading.Doubt("An object refers to itself.");
            return PdfValue.Null;
        }

        var value = place.Stream is { } stream ? StreamOf(stream)?.Read(place.At, reading) : ReadAt(place.At, number);
        _open.Remove(number);
        return _read[number] = value ?? PdfValue.Null;
    }

    /// <summary>The same for whoever only passes by: a value not yet known is read and forgotten.</summary>
    public PdfValue Glance(int number)
    {
        if (_read.TryGetValue(number, out var known) || PlaceOf(number) is not { } place)
        {
            return known ?? PdfValue.Null;
        }

        var left = reading.Borrow();
        var value = place.Stream is { } stream ? StreamOf(stream)?.Read(place.At, reading) : ReadAt(place.At, number);
        reading.Return(left);
        return value ?? PdfValue.Null;
    }

    /// <summary>The objects packed in a stream; null when there is no such stream.</summary>
    public ObjectStream? StreamOf(int number)
    {
        if (_streams.TryGetValue(number, out var known))
        {
            return known;
        }

        if (Load(number) is PdfStream stream)
        {
            return _streams[number] = ObjectStream.Open(this, stream);
        }

        reading.Doubt("An object stream is missing.");
        return null;
    }

    public ReadOnlyMemory<byte> Unpack(PdfStream stream, int limit = int.MaxValue) => PdfFilters.Unpack(this, stream, limit);

    /// <summary>Reads one indirect object.</summary>
    /// <param name="at">Where "12 0 obj" stands.</param>
    /// <param name="expected">The number it must have; null for any.</param>
    public PdfValue ReadAt(int at, int? expected = null) => IndirectObject.Read(file, at, this) is { } read && (expected ?? read.Number) == read.Number
        ? read.Value
        : Missing();

    private PdfToken Missing()
    {
        reading.Doubt("There is another object where one should be, or none.");
        return (PdfToken)PdfValue.Null;
    }
}
