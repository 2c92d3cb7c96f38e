using Microsoft.Extensions.Logging;
using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Messages;
using PublicAdmin.Results.Elsewhere;
using PublicAdmin.Signing;

namespace PublicAdmin.Results;

/// <summary>
/// Ký số kết quả: the person signs exactly what was approved, then the agency numbers and seals it. Each step first asks whether its paper is
/// there; a vault or authority that is away puts the work off, and nothing is signed twice.
/// </summary>
public sealed partial class ResultSigning(
    DossierStore dossiers, ResultPrinter printer, PaperSigners owners, SignedResults results, PaperSigner signer, IssuedElsewhere elsewhere,
    ILogger<ResultSigning> log)
{
    private static readonly TimeSpan AuthoritiesAreAway = TimeSpan.FromMinutes(1);

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
            return await SettleAsync(dossier, ct) switch
            {
                null => Outcome.Done,
                { Kind: RefusalKind.Unavailable } => PutOff(dossier.Code, AuthoritiesAreAway),
                var refusal => GiveUp(dossier.Code, refusal.Code),
            };
        }
        catch (SigningKeysBusyException e)
        {
            return PutOff(dossier.Code, e.RetryAfter);
        }
    }

    private async Task<Refusal?> SettleAsync(Dossier dossier, CancellationToken ct)
    {
        if (dossier.Proposal!.Elsewhere is { } made)
        {
            return !await IsWhatWasApprovedAsync(dossier, ct) ? ResultRefusals.NotWhatWasApproved.With(dossier.Code)
                : dossier.Result is null ? null : (await elsewhere.IssueAsync(dossier, made, ct)).Refusal;
        }

        var signed = await ApproveAsync(dossier, ct);
        return signed.Refusal is null && dossier.Result is not null ? (await IssueAsync(dossier, signed.Value, ct)).Refusal : signed.Refusal;
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

        var made = await signer.SignAsync(
            await printer.PrintAsync(dossier, ct), await owners.LeaderOfAsync(dossier, ct), $"Phê duyệt kết quả hồ sơ {dossier.Code}", ct);
        if (!made.Try(out var signed, out var refusal))
        {
            return refusal;
        }

        await results.AddApprovedAsync(dossier, signed, ct);
        LogSigned(dossier.Code, signed.By.Key.Name, signed.By.Key.Version);
        return signed.Pdf;
    }

    private async Task<Result<byte[]>> IssueAsync(Dossier dossier, byte[] approved, CancellationToken ct)
    {
        if (await results.FindIssuedAsync(dossier, ct) is { } done)
        {
            return done;
        }

        var made = await signer.SealAsync(approved, owners.AgencyOf(dossier), $"Phát hành kết quả hồ sơ {dossier.Code}", printer.NumberAndDate(dossier), ct);
        if (!made.Try(out var signed, out var refusal))
        {
            return refusal;
        }

        await results.AddIssuedAsync(dossier, signed, ct);
        LogSigned(dossier.Code, signed.By.Key.Name, signed.By.Key.Version);
        return signed.Pdf;
    }

    // Read from the history, not from the state alone, and computed anew from the content: what was approved is what gets signed.
    private async Task<bool> IsWhatWasApprovedAsync(Dossier dossier, CancellationToken ct)
    {
        var events = await dossiers.EventsAsync(dossier.Code, 0, ct);
        var approved = events.Select(recorded => recorded.Event).OfType<Approved>().LastOrDefault()?.ProposalHash;
        var proposal = dossier.Proposal!;
        return approved == proposal.Hash && approved == DossierDecisions.HashOf(proposal.Outcome, proposal.Elsewhere?.Words ?? proposal.Content);
    }

    [LoggerMessage(LogLevel.Information, "{Code} signed with {Key}, version {Version}.")]
    private partial void LogSigned(DossierCode code, string key, string version);

    [LoggerMessage(LogLevel.Error, "{Code} was not signed: {Reason}.", EventName = "ResultNotSigned")]
    private partial void LogNotSigned(DossierCode code, string reason);

    [LoggerMessage(LogLevel.Warning, "The signing of {Code} is put off by {Wait}: the vault or the timestamp authority is away.", EventName = "SigningPutOff")]
    private partial void LogPutOff(DossierCode code, TimeSpan wait);
}
