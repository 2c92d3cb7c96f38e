using PublicAdmin.Pdf;

namespace PublicAdmin.Signing.Verification.Updates;

/// <summary>Fields that were there and are signed, filled or closed (what DocMDP level 2 allows, ISO 32000-1 table 254).</summary>
internal sealed class FieldRules(UpdateStep step)
{
    private const int ReadOnly = 1; // Table 221.
    private const int PrintReadOnlyLocked = 4 | 64 | 128 | 512; // Table 165; 512 locks the contents too.

    public IReadOnlyList<Change>? Judge(int number, PdfDictionary old, PdfDictionary now)
    {
        if (step.Fields.Find(number) is not { } field || !OnlyGainsFlags(field, now))
        {
            return null;
        }

        if (UpdateStep.Same(old, now, "Ff"))
        {
            return []; // Closed by a signature.
        }

        return field.Kind switch
        {
            "Sig" => Sign(field, old, now),
            "Tx" or "Ch" => Fill(number, field, old, now),
            "Btn" => Tick(field, old, now),
            _ => null,
        };
    }

    private bool OnlyGainsFlags(PdfField field, PdfDictionary now) =>
        now["Ff"] is null || step.New.Resolve(now["Ff"]).AsInt is { } flags && (flags == field.Flags || flags == (field.Flags | ReadOnly));

    private IReadOnlyList<Change>? Sign(PdfField field, PdfDictionary old, PdfDictionary now)
    {
        var signature = now["V"] ?? (now["Parent"] is { } above ? step.New.Dictionary(above)?["V"] : null);
        if (field.Value is not null || step.New.Dictionary(signature) is null || !UpdateStep.Same(old, now, "V", "AP", "M", "F", "Ff", "P", "MK", "DA")
            || !OnlyLocks(old, now) || !IsOnItsPage(old, now))
        {
            return null;
        }

        // Where it is shown was decided by whoever signed before and left it open: a seal lies over a signature and whatever stands there.
        return [new Change(UpdateKind.SignatureMade, field.Name) { IsTimestamp = ListRules.IsTimestamp(step.New, signature) }];
    }

    // The widget may be printed, closed and locked; never shown when it was hidden.
    private bool OnlyLocks(PdfDictionary old, PdfDictionary now)
    {
        var (before, after) = (step.Old.Resolve(old["F"]).AsInt ?? 0, step.New.Resolve(now["F"]).AsInt ?? 0);
        return (before & ~PrintReadOnlyLocked) == (after & ~PrintReadOnlyLocked);
    }

    private bool IsOnItsPage(PdfDictionary old, PdfDictionary now) => old["P"]?.Written == now["P"]?.Written
        || (old["P"] is null && step.Old.Pages.Any(page => UpdateStep.Is(now["P"], page.Reference!.Number)));

    private IReadOnlyList<Change>? Fill(int number, PdfField field, PdfDictionary old, PdfDictionary now)
    {
        if (!UpdateStep.Same(old, now, "V", "AP", "M", "I", "Ff") || step.Permissions.IsLocked(field.Name))
        {
            return null;
        }

        var value = now["V"] ?? (now["Parent"] is { } above ? step.New.Dictionary(above)?["V"] : null);
        var text = (step.New.Resolve(value) as PdfToken)?.AsText();
        var filled = new Change(UpdateKind.Filled, $"{field.Name}: {text}");
        return FieldLook.Says(step.New, now, text) switch
        {
            true => [filled, .. Covers(number, now)],
            null => [filled, new(UpdateKind.Unclear, field.Name)],
            false => null,
        };
    }

    // Which of its looks a box shows may change, the looks themselves may not.
    private IReadOnlyList<Change>? Tick(PdfField field, PdfDictionary old, PdfDictionary now) =>
        UpdateStep.Same(old, now, "V", "AS", "M", "Ff") && !step.Permissions.IsLocked(field.Name) && now["AS"]?.Written == (now["V"] ?? now["AS"])?.Written
            ? [new(UpdateKind.Filled, $"{field.Name}: {(now["V"] ?? now["AS"])?.AsName}")]
            : null;

    private IEnumerable<Change> Covers(int number, PdfDictionary widget) =>
        step.PagesWith(number).SelectMany(page => Covering.Judge(step, page, widget, number));
}
