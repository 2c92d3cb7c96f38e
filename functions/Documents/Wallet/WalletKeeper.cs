using PublicAdmin.Documents.Uploads;
using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Messages;
using PublicAdmin.Platform.Storage;
using PublicAdmin.Procedures;

namespace PublicAdmin.Documents.Wallet;

/// <summary>
/// Keeps the stores of papers in step with dossiers: papers given are in use and stay; reuse is recorded with its consent; an accepted
/// dossier's scans, and a result once it is returned, come into the applicant's wallet. Doing any of it twice changes nothing.
/// </summary>
public sealed class WalletKeeper(
    DossierStore dossiers, UploadStore uploads, WalletStore wallet, PaperOwners owners, ProcedureCatalogue procedures, TimeProvider clock)
{
    public async Task<Outcome> KeepAsync(DossierPapersChanged message, int attempt, CancellationToken ct)
    {
        if (await dossiers.FindAsync(message.Code, ct) is not { } stored)
        {
            return Outcome.Never("dossier-unknown");
        }

        var e = await dossiers.EventAsync(message.Code, message.Version, ct);
        try
        {
            await KeepAsync(stored.Dossier, e, ct);
            return Outcome.Done;
        }
        catch (StaleRowException)
        {
            return Outcome.Later(TimeSpan.FromSeconds(1)); // The person's wallet changed at the same moment.
        }
    }

    private Task KeepAsync(Dossier dossier, DossierEvent? e, CancellationToken ct) => e switch
    {
        Submitted submitted => UseAsync(dossier, submitted.Filing.Papers, ct),
        Supplemented supplemented => UseAsync(dossier, supplemented.Papers, ct),
        FilesFetched fetched => UseAsync(dossier, fetched.Papers, ct),
        Accepted => KeepPapersAsync(dossier, ct),
        Returned => KeepResultAsync(dossier, ct),
        ResultRevoked revoked => wallet.WithdrawAsync(
            owners.Of(dossier.Applicant.PersonalNumber), TypeOf(dossier), dossier.Code, DateOnly.FromDateTime(revoked.Stamp.At.Here().DateTime), ct),
        _ => Task.CompletedTask,
    };

    private async Task UseAsync(Dossier dossier, IReadOnlyList<Paper> papers, CancellationToken ct)
    {
        var owner = owners.Of(dossier.Applicant.PersonalNumber);
        foreach (var paper in papers)
        {
            if (UploadId.TryParse(paper.Source, out var id) && await uploads.FindStoredAsync(id, ct) is { UsedAt: null } stored)
            {
                await uploads.ReplaceAsync(stored with { UsedAt = clock.GetUtcNow() }, ct);
            }
            else if (PaperRules.WalletIdOf(paper) is { } item && paper.Consent is { } consent)
            {
                await wallet.RecordUseAsync(owner, item, paper.Id, new WalletUse(dossier.Code, consent), ct);
            }
        }
    }

    private async Task KeepPapersAsync(Dossier dossier, CancellationToken ct)
    {
        foreach (var paper in await dossiers.PapersAsync(dossier.Code, ct))
        {
            if (paper.Lineage is Lineage.Scanned && IsToBeKept(dossier, paper) && UploadId.TryParse(paper.Source, out var upload))
            {
                var item = new WalletItem("", paper.Component, paper.Name, WalletOrigin.Paper, dossier.Code, clock.GetUtcNow(), upload);
                await wallet.KeepAsync(owners.Of(dossier.Applicant.PersonalNumber), item, ct);
            }
        }
    }

    // Hidden from the citizen until it is returned; then it is theirs to use again.
    private async Task KeepResultAsync(Dossier dossier, CancellationToken ct)
    {
        if (dossier.Result is { Outcome: Decision.Grant } result)
        {
            var item = new WalletItem(
                "", TypeOf(dossier), $"{result.Elsewhere?.Kind ?? "Kết quả"} {result.Number}", WalletOrigin.Result, dossier.Code, clock.GetUtcNow(),
                Number: result.Number, Issuer: result.Elsewhere is null ? dossier.Holding : null, IssuedOn: result.Date,
                WithdrawnOn: dossier.Revocation is { } revoked ? DateOnly.FromDateTime(revoked.At.Here().DateTime) : null);
            await wallet.KeepAsync(owners.Of(dossier.Applicant.PersonalNumber), item, ct);
        }
    }

    private static string TypeOf(Dossier dossier) => PaperRules.ResultTypePrefix + dossier.Procedure.Code;

    // An original shown at the desk was scanned for one purpose, its certified copy, and is kept for no other; a picture of an e-form belongs to its answer.
    private bool IsToBeKept(Dossier dossier, Paper paper) =>
        procedures.AskedOf(dossier)?.Components.Any(
            component => component.Id == paper.Component && component.Form is not ComponentForm.Shown) is true;
}
