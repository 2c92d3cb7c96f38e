using System.Globalization;
using PublicAdmin.Pdf;
using PublicAdmin.Pdf.Reading;

namespace PublicAdmin.Signing.Verification;

/// <summary>
/// What updates did between a signed revision and the file as it is now. Every object of the old revision that changed must have changed in a
/// way a form allows; everything else is content. New objects matter only where a changed object refers to them, unless an old one was
/// already waiting for them.
/// </summary>
internal sealed class RevisionChanges
{
    private readonly PdfFile _old;
    private readonly PdfFile _new;
    private readonly FormRules _rules;
    private readonly List<Change> _changes = [];

    private RevisionChanges(PdfFile old, PdfFile @new) => (_old, _new, _rules) = (old, @new, new FormRules(old, @new));

    public static IReadOnlyList<Change> Between(PdfFile old, PdfFile @new)
    {
        var changes = new RevisionChanges(old, @new);
        changes.CompareTrailers();
        foreach (var number in old.Numbers.Where(changes.MayDiffer))
        {
            changes.Compare(number);
        }

        changes.FindWaited();
        return changes._changes;
    }

    private void CompareTrailers()
    {
        if (_old.Trailer["Root"]?.Written != _new.Trailer["Root"]?.Written)
        {
            Note(ChangeKind.Content, "Root");
        }
        else if (_old.CrossReferencesAt == _new.CrossReferencesAt && _new.Bytes.Span[_old.Bytes.Length..].IndexOfAnyExcept("\r\n\t "u8) >= 0)
        {
            Note(ChangeKind.Content, "EOF"); // Bytes behind the end, in no revision.
        }
    }

    // The same place means the same bytes, for an update never touches them.
    private bool MayDiffer(int number)
    {
        var (before, after) = (_old.PlaceOf(number), _new.PlaceOf(number));
        return before != after || (before is { Stream: { } stream } && _old.PlaceOf(stream) != _new.PlaceOf(stream));
    }

    private void Compare(int number)
    {
        var (before, after) = (_old.Load(number), _new.Load(number));
        if (before.Written != after.Written)
        {
            _changes.AddRange(_rules.Judge(number, before, after) ?? [new Change(ChangeKind.Content, Describe(number))]);
        }
    }

    // An object that an old one refers to but that did not exist could be slipped in later and change what is seen.
    private void FindWaited()
    {
        foreach (var reference in _old.Numbers.Where(number => !MayDiffer(number)).SelectMany(number => References(_old.Load(number))).Distinct())
        {
            if (_old.PlaceOf(reference) is null && _new.PlaceOf(reference) is not null)
            {
                Note(ChangeKind.Content, Describe(reference));
            }
        }
    }

    private static IEnumerable<int> References(PdfValue value) => value switch
    {
        PdfReference reference => [reference.Number],
        PdfArray array => array.Items.SelectMany(References),
        PdfDictionary dictionary => dictionary.Entries.Values.SelectMany(References),
        PdfStream stream => References(stream.Dictionary),
        _ => [],
    };

    private string Describe(int number)
    {
        for (var n = 0; n < _old.Pages.Count; n++)
        {
            if (_old.Pages[n].Reference!.Number == number || ContentsOf(_old.Pages[n]).Contains(number))
            {
                return string.Create(CultureInfo.InvariantCulture, $"page {n + 1}");
            }
        }

        return string.Create(CultureInfo.InvariantCulture, $"object {number}");
    }

    private static IEnumerable<int> ContentsOf(PageNode page) => page.Dictionary["Contents"] is { } contents ? References(contents) : [];

    private void Note(ChangeKind kind, string what) => _changes.Add(new Change(kind, what));
}
