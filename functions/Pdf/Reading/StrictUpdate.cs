namespace PublicAdmin.Pdf.Reading;

/// <summary>
/// One incremental update (ISO 32000-1 section 7.5.6) whose every byte is accounted for: objects that its cross-references name, those cross-references
/// and nothing else, all written so that each reader takes them the same way.
/// </summary>
/// <param name="After">The file up to its end.</param>
/// <param name="Entries">The objects it brings, changes or deletes.</param>
internal sealed record StrictUpdate(PdfFile After, IReadOnlyList<CrossReferenceEntry> Entries)
{
    // Readers give up on larger sizes, and then go looking for objects by themselves.
    private const int LargestSize = 8_388_607;

    private static readonly HashSet<string> TrailerKeys =
        ["Size", "Prev", "Root", "Info", "ID", "Type", "W", "Index", "Length", "Filter", "DecodeParms"];

    /// <param name="before">The file as it was.</param>
    /// <param name="file">All bytes.</param>
    /// <param name="at">Where the update's cross-references stand.</param>
    /// <exception cref="BrokenPdfException">It is not strictly written.</exception>
    public static StrictUpdate Read(PdfFile before, ReadOnlyMemory<byte> file, int at)
    {
        var objects = new ObjectTable(file, before.Objects.Reading, before.Objects);
        var section = StrictSection.Read(file, at, objects);
        DemandTrailer(before, section);
        foreach (var entry in section.Entries)
        {
            objects.Place(entry.Number, entry.Place);
        }

        Walk(before, file, at, section, objects);
        var end = PastEnd(file.Span, section.End, at);
        return new(before.After(file[..end], objects, new CrossReferenceSection(at, section.Trailer)), section.Entries);
    }

    private static void DemandTrailer(PdfFile before, StrictSection section)
    {
        var trailer = section.Trailer;
        var highest = section.Entries.Select(entry => entry.Number).Append(section.Stream ?? 0).Max();
        var isSound = trailer.Entries.Keys.All(TrailerKeys.Contains)
            && trailer["Prev"]?.AsInt == before.CrossReferencesAt
            && trailer["Root"]?.Written == before.Trailer["Root"]?.Written
            && trailer["Size"]?.AsInt is { } size && size > highest && size <= LargestSize
            && SameFile(before.Trailer["ID"], trailer["ID"])
            && section.Entries.Select(entry => entry.Number).Distinct().Count() == section.Entries.Count;
        if (!isSound)
        {
            throw StrictText.Odd("its trailer");
        }
    }

    private static bool SameFile(PdfValue? old, PdfValue? now) => now is null || (now is PdfArray { Items: [var first, _] }
        && (old is not PdfArray { Items: [var before, _] } || Bytes(before).SequenceEqual(Bytes(first))));

    private static byte[] Bytes(PdfValue value) => (value as PdfToken)?.AsBytes() ?? [];

    // From object to object, with nothing between them.
    private static void Walk(PdfFile before, ReadOnlyMemory<byte> file, int at, StrictSection section, ObjectTable objects)
    {
        var text = new StrictText(file.Span, before.Bytes.Length);
        foreach (var entry in section.Entries.Where(entry => entry.Place is { Stream: null }).OrderBy(entry => entry.Place!.Value.At))
        {
            text.PastGap();
            if (entry.Place!.Value.At == at && entry.Number == section.Stream)
            {
                break; // The cross-references themselves, which come last.
            }

            var read = text.At == entry.Place!.Value.At ? StrictObject.Read(file, text.At, objects) : throw StrictText.Odd("bytes in no object");
            DemandNamed(before, entry, read.Object, section, objects);
            text.At = read.End;
        }

        text.PastGap();
        if (text.At != at || section.Entries.Any(entry => entry.Place is { Stream: { } stream } && !IsOwn(section, stream)))
        {
            throw StrictText.Odd("bytes in no object");
        }

        DemandUsual(section, objects);
    }

    private static void DemandUsual(StrictSection section, ObjectTable objects)
    {
        objects.Reading.IsUnusual = false;
        foreach (var entry in section.Entries.Where(entry => entry.Place?.Stream is not null))
        {
            objects.Load(entry.Number);
        }

        if (objects.Reading.IsUnusual)
        {
            throw StrictText.Odd("a packed object");
        }
    }

    private static void DemandNamed(PdfFile before, CrossReferenceEntry entry, IndirectObject read, StrictSection section, ObjectTable objects)
    {
        if (read.Number != entry.Number || read.Generation != entry.Generation || (before.PlaceOf(entry.Number) is null && read.Generation != 0)
            || (read.Value is PdfStream { Dictionary: var dictionary } && dictionary["Type"]?.AsName == "ObjStm" && !Holds(section, read.Number, objects)))
        {
            throw StrictText.Odd("an object is not the one named");
        }
    }

    // What lies in an object stream is exactly what the cross-references say lies there.
    private static bool Holds(StrictSection section, int stream, ObjectTable objects)
    {
        var packed = objects.StreamOf(stream)!.Numbers;
        var named = section.Entries.Where(entry => entry.Place?.Stream == stream).ToDictionary(entry => entry.Place!.Value.At, entry => entry.Number);
        return packed.Count == named.Count && named.All(entry => entry.Key < packed.Count && packed[entry.Key] == entry.Value);
    }

    private static bool IsOwn(StrictSection section, int stream) => section.Entries.Any(entry => entry.Number == stream && entry.Place is { Stream: null });

    private static int PastEnd(ReadOnlySpan<byte> file, int from, int section)
    {
        var text = new StrictText(file, from);
        text.PastGap();
        text.Demand("startxref"u8);
        text.PastLineEnd();
        if (text.Number() != section)
        {
            throw StrictText.Odd("its start");
        }

        text.PastLineEnd();
        text.Demand("%%EOF"u8);
        text.TrySkipLineEnd();
        return text.At;
    }
}
