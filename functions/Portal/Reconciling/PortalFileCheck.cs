using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Portal.Outbound;

namespace PublicAdmin.Portal.Reconciling;

/// <summary>Holds what the portal lists of a dossier's files against ours: by id, name and, where it names one, digest.</summary>
public sealed class PortalFileCheck(DossierStore dossiers, PortalFiles files)
{
    // Of each side; the rest is seen once these are mended. A row holds no more of what a foreign system says.
    private const int MostShown = 20;
    private const int LongestName = 120;

    /// <param name="code">Of a dossier that stands at both sides alike otherwise.</param>
    /// <param name="ours">Ours.</param>
    /// <param name="theirs">What the portal has.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>Null while they are alike, or the portal says nothing of files.</returns>
    public async Task<PortalDifference?> OfAsync(string code, OurDossier ours, PortalFacts theirs, CancellationToken ct)
    {
        if (theirs.Files is not { } told || (ours.MostFiles is 0 && told.Count is 0)
            || await dossiers.FindAsync(DossierCode.Parse(code), ct) is not { Dossier: var dossier })
        {
            return null;
        }

        var had = await files.ListAsync(dossier, ct);
        var (missing, strange) = (Without(had, told), Without(told, had));
        return missing.Count is 0 && strange.Count is 0 ? null
            : new(code, PortalDifferenceKind.FilesDiffer, ours.Office, ours.Facts with { Files = missing }, theirs with { Files = strange });
    }

    private static List<ToldFile> Without(IReadOnlyList<ToldFile> these, IReadOnlyList<ToldFile> those) =>
        [.. these.Where(one => !those.Any(one.IsLike)).Take(MostShown).Select(one => one with { Id = Short(one.Id), Name = Short(one.Name) })];

    private static string Short(string text) => text.Length <= LongestName ? text : text[..LongestName];
}
