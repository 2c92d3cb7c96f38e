using PublicAdmin.Deadlines;
using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Forms.Official;
using PublicAdmin.Platform;

namespace PublicAdmin.Results.Forms;

/// <summary>Prints form 01: what was handed in, until when it is promised, and with what anybody tracks it.</summary>
public sealed class ReceiptPrinter(DossierStore dossiers, PaperNames names, DossierTerms terms, TrackingSecrets secrets, TrackingPages pages)
{
    private const string EForm = "Tờ khai điện tử";

    public async Task<byte[]> PrintAsync(Dossier dossier, Accepted accepted, FormFrame frame, CancellationToken ct)
    {
        var papers = await dossiers.PapersAsync(dossier.Code, ct);
        return new ReceiptPaper(
            frame.Issuer, frame.Head, frame.Number, ComponentsOf(dossier, papers), terms.PromisedTerm(dossier).Vi,
            accepted.Deadline.ReceivedAt.Here(), accepted.Deadline.PromisedAt.Here())
        {
            ReturnAt = ReturnPlaceOf(dossier),
            Receiver = frame.Signer,
            Proxy = dossier.Proxy is { } person ? new Party(person.Name, person.PersonalNumber) : null,
            Tracking = new TrackingSlip(secrets.Of(dossier), pages.Shown, pages.LinkOf(dossier.Code, secrets.Of(dossier))),
            RegisterEntry = frame.Number.Split('/')[0],
        }.Print();
    }

    // Each kind of paper once, with how many there are of it; what a database answered was handed in by nobody.
    private static List<HandedIn> ComponentsOf(Dossier dossier, IReadOnlyList<Paper> papers) =>
    [
        .. dossier.HasForm ? new[] { new HandedIn(EForm) } : [],
        .. papers.Where(paper => paper.Lineage is not Lineage.FromDatabase).GroupBy(paper => paper.Name).Select(kind => new HandedIn(kind.Key, kind.Count())),
    ];

    private string ReturnPlaceOf(Dossier dossier) => dossier.ReturnWay switch
    {
        ReturnWay.Electronic => "Cổng Dịch vụ công quốc gia, VNeID",
        ReturnWay.Post => "Địa chỉ của người nhận, qua dịch vụ bưu chính công ích",
        _ => names.OfficeOf(dossier.Places.Receipt, dossier).Name.Vi,
    };
}
