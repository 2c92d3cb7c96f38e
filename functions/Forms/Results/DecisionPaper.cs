using PublicAdmin.Forms.Layout;
using PublicAdmin.Forms.Official;
using static PublicAdmin.Forms.Official.OfficialPaper;

namespace PublicAdmin.Forms.Results;

/// <summary>Quyết định, or any result that is text.</summary>
/// <param name="Title">Such as <c>QUYẾT ĐỊNH</c>.</param>
/// <param name="About">Về việc …; null for none.</param>
/// <param name="Grounds">Căn cứ, one line each.</param>
/// <param name="Articles">Paragraphs; one beginning with "Điều" has its number in bold.</param>
public sealed record DecisionPaper(string Title, string? About, IReadOnlyList<string> Grounds, IReadOnlyList<string> Articles) : ResultContent
{
    private protected override string Name => About is null ? Title : $"{Title} {About}";

    // Decree 30/2020 says how large a decision is set, however long it is.
    private protected override bool OnOnePage => false;

    private protected override IEnumerable<Block> Blocks(IssuingAgency issuer)
    {
        yield return About is null ? OfficialPaper.Title(Title.ToUpperInvariant()) : OfficialPaper.Title(Title.ToUpperInvariant(), About);
        foreach (var ground in Grounds)
        {
            yield return Body(Run.Italic(ground));
        }

        foreach (var article in Articles)
        {
            var dot = article.StartsWith("Điều ", StringComparison.Ordinal) ? article.IndexOf('.', StringComparison.Ordinal) : -1;
            yield return dot < 0 ? Body(article) : Body(Run.Bold(article[..(dot + 1)]), article[(dot + 1)..]);
        }
    }
}
