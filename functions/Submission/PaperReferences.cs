using System.Globalization;
using PublicAdmin.Documents;
using PublicAdmin.Documents.Uploads;
using PublicAdmin.Documents.Wallet;
using PublicAdmin.Dossiers;
using PublicAdmin.Platform;
using PublicAdmin.Procedures;

namespace PublicAdmin.Submission;

/// <summary>Turns the papers named in a form into papers of a dossier: each must fit a component and come from bytes a party to the dossier gave.</summary>
public sealed class PaperReferences(UploadStore uploads, WalletStore wallet, PaperOwners owners)
{
    /// <param name="parties">Personal numbers of the applicant and whoever acts for them: a paper belongs to the person, whoever scanned it.</param>
    /// <param name="firstId">The number of the first new paper in the dossier.</param>
    public async Task<Result<IReadOnlyList<Paper>>> ResolveAsync(
        IReadOnlyList<string> parties, ProcedureVersion procedure, IReadOnlyList<PaperForm> forms, int firstId, DateTimeOffset now, CancellationToken ct)
    {
        var owned = parties.Select(owners.Of).ToList();
        var papers = new List<Paper>();
        for (var i = 0; i < forms.Count; i++)
        {
            var id = (firstId + i).ToString(CultureInfo.InvariantCulture);
            var resolved = await ResolveAsync(owned, procedure, forms[i], id, now, ct);
            if (!resolved.Try(out var paper, out var refusal))
            {
                return refusal with { Field = $"papers[{i}]" };
            }

            papers.Add(paper);
        }

        return papers;
    }

    private async Task<Result<Paper>> ResolveAsync(
        IReadOnlyList<PaperOwner> parties, ProcedureVersion procedure, PaperForm form, string id, DateTimeOffset now, CancellationToken ct)
    {
        if (procedure.Components.FirstOrDefault(component => component.Id == form.Component) is not { } component)
        {
            return ProcedureRefusals.ComponentUnknown.With(form.Component);
        }

        if (PaperRules.ComponentBroken(component) is { } broken)
        {
            return broken;
        }

        return form.WalletItem is { } item
            ? await FromWalletAsync(parties, component, item, form.Consent, id, now, ct)
            : PaperRules.FromUpload(component, await FindAsync(parties, form.Upload, ct), id, now);
    }

    private async Task<StoredPaper?> FindAsync(IReadOnlyList<PaperOwner> parties, string? upload, CancellationToken ct) =>
        UploadId.TryParse(upload, out var id) && parties.Any(party => party.Key == id.Owner) ? await uploads.FindStoredAsync(id, ct) : null;

    private async Task<Result<Paper>> FromWalletAsync(
        IReadOnlyList<PaperOwner> parties, Component component, string id, bool consent, string paperId, DateTimeOffset now, CancellationToken ct)
    {
        var item = WalletItem.IsId(id) ? await wallet.FindAsync(parties[0], id, ct) : null;
        var bytes = item?.Upload is { } upload ? await uploads.FindStoredAsync(upload, ct) : null;
        return PaperRules.FromWallet(component, item, bytes, consent, paperId, now);
    }
}
