using System.Globalization;
using PublicAdmin.Pdf;
using PublicAdmin.Pdf.Reading;

namespace PublicAdmin.Signing.Verification.Updates;

/// <summary>
/// What one update did. Every object that changed must have changed in a way signing, filling or proving needs; everything else is content.
/// New objects matter only where a changed object refers to them, unless an old one was already waiting for them.
/// </summary>
internal sealed class UpdateJudge(UpdateStep step)
{
    private readonly CatalogRules _catalog = new(step);
    private readonly ListRules _lists = new(step);
    private readonly FieldRules _fields = new(step);
    private readonly StoreRules _store = new(step);

    public IReadOnlyList<Change> Judge(StrictUpdate update)
    {
        var changes = update.Entries.Where(entry => entry.Number > 0).SelectMany(entry => One(entry.Number)).Concat(Info()).ToList();
        return [.. changes.Select(Permitted).Distinct()];
    }

    private IEnumerable<Change> One(int number)
    {
        var (before, after) = (step.Old.Load(number), step.New.Load(number));
        if (step.Old.PlaceOf(number) is null)
        {
            // Something an old object refers to that did not exist could be slipped in later and change what is seen.
            return after != PdfValue.Null && step.Holders(number).Any() ? [Content(Describe(number))] : [];
        }

        return before.Written == after.Written ? [] : Explain(number, before, after) ?? [Content(Describe(number))];
    }

    private IEnumerable<Change>? Explain(int number, PdfValue before, PdfValue after)
    {
        if (UpdateStep.Is(step.Old.Trailer["Info"], number))
        {
            return step.Holders(number).Any() ? null : MetadataRules.Info(before, after);
        }

        if (UpdateStep.Is(step.Old.Catalog["Metadata"], number))
        {
            return step.IsOnlyInCatalog(number, "Metadata") ? [MetadataRules.Xmp] : null;
        }

        if (_store.Owns(number))
        {
            return [new(UpdateKind.ValidationData, "DSS")];
        }

        return (before, after) switch
        {
            (PdfArray old, PdfArray now) => _lists.Judge(number, old, now),
            (PdfDictionary old, PdfDictionary now) => Dictionary(number, old, now),
            _ => IsNobodys(number, before, after) ? [] : null,
        };
    }

    // What nobody refers to is seen by nobody: it may be deleted, and cross-references may take the place of older ones.
    private bool IsNobodys(int number, PdfValue before, PdfValue after) => !step.Holders(number).Any() && number != step.Root
        && (after == PdfValue.Null
            || (before is PdfStream { Dictionary: var old } && after is PdfStream { Dictionary: var now } && IsXref(old) && IsXref(now)));

    private static bool IsXref(PdfDictionary stream) => stream["Type"]?.AsName == "XRef";

    private IEnumerable<Change>? Dictionary(int number, PdfDictionary old, PdfDictionary now)
    {
        if (number == step.Root || UpdateStep.Is(step.Old.Catalog["AcroForm"], number))
        {
            return number == step.Root ? _catalog.JudgeCatalog(old, now) : _catalog.JudgeForm(old, now);
        }

        return _catalog.IsResources(number) ? (step.OnlyGains(old, now) ? [] : null)
            : _lists.IsPage(number) ? _lists.JudgePage(number, old, now)
            : _fields.Judge(number, old, now);
    }

    private IEnumerable<Change> Info()
    {
        var (before, after) = (step.Old.Trailer["Info"], step.New.Trailer["Info"]);
        return before?.Written == after?.Written ? [] : MetadataRules.Info(step.Old.Resolve(before), step.New.Resolve(after)) ?? [Content("Info")];
    }

    // Behind a final certification only proofs may follow, whatever they are called.
    private Change Permitted(Change change) =>
        step.Permissions.IsFinal && change is { Kind: UpdateKind.Filled or UpdateKind.SignatureMade, IsTimestamp: false } ? Content(change.What) : change;

    private static Change Content(string what) => new(UpdateKind.Content, what);

    private string Describe(int number)
    {
        var page = step.Old.Pages.Index()
            .FirstOrDefault(page => page.Item.Reference!.Number == number || References.Has(page.Item.Dictionary["Contents"], number));
        return page.Item is null
            ? string.Create(CultureInfo.InvariantCulture, $"object {number}")
            : string.Create(CultureInfo.InvariantCulture, $"page {page.Index + 1}");
    }
}
