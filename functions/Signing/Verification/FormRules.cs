using PublicAdmin.Pdf;
using PublicAdmin.Pdf.Reading;

namespace PublicAdmin.Signing.Verification;

/// <summary>Which changes of an object filling and signing a form needs (what DocMDP level 2 allows, ISO 32000-1 table 254).</summary>
internal sealed class FormRules
{
    private readonly PdfFile _old;
    private readonly PdfFile _new;
    private readonly HashSet<int> _pages;
    private readonly HashSet<int> _annotations;
    private readonly HashSet<string> _oldFields;

    public FormRules(PdfFile old, PdfFile @new)
    {
        (_old, _new) = (old, @new);
        _pages = [.. old.Pages.Select(page => page.Reference!.Number)];
        _annotations = [.. old.Pages.Select(page => page.Dictionary["Annots"]).OfType<PdfReference>().Select(reference => reference.Number)];
        _oldFields = [.. old.Items(old.Form?["Fields"]).Select(field => field.Written)];
    }

    /// <returns>What the change means; null when a form does not explain it.</returns>
    public IReadOnlyList<Change>? Judge(int number, PdfValue before, PdfValue after)
    {
        if (Is(_old.Trailer["Info"], number) || Is(_old.Catalog["Metadata"], number))
        {
            return [new Change(ChangeKind.Metadata, "Info")];
        }

        return (before, after) switch
        {
            (PdfArray old, PdfArray now) when Is(_old.Form?["Fields"], number) || _annotations.Contains(number) => JudgeList(old.Items, now.Items),
            (PdfDictionary old, PdfDictionary now) => JudgeDictionary(number, old, now),
            _ => null,
        };
    }

    private IReadOnlyList<Change>? JudgeDictionary(int number, PdfDictionary old, PdfDictionary now)
    {
        if (Is(_old.Trailer["Root"], number))
        {
            return JudgeCatalog(old, now);
        }

        if (Is(_old.Catalog["AcroForm"], number))
        {
            return JudgeForm(old, now);
        }

        if (_pages.Contains(number))
        {
            return Same(old, now, "Annots") ? JudgeList(_old.Items(old["Annots"]), _new.Items(now["Annots"])) : null;
        }

        return _oldFields.Contains(new PdfReference(number, 0).Written) ? JudgeField(old, now) : null;
    }

    private List<Change>? JudgeCatalog(PdfDictionary old, PdfDictionary now)
    {
        if (!Same(old, now, "AcroForm", "DSS", "Extensions", "Perms"))
        {
            return null;
        }

        var form = old["AcroForm"] is PdfReference && old["AcroForm"]?.Written == now["AcroForm"]?.Written
            ? new List<Change>()
            : JudgeForm(_old.Form ?? PdfDictionary.Empty, _new.Form ?? PdfDictionary.Empty);
        return form is not null && old["DSS"]?.Written != now["DSS"]?.Written ? [.. form, new Change(ChangeKind.ValidationData, "DSS")] : form;
    }

    private List<Change>? JudgeForm(PdfDictionary old, PdfDictionary now) =>
        Same(old, now, "Fields", "SigFlags") ? JudgeList(_old.Items(old["Fields"]), _new.Items(now["Fields"])) : null;

    // What was there stays, in its order; what is new must be a field with a signature in it, which is then judged by itself.
    private List<Change>? JudgeList(IReadOnlyList<PdfValue> old, IReadOnlyList<PdfValue> now)
    {
        var added = now.Skip(old.Count).Select(_new.Dictionary).ToList();
        return old.Select(item => item.Written).SequenceEqual(now.Take(old.Count).Select(item => item.Written))
            && added.All(field => field?["FT"]?.AsName == "Sig" && _new.Dictionary(field["V"]) is not null)
            ? [.. added.Select(field => new Change(ChangeKind.SignatureMade, NameOf(field)))]
            : null;
    }

    private static IReadOnlyList<Change>? JudgeField(PdfDictionary old, PdfDictionary now) => old["FT"]?.AsName switch
    {
        "Sig" when old["V"] is null && Same(old, now, "V", "AP", "M") => [new Change(ChangeKind.SignatureMade, NameOf(old))],
        "Tx" when Same(old, now, "V", "AP", "M") => [new Change(ChangeKind.Filled, $"{NameOf(old)}: {(now["V"] as PdfToken)?.AsText()}")],
        _ => null,
    };

    private static bool Same(PdfDictionary old, PdfDictionary now, params string[] but) => old.Without(but).Written == now.Without(but).Written;

    private static bool Is(PdfValue? value, int number) => value is PdfReference reference && reference.Number == number;

    private static string NameOf(PdfDictionary? field) => (field?["T"] as PdfToken)?.AsText() ?? "";
}
