using PublicAdmin.Deadlines.Calendar;
using PublicAdmin.Dossiers;
using PublicAdmin.Forms;
using PublicAdmin.Notifications.Staff;
using PublicAdmin.Platform;

namespace PublicAdmin.Notifications;

/// <summary>Writes the letter a notice calls for, at the moment it is sent.</summary>
public sealed class LetterWriter(LetterFacts facts, DigestDesk digest, CalendarImpact impact, FormShelf shelf)
{
    /// <returns>Null when what the letter would tell is no longer so.</returns>
    public async Task<Letter?> WriteAsync(Notice notice, Dossier? dossier, DossierEvent? e, Language language, CancellationToken ct)
    {
        if (dossier is null)
        {
            return notice.Facts is { } told ? OfficeLetters.Filled(notice.Letter, told, language) : await digest.WriteAsync(notice.Office!, language, ct);
        }

        return Words(notice, dossier, e!, language) is { } letter ? letter with { Paper = await PaperAsync(notice, dossier, e!, ct) } : null;
    }

    /// <summary>The letter without the paper that goes with it.</summary>
    /// <returns>Null when what it would tell is no longer so.</returns>
    public Letter? Words(Notice notice, Dossier dossier, DossierEvent e, Language language)
    {
        var template = LetterBook.Find(notice.Letter)!;
        if (notice.Letter == NoticesOfEvents.Filed && dossier.Phase is not Phase.Registered)
        {
            return null; // Answered before the letter that it arrived went out.
        }

        if (!notice.IsAboutCalendar)
        {
            return template.Fill(facts.Of(dossier, e, language), language);
        }

        return impact.Find(dossier) is { } line ? template.Fill(facts.OfCalendar(dossier, line, language), language) : null;
    }

    private async Task<Attachment?> PaperAsync(Notice notice, Dossier dossier, DossierEvent e, CancellationToken ct) =>
        !notice.IsAboutCalendar && OfficialForm.Of(e) is { Signer: FormSigner.Head, Code: var form }
            && await shelf.FindAsync(dossier.Code.ToString(), form, notice.Version, ct) is { } pdf
            ? new Attachment($"{dossier.Code}-{form}.pdf", pdf)
            : null;
}
