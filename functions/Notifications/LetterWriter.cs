using PublicAdmin.Deadlines;
using PublicAdmin.Dossiers;
using PublicAdmin.Platform;

namespace PublicAdmin.Notifications;

/// <summary>Writes the letter a notice calls for, at the moment it is sent.</summary>
public sealed class LetterWriter(LetterFacts facts, DigestDesk digest, CalendarImpact impact)
{
    /// <returns>Null when what the letter would tell is no longer so.</returns>
    public async Task<Letter?> WriteAsync(Notice notice, Dossier? dossier, DossierEvent? e, Language language, CancellationToken ct)
    {
        if (dossier is null)
        {
            return await digest.WriteAsync(notice.Office!, language, ct);
        }

        var template = LetterBook.Find(notice.Letter)!;
        if (!notice.IsAboutCalendar)
        {
            return template.Fill(facts.Of(dossier, e!, language), language);
        }

        return impact.Find(dossier) is { } line ? template.Fill(facts.OfCalendar(dossier, line, language), language) : null;
    }
}
