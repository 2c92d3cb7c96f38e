using PublicAdmin.Scans.Pictures;

namespace PublicAdmin.Scans.Judging;

/// <summary>Looks into a file and says what it is and whether the office can use it. Any bytes get an answer, in bounded time and memory.</summary>
public static class PaperJudge
{
    public static ScanFindings Judge(ReadOnlyMemory<byte> file)
    {
        var facts = FileKinds.Of(file.Span) switch
        {
            FileKind.Pdf => PdfReader.Read(file),
            FileKind.Unknown => new FileFacts(FileKind.Unknown),
            var kind => PictureReader.Read(kind, file),
        };
        var findings = file.IsEmpty ? [PaperFindings.Empty] : FindingsOf(facts).ToList();
        return new(facts.Kind, facts.Pages, facts.Dpi, facts.HasSignature, findings);
    }

    private static IEnumerable<ScanFinding> FindingsOf(FileFacts facts)
    {
        if (FirstRefusal(facts) is { } refusal)
        {
            yield return refusal;
        }

        if (facts.Active)
        {
            yield return PaperFindings.Active;
        }

        if (facts.Dpi is { } dpi and < ScanResolution.Wanted)
        {
            yield return dpi < ScanResolution.Least ? PaperFindings.TooFewDpi(dpi) : PaperFindings.BelowWanted(dpi);
        }

        if (facts.HasSignature)
        {
            yield return PaperFindings.WithSignature;
        }
    }

    private static ScanFinding? FirstRefusal(FileFacts facts) => facts switch
    {
        { Kind: FileKind.Unknown } => PaperFindings.UnknownKind,
        { Encrypted: true } => PaperFindings.Encrypted,
        { StrangeKind: true } => PaperFindings.StrangeKind,
        { TooComplex: true } => PaperFindings.TooComplex,
        { Kind: FileKind.Pdf, Pages: 0, Damaged: false } => PaperFindings.NoPages,
        { Damaged: true } => PaperFindings.Corrupt,
        _ => null,
    };
}
