using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Identity;
using PublicAdmin.Platform;

namespace PublicAdmin.Notifications.Staff;

/// <summary>
/// Letters the law asks for that no line carries: no e-mail, no gateway for the phone, or an address that refuses. They become work for the
/// receiving one-stop desk, which calls, or prints the form and posts it. None is lost in silence.
/// </summary>
public sealed class CounterTasks(Inbox inbox, DossierStore dossiers, LetterWriter writer)
{
    private const string Template = "tell-by-hand";

    /// <summary>Asked for twice, the task lies there once. It names the dossier and nobody's address.</summary>
    public Task PutAsync(Notice notice, Dossier dossier, CancellationToken ct)
    {
        var item = new InboxItem("", notice.At, Template, dossier.Code.ToString(), null, notice with { To = null });
        return inbox.PutAsync(Inbox.BoxOf(Role.Clerk, dossier.Places.Receipt), $"{dossier.Code}:{notice.Letter}:{notice.Version}:by-hand", item, ct);
    }

    /// <summary>The words of a line; of a task, from the dossier as it is now, so that a new telephone number is the one that is called.</summary>
    /// <returns>Null when there is nothing to tell any more.</returns>
    public async Task<InboxWords?> WordsAsync(InboxItem item, CancellationToken ct)
    {
        if (item.ToTell is not { } notice)
        {
            return item.Words;
        }

        var (dossier, e) = await dossiers.FindAsync(notice, ct);
        return Write(notice, dossier, e, Language.Vi) is { } vi && Write(notice, dossier, e, Language.En) is { } en ? InboxWords.Of(vi, en) : null;
    }

    private Letter? Write(Notice notice, Dossier dossier, DossierEvent e, Language language)
    {
        if (writer.Words(notice, dossier, e, language) is not { } letter)
        {
            return null;
        }

        var none = language is Language.Vi ? "không có" : "none";
        return LetterBook.Find(Template)!.Fill(
            new Dictionary<string, string>
            {
                ["phone"] = dossier.Applicant.Phone ?? none,
                ["address"] = dossier.Applicant.Address ?? none,
                ["print"] = !notice.IsAboutCalendar && OfficialForm.Of(e) is { } form ? Print(dossier.Code, form, language) : "",
                ["subject"] = letter.Subject,
                ["text"] = letter.Body,
            },
            language);
    }

    private static string Print(DossierCode code, OfficialForm form, Language language) => language is Language.Vi
        ? $"In Mẫu {form.Code} ({form.Name.Vi}) ở trang hồ sơ {code}."
        : $"Print form {form.Code} ({form.Name.En}) from the page of dossier {code}.";
}
