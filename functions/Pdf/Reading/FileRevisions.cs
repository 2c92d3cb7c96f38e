namespace PublicAdmin.Pdf.Reading;

/// <summary>A signed file as it grew: what it was at first, and every update since, as long as each is strictly written.</summary>
/// <param name="First">The file up to the end of its first signature.</param>
/// <param name="Updates">Oldest first.</param>
/// <param name="StrictUntil">Up to here each byte belongs to the first file or to a strict update, or is space behind it.</param>
/// <param name="Oddity">What is not strictly written behind that; null when all is.</param>
internal sealed record FileRevisions(PdfFile First, IReadOnlyList<StrictUpdate> Updates, int StrictUntil, string? Oddity)
{
    private const int LineEnd = 2; // A signature may or may not cover the one behind %%EOF.

    /// <param name="newest">The whole file, read by its cross-references.</param>
    /// <param name="firstEnd">Where what the first signature covers ends.</param>
    /// <param name="ct">When time is up.</param>
    /// <exception cref="BrokenPdfException">What the first signature covers is no file.</exception>
    public static FileRevisions Read(PdfFile newest, int firstEnd, CancellationToken ct)
    {
        var first = new PdfFile(newest.Bytes[..firstEnd], ct);
        var (file, updates) = (first, new List<StrictUpdate>());
        try
        {
            foreach (var section in newest.Sections.Where(section => section.At >= firstEnd).OrderBy(section => section.At))
            {
                var update = StrictUpdate.Read(file, newest.Bytes, section.At);
                updates.Add(update);
                file = update.After;
            }
        }
        catch (BrokenPdfException e) when (e is not PdfTooComplexException)
        {
            return new(first, updates, file.Bytes.Length, e.Message);
        }

        var rest = newest.Bytes.Span[file.Bytes.Length..].ContainsAnyExcept("\r\n\t "u8);
        return new(first, updates, file.Bytes.Length,
            rest || file.CrossReferencesAt != newest.CrossReferencesAt ? "Bytes behind the end, in no update." : null);
    }

    /// <summary>How many updates were there when a signature was made that covers the file up to here; null where no update ends.</summary>
    public int? UpdatesAt(int end)
    {
        var at = Updates.Count(update => update.After.Bytes.Length <= end + LineEnd);
        var (stop, bytes) = (Then(at).Bytes.Length, Updates.Count > 0 ? Updates[^1].After.Bytes : First.Bytes);
        var between = Math.Max(end, stop) > bytes.Length ? [] : bytes.Span[Math.Min(end, stop)..Math.Max(end, stop)];
        return between.ContainsAnyExcept("\r\n\t "u8) ? null : at;
    }

    /// <summary>The file behind so many updates.</summary>
    public PdfFile Then(int updates) => updates == 0 ? First : Updates[updates - 1].After;
}
