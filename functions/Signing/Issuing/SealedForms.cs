using System.Globalization;
using PublicAdmin.Dossiers;
using PublicAdmin.Forms.Official;
using PublicAdmin.Platform;
using PublicAdmin.Signing.Pdf;

namespace PublicAdmin.Signing.Issuing;

/// <summary>Forms sealed when they are first asked for, and kept: asking again costs the vault nothing and gives the same bytes.</summary>
public sealed class SealedForms(DossierForms forms, ResultDrafts drafts, SigningCertificates certificates, PdfSigner signer, IBlobs blobs, TimeProvider clock)
{
    public async Task<Result<byte[]>> FindAsync(Dossier dossier, string form, CancellationToken ct)
    {
        if (await forms.PrintAsync(dossier, form, ct) is not { } printed)
        {
            return ResultRefusals.NoForm.With(dossier.Code, form);
        }

        var name = new BlobName(Containers.Results, string.Create(CultureInfo.InvariantCulture, $"{dossier.Code}/forms/{form}-{printed.Version}.pdf"));
        if (await blobs.ReadAsync(name, ct) is { } kept)
        {
            return kept;
        }

        try
        {
            var made = await SealAsync(dossier, form, printed.Pdf, ct);
            if (made.Refusal is null)
            {
                await blobs.CreateAsync(name, new MemoryStream(made.Value), BlobFacts.Of("application/pdf"), ct);
            }

            return made;
        }
        catch (SigningKeysBusyException e)
        {
            return ResultRefusals.VaultBusy.With().Knowing("retryAfterSeconds", (int)e.RetryAfter.TotalSeconds);
        }
    }

    private async Task<Result<byte[]>> SealAsync(Dossier dossier, string form, byte[] pdf, CancellationToken ct)
    {
        var owner = drafts.ReceiverOf(dossier);
        var found = await certificates.FindAsync(owner, ct);
        return found.Try(out var identity, out var refusal)
            ? await signer.SignAsync(
                pdf, identity, new SignatureRequest(FieldNames.Seal, identity.Name, $"Mẫu {form} của hồ sơ {dossier.Code}", clock.Now(), new SealLook(owner.Name)), ct)
            : refusal;
    }
}
