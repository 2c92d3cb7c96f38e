using System.Globalization;
using PublicAdmin.Pdf;

namespace PublicAdmin.Signing.Verification.Updates;

/// <summary>What signing and proving do to the catalog and to the dictionary of the form.</summary>
internal sealed class CatalogRules(UpdateStep step)
{
    private readonly ListRules _lists = new(step);

    public IReadOnlyList<Change>? JudgeCatalog(PdfDictionary old, PdfDictionary now)
    {
        if (!UpdateStep.Same(old, now, "AcroForm", "DSS", "Extensions", "Perms", "Version", "Metadata") || !IsLater(old["Version"], now["Version"]))
        {
            return null;
        }

        var form = old["AcroForm"] is PdfReference && old["AcroForm"]?.Written == now["AcroForm"]?.Written
            ? []
            : JudgeForm(step.Old.Form ?? PdfDictionary.Empty, step.New.Form ?? PdfDictionary.Empty);
        return form is null
            ? null : [.. form, .. Told(old, now, "DSS", new(UpdateKind.ValidationData, "DSS")), .. Told(old, now, "Metadata", MetadataRules.Xmp)];
    }

    /// <summary>Fields are added, and what draws them by default; a form never begins to let viewers draw its fields anew.</summary>
    public IReadOnlyList<Change>? JudgeForm(PdfDictionary old, PdfDictionary now) =>
        UpdateStep.Same(old, now, "Fields", "SigFlags", "DA", "DR", "NeedAppearances")
            && (old["DA"] is null || old["DA"]?.Written == now["DA"]?.Written)
            && (old["DR"]?.Written == now["DR"]?.Written || step.OnlyGains(old["DR"], now["DR"]))
            && !(step.New.Resolve(now["NeedAppearances"]).Written == "true" && step.Old.Resolve(old["NeedAppearances"]).Written != "true")
            ? _lists.JudgeFields(step.Old.Items(old["Fields"]), step.New.Items(now["Fields"]))
            : null;

    /// <summary>What draws the form's fields by default, where the form alone refers to it.</summary>
    public bool IsResources(int number)
    {
        var form = step.Old.Form;
        var parts = new[] { form?["DR"] }.Concat(step.Old.Dictionary(form?["DR"])?.Entries.Values ?? []);
        return parts.Any(part => UpdateStep.Is(part, number)) && step.Holders(number).All(holder =>
            UpdateStep.Is(step.Old.Catalog["AcroForm"], holder) || UpdateStep.Is(form?["DR"], holder)
            || (holder == step.Root && !References.Has(step.Old.Catalog.Without("AcroForm"), number)));
    }

    private static IEnumerable<Change> Told(PdfDictionary old, PdfDictionary now, string key, Change change) =>
        old[key]?.Written == now[key]?.Written ? [] : [change];

    private bool IsLater(PdfValue? old, PdfValue? now) => old?.Written == now?.Written
        || (Version(step.New.Resolve(now).AsName) is { } later && later >= (Version(step.Old.Resolve(old).AsName) ?? 0));

    private static decimal? Version(string? name) =>
        decimal.TryParse(name, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var version) ? version : null;
}
