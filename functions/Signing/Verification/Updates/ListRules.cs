using PublicAdmin.Pdf;
using PublicAdmin.Pdf.Reading;

namespace PublicAdmin.Signing.Verification.Updates;

/// <summary>Lists of fields and of what lies on a page: what was there stays, in its order, and what comes is a signature just made.</summary>
internal sealed class ListRules(UpdateStep step)
{
    // What would do something when somebody touches it.
    private static readonly string[] Actions = ["A", "AA", "PA", "OC"];

    private readonly Lazy<Dictionary<int, PageNode>> _pages = new(
        () => step.Old.Pages.DistinctBy(page => page.Reference!.Number).ToDictionary(page => page.Reference!.Number));
    private readonly Lazy<FieldIndex> _fields = new(() => new FieldIndex(step.New));

    public bool IsPage(int number) => _pages.Value.ContainsKey(number);

    /// <summary>An array that is an object of its own.</summary>
    public IReadOnlyList<Change>? Judge(int number, PdfArray old, PdfArray now)
    {
        var page = step.PagesWith(number).FirstOrDefault(page => UpdateStep.Is(step.Old.Dictionary(page.Reference)?["Annots"], number));
        var isForm = UpdateStep.Is(step.Old.Form?["Fields"], number);
        return page is not null ? Both(JudgeAnnotations(page, old.Items, now.Items), isForm ? JudgeFields(old.Items, now.Items) : [])
            : isForm ? JudgeFields(old.Items, now.Items)
            : null;
    }

    public IReadOnlyList<Change>? JudgePage(int number, PdfDictionary old, PdfDictionary now) => UpdateStep.Same(old, now, "Annots")
        ? JudgeAnnotations(_pages.Value[number], step.Old.Items(old["Annots"]), step.New.Items(now["Annots"]))
        : null;

    public IReadOnlyList<Change>? JudgeFields(IReadOnlyList<PdfValue> old, IReadOnlyList<PdfValue> now)
    {
        var added = Added(old, now);
        return added is not null && added.All(IsNewSignature) ? [.. added.Select(field => Made(step.New.Dictionary(field)!))] : null;
    }

    private IReadOnlyList<Change>? JudgeAnnotations(PageNode page, IReadOnlyList<PdfValue> old, IReadOnlyList<PdfValue> now)
    {
        var added = Added(old, now);
        return added is not null && added.All(IsNewWidget)
            ? [.. added.SelectMany(widget => Covering.Judge(step, page, step.New.Dictionary(widget)!, ((PdfReference)widget).Number))]
            : null;
    }

    private bool IsNewSignature(PdfValue value) => IsNew(value) && step.New.Dictionary(value) is { } field && field["FT"]?.AsName == "Sig"
        && step.New.Dictionary(field["V"]) is not null && IsHarmless(field);

    // A widget may be its field, or stand apart from it.
    private bool IsNewWidget(
        PdfValue value) => IsNew(value) && step.New.Dictionary(value) is { } widget && widget["Subtype"]?.AsName == "Widget" && IsHarmless(widget)
        && _fields.Value.Find(((PdfReference)value).Number) is { Kind: "Sig", Value: { } signature } && step.New.Dictionary(signature) is not null;

    private bool IsNew(PdfValue value) => value is PdfReference reference && step.Old.PlaceOf(reference.Number) is null;

    private static bool IsHarmless(PdfDictionary widget) => !Actions.Any(action => widget[action] is not null);

    private Change Made(PdfDictionary field) =>
        new(UpdateKind.SignatureMade, (field["T"] as PdfToken)?.AsText() ?? "") { IsTimestamp = IsTimestamp(step.New, field["V"]) };

    public static bool IsTimestamp(PdfFile file, PdfValue? signature) => file.Dictionary(signature)?["SubFilter"]?.AsName == CmsVerifier.DocumentTimestamp;

    private static List<PdfValue>? Added(IReadOnlyList<PdfValue> old, IReadOnlyList<PdfValue> now) =>
        now.Count >= old.Count && old.Select(item => item.Written).SequenceEqual(now.Take(old.Count).Select(item => item.Written))
            ? [.. now.Skip(old.Count)] : null;

    private static IReadOnlyList<Change>? Both(IReadOnlyList<Change>? one, IReadOnlyList<Change>? other) =>
        one is null || other is null ? null : [.. one, .. other];
}
