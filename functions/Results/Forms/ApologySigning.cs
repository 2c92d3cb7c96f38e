using System.Globalization;
using Microsoft.Extensions.Logging;
using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Forms;
using PublicAdmin.Notifications;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Messages;
using PublicAdmin.Signing;

namespace PublicAdmin.Results.Forms;

/// <summary>
/// Ký văn bản xin lỗi (Mẫu 04): the head who apologised or extended signs the form, the agency seals it, and only then the letter goes to the citizen, with the
/// paper. A vault or authority that is away puts the work off; done twice, it is signed once and told once.
/// </summary>
public sealed partial class ApologySigning(
    DossierStore dossiers, ApologyPrinter printer, PaperSigners owners, PaperSigner signer, FormShelf shelf, IQueueSender queue, ILogger<ApologySigning> log)
{
    private static readonly TimeSpan AuthoritiesAreAway = TimeSpan.FromMinutes(1);

    /// <param name="code">The dossier.</param>
    /// <param name="version">Of the event by which the head apologised.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Outcome> SignAsync(DossierCode code, long version, CancellationToken ct)
    {
        if (await dossiers.FindAsync(code, ct) is not { Dossier: { Deadline: not null } dossier }
            || await dossiers.EventAsync(code, version, ct) is not { } e)
        {
            return Outcome.Never("no-apology");
        }

        try
        {
            var refusal = await shelf.FindAsync(code.ToString(), OfficialForm.Apology.Code, version, ct) is null
                ? await SignAsync(dossier, e, version, ct) : null;
            return refusal switch
            {
                null => await TellAsync(code, e, version, ct),
                { Kind: RefusalKind.Unavailable } => Outcome.Later(AuthoritiesAreAway),
                _ => GiveUp(code, refusal.Code),
            };
        }
        catch (SigningKeysBusyException busy)
        {
            return Outcome.Later(busy.RetryAfter);
        }
    }

    private async Task<Refusal?> SignAsync(Dossier dossier, DossierEvent e, long version, CancellationToken ct)
    {
        var pdf = await printer.PrintAsync(dossier, e, version, ct);
        var reason = $"Xin lỗi, hồ sơ {dossier.Code}";
        if (!(await signer.SignAsync(pdf, await owners.PersonAsync(e.Stamp.By, dossier, ct), reason, ct)).Try(out var signed, out var refusal)
            || !(await signer.SealAsync(signed.Pdf, owners.AgencyOf(dossier), reason, null, ct)).Try(out var paper, out refusal))
        {
            return refusal;
        }

        await shelf.AddAsync(dossier.Code.ToString(), OfficialForm.Apology.Code, version, paper.Pdf, SignedResults.FactsOf(paper.By), ct);
        return null;
    }

    private async Task<Outcome> TellAsync(DossierCode code, DossierEvent e, long version, CancellationToken ct)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"{code}:{version}");
        await queue.SendAsync(
            QueueMessage.Of(Queues.Notifications, id, new Notice(id, e is Extended ? "extended" : "apologised", e.Stamp.At, code, version)), ct);
        return Outcome.Done;
    }

    private Outcome GiveUp(DossierCode code, string reason)
    {
        LogNotSigned(code, reason);
        return Outcome.Never(reason);
    }

    [LoggerMessage(LogLevel.Error, "The apology of {Code} was not signed: {Reason}.")]
    private partial void LogNotSigned(DossierCode code, string reason);
}
