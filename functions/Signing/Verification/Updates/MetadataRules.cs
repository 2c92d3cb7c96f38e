using PublicAdmin.Pdf;

namespace PublicAdmin.Signing.Verification.Updates;

/// <summary>The file's description of itself (ISO 32000-1 section 14.3). It is shown on no page.</summary>
internal static class MetadataRules
{
    private const string XmpName = "XMP";

    private static readonly HashSet<string> Traces = ["ModDate", "Producer", "Creator", XmpName];

    public static Change Xmp { get; } = new(UpdateKind.Metadata, XmpName);

    /// <returns>Null when it is no description.</returns>
    public static IReadOnlyList<Change>? Info(PdfValue before, PdfValue after)
    {
        if (before is not PdfDictionary && before != PdfValue.Null || after is not PdfDictionary now)
        {
            return null;
        }

        var old = before as PdfDictionary ?? PdfDictionary.Empty;
        return [.. old.Entries.Keys.Union(now.Entries.Keys).Where(key => old[key]?.Written != now[key]?.Written).Order(StringComparer.Ordinal)
            .Select(key => new Change(UpdateKind.Metadata, key))];
    }

    /// <summary>What every program notes when it saves: when it did, and its own name.</summary>
    public static bool IsTrace(Change change) => change.Kind is UpdateKind.Metadata && Traces.Contains(change.What);
}
