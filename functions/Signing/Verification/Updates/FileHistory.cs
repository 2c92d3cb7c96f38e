using PublicAdmin.Pdf.Reading;

namespace PublicAdmin.Signing.Verification.Updates;

/// <summary>
/// What happened to a signed file, update by update. Each update is judged once against the file right before it, so that the cost grows with the file
/// and not with the number of its signatures.
/// </summary>
internal sealed class FileHistory
{
    private const string BehindTheEnd = "EOF";

    private readonly FileRevisions? _revisions;
    private readonly List<IReadOnlyList<Change>> _steps = [];

    /// <param name="file">As it is now.</param>
    /// <param name="firstEnd">Where what its first signature covers ends.</param>
    /// <param name="ct">When time is up.</param>
    public FileHistory(PdfFile file, int firstEnd, CancellationToken ct)
    {
        _revisions = Read(file, firstEnd, ct);
        if (_revisions is null)
        {
            return;
        }

        Judge(_revisions);
        Problem = MissingParts.In(_revisions.First) ? SignatureProblems.Incomplete
            : TwoReadings.Differ(_revisions, ct) ? SignatureProblems.Ambiguous
            : null;
    }

    /// <summary>What keeps every signature from saying what the file shows; null when nothing does.</summary>
    public string? Problem { get; }

    /// <summary>What happened behind the bytes a signature covers.</summary>
    /// <param name="end">Where these end.</param>
    /// <param name="isNewest">No newer signature vouches for what happened: then only proofs may follow, and what every program notes when it saves.</param>
    public IReadOnlyList<Change> Since(int end, bool isNewest)
    {
        if (_revisions?.UpdatesAt(end) is not { } from || from > _steps.Count)
        {
            return [new(UpdateKind.Content, BehindTheEnd)];
        }

        var changes = _steps.Skip(from).SelectMany(step => step).ToList();
        if (_revisions.Oddity is not null)
        {
            changes.Add(new(UpdateKind.Content, BehindTheEnd));
        }

        return [.. changes.Select(change => isNewest && !MayFollow(change) ? change with { Kind = UpdateKind.Content } : change).Distinct()];
    }

    private static bool MayFollow(Change change) => change.Kind is UpdateKind.ValidationData or UpdateKind.Unclear || MetadataRules.IsTrace(change);

    private static FileRevisions? Read(PdfFile file, int firstEnd, CancellationToken ct)
    {
        try
        {
            return FileRevisions.Read(file, firstEnd, ct);
        }
        catch (BrokenPdfException e) when (e is not PdfTooComplexException)
        {
            return null; // What was signed is no file by itself.
        }
    }

    private void Judge(FileRevisions revisions)
    {
        var wanted = revisions.Updates.SelectMany(update => update.Entries).Select(entry => entry.Number)
            .Concat(Enumerable.Range(0, revisions.Updates.Count).SelectMany(n => StoreRules.Parts(revisions.Then(n))));
        var references = new References(revisions, wanted);
        for (var n = 0; n < revisions.Updates.Count; n++)
        {
            _steps.Add(Judge(new UpdateStep(revisions.Then(n), revisions.Then(n + 1), n, references), revisions.Updates[n]));
        }
    }

    private static IReadOnlyList<Change> Judge(UpdateStep step, StrictUpdate update)
    {
        try
        {
            return new UpdateJudge(step).Judge(update);
        }
        catch (BrokenPdfException e) when (e is not PdfTooComplexException)
        {
            return [new(UpdateKind.Content, BehindTheEnd)];
        }
    }
}
