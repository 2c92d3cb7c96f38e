using PublicAdmin.Pdf;
using PublicAdmin.Pdf.Reading;

namespace PublicAdmin.Scans.Judging;

/// <summary>
/// What any object of a PDF gives away, wherever it hangs: an action that runs a program (ISO 32000-1 section 12.6.4), a program carried along,
/// a digital signature. A program is as dangerous behind a page, a link or another action as behind the opening of the file.
/// </summary>
internal sealed class PdfTraits
{
    private static readonly HashSet<string> Programs = new(StringComparer.OrdinalIgnoreCase)
    {
        ".exe", ".com", ".bat", ".cmd", ".scr", ".pif", ".msi", ".dll", ".cpl", ".js", ".jse", ".vbs", ".vbe", ".wsf", ".wsh", ".hta", ".ps1", ".psm1",
        ".jar", ".lnk", ".reg", ".sh", ".py", ".apk", ".app", ".iso", ".img", ".chm", ".docm", ".xlsm", ".pptm", ".dotm", ".xlam",
    };

    private readonly ObjectTable _objects;

    private PdfTraits(ObjectTable objects) => _objects = objects;

    /// <summary>It runs a program, or carries one along.</summary>
    public bool IsActive { get; private set; }

    public bool IsSigned { get; private set; }

    public static PdfTraits Of(ObjectTable objects)
    {
        var traits = new PdfTraits(objects);
        foreach (var number in objects.Numbers.ToList())
        {
            traits.Look(objects.Glance(number));
        }

        return traits;
    }

    private void Look(PdfValue value)
    {
        switch (value)
        {
            case PdfDictionary dictionary:
                Look(dictionary);
                break;
            case PdfStream stream:
                Look(stream.Dictionary);
                IsActive |= stream.Dictionary["Type"]?.AsName == "EmbeddedFile" && IsProgram(stream);
                break;
            case PdfArray array:
                foreach (var item in array.Items)
                {
                    Look(item);
                }

                break;
        }
    }

    private void Look(PdfDictionary dictionary)
    {
        var action = dictionary["S"] is { } kind ? _objects.Resolve(kind).AsName : null;
        IsActive |= action is "JavaScript" or "Launch" or "ImportData" || (action == "Rendition" && dictionary["JS"] is not null)
            || dictionary["Subtype"]?.AsName == "RichMedia" || (dictionary["EF"] is not null && IsProgram(dictionary));
        IsSigned |= dictionary["ByteRange"] is not null && dictionary["Contents"] is not null;
        foreach (var item in dictionary.Entries.Values)
        {
            Look(item);
        }
    }

    // ISO 32000-1 table 44: the same file may be named for each system.
    private static readonly string[] NamesOfFile = ["UF", "F", "DOS", "Unix"];

    private bool IsProgram(PdfDictionary file) => NamesOfFile.Select(name => (_objects.Resolve(file[name]) as PdfToken)?.AsText())
        .Any(name => name is not null && Programs.Contains(Path.GetExtension(name.TrimEnd(' ', '.', '\0'))))
        || (_objects.Dictionary(file["EF"]) is { } files && files.Entries.Values.Select(_objects.Resolve).OfType<PdfStream>().Any(IsProgram));

    // "MZ", ELF, Mach-O and "#!": what machines start, whatever it is called.
    private bool IsProgram(PdfStream file) => _objects.Unpack(file, 4).Span switch
    {
        [(byte)'M', (byte)'Z', ..] or [0x7F, (byte)'E', (byte)'L', (byte)'F', ..] or [(byte)'#', (byte)'!', ..] => true,
        [0xCF or 0xCE, 0xFA, 0xED, 0xFE, ..] or [0xCA, 0xFE, 0xBA, 0xBE, ..] => true,
        _ => false,
    };
}
