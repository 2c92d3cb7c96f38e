using System.Globalization;
using PublicAdmin.Documents.Uploads;
using PublicAdmin.Documents.Wallet;
using PublicAdmin.Dossiers;
using PublicAdmin.Eforms.Answers;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Procedures;

namespace PublicAdmin.Submission;

/// <summary>Turns the papers named in a form into papers of a dossier: each must fit a component and come from bytes a party to the dossier gave.</summary>
public sealed class PaperReferences(UploadStore uploads, WalletStore wallet, PaperOwners owners)
{
    /// <param name="giver">
    /// Who hands them in: a citizen only what the own account has sent, a clerk or a system what it sent for the applicant or the proxy.
    /// </param>
    /// <param name="consent">The applicant's, for papers of the wallet; null when nothing shows it.</param>
    /// <param name="firstId">The number of the first new paper in the dossier.</param>
    public async Task<Result<IReadOnlyList<Paper>>> ResolveAsync(
        Giver giver, Consent? consent, ProcedureVersion procedure, IReadOnlyList<PaperForm> forms, int firstId, DateTimeOffset now, CancellationToken ct)
    {
        var papers = new List<Paper>();
        for (var i = 0; i < forms.Count; i++)
        {
            var id = (firstId + i).ToString(CultureInfo.InvariantCulture);
            var resolved = await ResolveAsync(giver, consent, procedure, forms[i], id, now, ct);
            if (!resolved.Try(out var paper, out var refusal))
            {
                return refusal with { Field = $"papers[{i}]" };
            }

            papers.Add(paper);
        }

        return papers;
    }

    /// <summary>
    /// Files that answers of the e-form name: papers of the dossier like all others, kept and opened with it, each under the place of its answer.
    /// </summary>
    public async Task<Result<IReadOnlyList<Paper>>> OfAnswersAsync(
        Giver giver, IReadOnlyList<AnsweredFile> files, int firstId, DateTimeOffset now, CancellationToken ct)
    {
        var papers = new List<Paper>();
        foreach (var (file, n) in files.Select((file, n) => (file, n)))
        {
            var id = (firstId + n).ToString(CultureInfo.InvariantCulture);
            if (!PaperRules.FromAnswer(file.Field, file.Name, await FindAsync(giver, file.Upload, ct), id, now).Try(out var paper, out var refusal))
            {
                return refusal with { Field = file.Field };
            }

            papers.Add(paper);
        }

        return papers;
    }

    private async Task<Result<Paper>> ResolveAsync(
        Giver giver, Consent? consent, ProcedureVersion procedure, PaperForm form, string id, DateTimeOffset now, CancellationToken ct)
    {
        if (procedure.Components.FirstOrDefault(component => component.Id == form.Component) is not { } component)
        {
            return ProcedureRefusals.ComponentUnknown.With(form.Component);
        }

        if (PaperRules.ComponentBroken(component, procedure, giver.Caller.Kind is CallerKind.Staff) is { } broken)
        {
            return broken;
        }

        return form.WalletItem is { } item
            ? await FromWalletAsync(giver, form.Consent ? consent : null, component, item, id, now, ct)
            : PaperRules.FromUpload(component, await FindAsync(giver, form.Upload, ct), id, now);
    }

    private async Task<StoredPaper?> FindAsync(Giver giver, string? upload, CancellationToken ct) =>
        UploadId.TryParse(upload, out var id) && HandsOf(giver).Any(party => owners.Of(party).Key == id.Owner) ? await uploads.FindStoredAsync(id, ct) : null;

    private static IReadOnlyList<string> HandsOf(Giver giver) => giver.Caller.Kind is CallerKind.Citizen
        ? giver.Caller.PartyNumber is { } own ? [own] : []
        : PartyNumbers.Of(giver.Applicant, giver.Proxy);

    // Refused before the wallet is looked at: the answer tells a stranger nothing about it.
    private async Task<Result<Paper>> FromWalletAsync(
        Giver giver, Consent? consent, Component component, string id, string paperId, DateTimeOffset now, CancellationToken ct)
    {
        if (giver.Caller.Kind is CallerKind.Citizen && !giver.IsApplicant)
        {
            return ConsentRefusals.WalletNotYours;
        }

        if (giver.Caller.Kind is not CallerKind.Citizen && consent is null)
        {
            return ConsentRefusals.EvidenceMissing;
        }

        var item = WalletItem.IsId(id) ? await wallet.FindAsync(owners.Of(giver.Applicant), id, ct) : null;
        var bytes = item?.Upload is { } upload ? await uploads.FindStoredAsync(upload, ct) : null;
        return PaperRules.FromWallet(component, item, bytes, consent, paperId, now);
    }
}
