using PublicAdmin.Dossiers;
using PublicAdmin.Forms;
using PublicAdmin.Platform;
using PublicAdmin.Signing;

namespace PublicAdmin.Results.Forms;

/// <summary>Forms sealed when they are first asked for, and kept: asking again costs the vault nothing and gives the same bytes.</summary>
public sealed class SealedForms(DossierForms forms, ResultDrafts drafts, PaperSigner signer, FormShelf shelf)
{
    public async Task<Result<byte[]>> FindAsync(Dossier dossier, string form, CancellationToken ct)
    {
        if (await forms.FindAsync(dossier, form, ct) is not { } source)
        {
            return ResultRefusals.NoForm.With(dossier.Code, form);
        }

        if (await shelf.FindAsync(dossier.Code.ToString(), form, source.Version, ct) is { } kept)
        {
            return kept;
        }

        if (form == DossierForms.Apology)
        {
            return ResultRefusals.FormBeingSigned.With(dossier.Code, form); // The head signs it, not the center.
        }

        try
        {
            var made = await signer.SealAsync(await forms.PrintAsync(dossier, source, ct), drafts.ReceiverOf(dossier), $"Mẫu {form} của hồ sơ {dossier.Code}", null, ct);
            if (!made.Try(out var paper, out var refusal))
            {
                return refusal;
            }

            await shelf.AddAsync(dossier.Code.ToString(), form, source.Version, paper.Pdf, SignedResults.FactsOf(paper.By), ct);
            return paper.Pdf;
        }
        catch (SigningKeysBusyException e)
        {
            return ResultRefusals.VaultBusy.With().Knowing("retryAfterSeconds", (int)e.RetryAfter.TotalSeconds);
        }
    }
}
