using Microsoft.Extensions.Logging;
using PublicAdmin.Dossiers;
using PublicAdmin.Forms.Official;
using PublicAdmin.Platform;
using PublicAdmin.Signing.Pdf;

namespace PublicAdmin.Signing.Issuing;

/// <summary>
/// Ký số kết quả: the person signs exactly what was approved, then the agency numbers and seals it. Each step first asks whether its paper is
/// there; a vault or authority that is away puts the work off, and nothing is signed twice.
/// </summary>
public sealed partial class ResultSigning(
    DossierStore dossiers, ResultDrafts drafts, SignedResults results, SigningCertificates certificates, PdfSigner signer, TimeProvider clock, ILogger<ResultSigning> log)
{
    private static readonly TimeSpan TimestampsAreAway = TimeSpan.FromMinutes(1);

    public async Task<Outcome> SignAsync(ResultToSign message, CancellationToken ct)
    {
        if (await dossiers.FindAsync(message.Code, ct) is not { Dossier: { Proposal: not null } dossier })
        {
            return Outcome.Never("no-proposal");
        }

        if (!IsSettled(dossier.Phase))
        {
            return Outcome.Done; // Approved once, but sent back or ended since.
        }

        try
        {
            var signed = await ApproveAsync(dossier, ct);
            var sealed_ = signed.Refusal is null && dossier.Result is not null ? await IssueAsync(dossier, signed.Value, ct) : signed;
            return sealed_.Refusal is { } refusal ? GiveUp(dossier.Code, refusal.Code) : Outcome.Done;
        }
        catch (SigningKeysBusyException e)
        {
            return PutOff(dossier.Code, e.RetryAfter);
        }
        catch (HttpRequestException)
        {
            return PutOff(dossier.Code, TimestampsAreAway);
        }
    }

    private Outcome GiveUp(DossierCode code, string reason)
    {
        LogNotSigned(code, reason);
        return Outcome.Never(reason);
    }

    private Outcome PutOff(DossierCode code, TimeSpan wait)
    {
        LogPutOff(code, wait);
        return Outcome.Later(wait);
    }

    private static bool IsSettled(Phase phase) => phase is Phase.Approved or Phase.Issued or Phase.Returned;

    private async Task<Result<byte[]>> ApproveAsync(Dossier dossier, CancellationToken ct)
    {
        if (await results.FindApprovedAsync(dossier, ct) is { } done)
        {
            return done;
        }

        if (!await IsWhatWasApprovedAsync(dossier, ct))
        {
            return ResultRefusals.NotWhatWasApproved.With(dossier.Code);
        }

        var owner = await drafts.LeaderOfAsync(dossier, ct);
        var found = await certificates.FindAsync(owner, ct);
        if (!found.Try(out var identity, out var refusal))
        {
            return refusal;
        }

        var request = new SignatureRequest(FieldNames.Person, identity.Name, $"Phê duyệt kết quả hồ sơ {dossier.Code}", clock.Now(), new PersonLook(owner.Name));
        var signed = await signer.SignAsync(await drafts.PrintAsync(dossier, ct), identity, request, ct);
        if (signed.Refusal is null)
        {
            await results.AddApprovedAsync(dossier, signed.Value, identity.Key, ct);
            LogSigned(dossier.Code, identity.Key.Name, identity.Key.Version);
        }

        return signed;
    }

    private async Task<Result<byte[]>> IssueAsync(Dossier dossier, byte[] approved, CancellationToken ct)
    {
        if (await results.FindIssuedAsync(dossier, ct) is { } done)
        {
            return done;
        }

        var owner = drafts.AgencyOf(dossier);
        var found = await certificates.FindAsync(owner, ct);
        if (!found.Try(out var identity, out var refusal))
        {
            return refusal;
        }

        var request = new SignatureRequest(FieldNames.Seal, identity.Name, $"Phát hành kết quả hồ sơ {dossier.Code}", clock.Now(), new SealLook(owner.Name))
        {
            Fill = drafts.NumberAndDate(dossier),
        };
        var signed = await signer.SignAsync(approved, identity, request, ct);
        if (signed.Refusal is null)
        {
            await results.AddIssuedAsync(dossier, signed.Value, identity.Key, clock.GetUtcNow(), ct);
            LogSigned(dossier.Code, identity.Key.Name, identity.Key.Version);
        }

        return signed;
    }

    // Read from the history, not from the state alone, and computed anew from the content: what was approved is what gets signed.
    private async Task<bool> IsWhatWasApprovedAsync(Dossier dossier, CancellationToken ct)
    {
        var events = await dossiers.EventsAsync(dossier.Code, 0, ct);
        var approved = events.Select(recorded => recorded.Event).OfType<Approved>().LastOrDefault()?.ProposalHash;
        return approved == dossier.Proposal!.Hash && approved == DossierDecisions.HashOf(dossier.Proposal.Outcome, dossier.Proposal.Content);
    }

    [LoggerMessage(LogLevel.Information, "{Code} signed with {Key}, version {Version}.")]
    private partial void LogSigned(DossierCode code, string key, string version);

    [LoggerMessage(LogLevel.Error, "{Code} was not signed: {Reason}.", EventName = "ResultNotSigned")]
    private partial void LogNotSigned(DossierCode code, string reason);

    [LoggerMessage(LogLevel.Warning, "The signing of {Code} is put off by {Wait}: the vault or the timestamp authority is away.", EventName = "SigningPutOff")]
    private partial void LogPutOff(DossierCode code, TimeSpan wait);
}
