using PublicAdmin.Dossiers;
using PublicAdmin.Forms.Official;
using PublicAdmin.Offices;
using PublicAdmin.Platform;

namespace PublicAdmin.Results.Forms;

/// <summary>What all forms need: who heads it, what it says first, its number, and who signs.</summary>
/// <param name="At">The day on the paper, office time.</param>
public sealed record FormFrame(IssuingAgency Issuer, DossierHead Head, string Number, DateTimeOffset At, Signer Signer);

/// <summary>Prints the forms 01 to 06, each by its own printer.</summary>
public sealed class FormPrinter(
    PaperNames names, PaperSigners owners, FormNumbers numbers, ReceiptPrinter receipts, ApologyPrinter apologies, ControlSlips slips)
{
    public async Task<byte[]> PrintAsync(Dossier dossier, FormSource source, CancellationToken ct)
    {
        if (source.Form == OfficialForm.Apology)
        {
            return await apologies.PrintAsync(dossier, source.Event, source.Version, ct);
        }

        var frame = await FrameAsync(dossier, source, ct);
        return (source.Form, source.Event) switch
        {
            (var form, _) when form == OfficialForm.Control => await slips.PrintAsync(dossier, source.Events, frame, ct),
            (_, Accepted accepted) => await receipts.PrintAsync(dossier, accepted, frame, ct),
            (_, SupplementRequested { Request: var asked }) => new SupplementPaper(
                frame.Issuer, frame.Head, frame.Number, [.. asked.Items.Select(item => new AskedItem(item.What, item.Reason))], asked.Grounds, asked.Contact,
                frame.At)
            { Guide = frame.Signer }.Print(),
            (_, NotAccepted refused) =>
                new RefusalPaper(frame.Issuer, frame.Head, frame.Number, refused.Reason, refused.Ground, frame.At, frame.Signer).Print(),
            (_, Stopped stopped) => new StopPaper(
                frame.Issuer, frame.Head, frame.Number, dossier.ReceivedAt(), stopped.Reason, stopped.Ground, frame.At)
            { Head = frame.Signer }.Print(),
            _ => throw new ArgumentOutOfRangeException(nameof(source), source.Form.Code, "There is no such form."),
        };
    }

    private async Task<FormFrame> FrameAsync(Dossier dossier, FormSource source, CancellationToken ct)
    {
        var (form, e) = (source.Form, source.Event);
        var by = await owners.SignerOfAsync(form, e, dossier, ct);
        var title = form.Signer switch
        {
            FormSigner.Receiver => "NGƯỜI TIẾP NHẬN HỒ SƠ",
            FormSigner.Guide => "NGƯỜI HƯỚNG DẪN",
            FormSigner.Head => names.OfficeOf(dossier.Holding, dossier).SignatureTitle(e.Stamp.Signs),
            _ => "",
        };
        return new FormFrame(
            PaperSigners.IsOfCenter(form, e) ? names.CenterOf(dossier) : names.AgencyOf(dossier), await names.HeadAsync(dossier, ct),
            await numbers.NumberAsync(dossier, form, e, source.Version, ct), e.Stamp.At.Here(), new Signer(title, by.Name));
    }
}
