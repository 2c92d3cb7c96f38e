using PublicAdmin.Forms.Official;
using PublicAdmin.Platform;
using PublicAdmin.Signing;
using PublicAdmin.Signing.Certificates;
using PublicAdmin.Signing.Pdf;

namespace PublicAdmin.Results;

/// <param name="By">Whose key signed, with what was known of its certificate then.</param>
public sealed record SignedPaper(byte[] Pdf, SigningIdentity By);

/// <summary>Signs the office's papers: for a person first, then for an agency, whose seal closes the paper.</summary>
public sealed class PaperSigner(SigningCertificates certificates, SignaturePictures pictures, PdfSigner signer, LongTermProofs proofs, TimeProvider clock)
{
    private static readonly Dictionary<string, string> Nothing = [];

    public Task<Result<SignedPaper>> SignAsync(byte[] pdf, SigningOwner person, string reason, CancellationToken ct) =>
        SignAsync(pdf, person, (name, picture) => new SignatureRequest(FieldNames.Person, name, reason, clock.Now(), new PersonLook(person.Name, picture)), ct);

    /// <param name="pdf">The paper, signed or not.</param>
    /// <param name="agency">Whose seal.</param>
    /// <param name="reason">For whoever opens the signature's properties.</param>
    /// <param name="fill">Texts for the fields the paper left open.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Result<SignedPaper>> SealAsync(
        byte[] pdf, SigningOwner agency, string reason, IReadOnlyDictionary<string, string>? fill, CancellationToken ct)
    {
        var made = await SignAsync(
            pdf, agency, (name, picture) =>
                new SignatureRequest(FieldNames.Seal, name, reason, clock.Now(), new SealLook(agency.Name, picture)) { Fill = fill ?? Nothing }, ct);
        return made.Try(out var paper, out var refusal) ? await CloseAsync(paper, ct) : refusal;
    }

    private async Task<Result<SignedPaper>> SignAsync(
        byte[] pdf, SigningOwner owner, Func<string, SignaturePicture?, SignatureRequest> request, CancellationToken ct)
    {
        var found = await certificates.FindAsync(owner, ct);
        if (!found.Try(out var identity, out var refusal))
        {
            return refusal;
        }

        var signed = await signer.SignAsync(pdf, identity, request(identity.Name, await pictures.ReadAsync(identity.Picture, ct)), ct);
        return signed.Try(out var bytes, out refusal) ? new SignedPaper(bytes, identity) : refusal;
    }

    // Behind the last signature, since any later one would have to vouch for it; and only where somebody can be asked, since it takes a whole verification.
    private async Task<Result<SignedPaper>> CloseAsync(SignedPaper paper, CancellationToken ct)
    {
        if (paper.By.Proofs.Count == 0)
        {
            return paper;
        }

        var closed = await proofs.AddAsync(paper.Pdf, ct);
        return closed.Try(out var bytes, out var refusal) ? paper with { Pdf = bytes } : refusal;
    }
}
