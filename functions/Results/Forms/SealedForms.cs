using PublicAdmin.Dossiers;
using PublicAdmin.Forms;
using PublicAdmin.Platform;
using PublicAdmin.Signing;

namespace PublicAdmin.Results.Forms;

/// <summary>
/// Forms signed by whoever did what they tell, and sealed, when they are first asked for, and kept: asking again costs the vault nothing and gives the same
/// bytes. A seal closes only what somebody signed (Decree 30/2020, Article 33): who has no certificate yet signs the print by hand, and it bears no seal.
/// </summary>
public sealed class SealedForms(FormSources sources, FormPrinter printer, PaperSigners owners, PaperSigner signer, FormShelf shelf)
{
    private static readonly string[] SignsByHand = [SigningRefusals.CertificateMissing.Code, SigningRefusals.KeyUnknown.Code];

    public async Task<Result<byte[]>> FindAsync(Dossier dossier, string form, CancellationToken ct)
    {
        if (await sources.FindAsync(dossier, form, ct) is not { } source)
        {
            return ResultRefusals.NoForm.With(dossier.Code, form);
        }

        if (await shelf.FindAsync(dossier.Code.ToString(), form, source.Edition, ct) is { } kept)
        {
            return kept;
        }

        if (source.Form == OfficialForm.Apology)
        {
            return ResultRefusals.FormBeingSigned.With(dossier.Code, form); // Signed when the head apologises, not when somebody asks.
        }

        var pdf = await printer.PrintAsync(dossier, source, ct);
        return source.Form.Signer is FormSigner.Nobody || source.Event.Stamp.By == Stamp.Clockwork ? pdf : await SignAsync(dossier, source, pdf, ct);
    }

    private async Task<Result<byte[]>> SignAsync(Dossier dossier, FormSource source, byte[] pdf, CancellationToken ct)
    {
        try
        {
            var signed = await SignedAndSealedAsync(dossier, source, pdf, ct);
            if (!signed.Try(out var paper, out var refusal))
            {
                return SignsByHand.Contains(refusal.Code) ? pdf : refusal;
            }

            await shelf.AddAsync(dossier.Code.ToString(), source.Form.Code, source.Edition, paper.Pdf, SignedResults.FactsOf(paper.By), ct);
            return paper.Pdf;
        }
        catch (SigningKeysBusyException e)
        {
            return ResultRefusals.Busy(e);
        }
    }

    private async Task<Result<SignedPaper>> SignedAndSealedAsync(Dossier dossier, FormSource source, byte[] pdf, CancellationToken ct)
    {
        var reason = $"Mẫu {source.Form.Code} của hồ sơ {dossier.Code}";
        var person = await owners.SignerOfAsync(source.Form, source.Event, dossier, ct);
        return (await signer.SignAsync(pdf, person, reason, ct)).Try(out var signed, out var refusal)
            ? await signer.SealAsync(signed.Pdf, owners.SealOf(source.Form, source.Event, dossier), reason, null, ct)
            : refusal;
    }
}
