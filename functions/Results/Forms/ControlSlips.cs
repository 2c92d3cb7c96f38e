using PublicAdmin.Deadlines;
using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Forms.Official;
using PublicAdmin.Offices;
using PublicAdmin.Platform;

namespace PublicAdmin.Results.Forms;

/// <summary>Form 06 of a dossier: who handed it to whom, when, and how it stood in time where the rules set one.</summary>
public sealed class ControlSlips(PaperNames names, DossierTerms terms, StaffDirectory staff)
{
    public async Task<byte[]> PrintAsync(Dossier dossier, IReadOnlyList<RecordedEvent> events, FormFrame frame, CancellationToken ct)
    {
        var (steps, holder) = (new List<HandOver>(), names.OfficeOf(dossier.Places.Receipt, dossier).Name.Vi);
        foreach (var e in events.Select(recorded => recorded.Event).Where(IsHandedOver))
        {
            var (from, to) = await HandedAsync(dossier, e, holder, ct);
            steps.Add(new HandOver(from, to, e.Stamp.At.Here(), ResultOf(dossier, e), NoteOf(e)));
            holder = e is Supplemented or Resumed or SupplementRequested or Suspended or PostingBegun or PostingEnded ? holder : to;
        }

        return new ControlPaper(frame.Issuer, frame.Head, frame.Number, dossier.ReceivedAt(), dossier.Deadline?.PromisedAt.Here(), steps, frame.At)
        {
            Competent = OfficeName(dossier.Places.Competent ?? dossier.Holding, dossier),
            Coordinating = [
                .. dossier.Offices.Where(office => office != dossier.Places.Receipt && office != dossier.Places.Competent)
                    .Select(office => OfficeName(office, dossier))],
        }.Print();
    }

    // A person where one is known, else the body: who gave, who took.
    private async Task<(string From, string To)> HandedAsync(Dossier dossier, DossierEvent e, string holder, CancellationToken ct)
    {
        var by = await NameAsync(e.Stamp.By, ct);
        return e switch
        {
            Accepted => (dossier.Applicant.Name, $"{by}, {names.OfficeOf(dossier.Places.Receipt, dossier).Name.Vi}"),
            Taken => (holder, by),
            Released => (by, holder),
            Assigned assigned => (by, await NameAsync(assigned.Handler, ct)),
            Transferred transferred => (by, OfficeName(transferred.To, dossier)),
            Proposed => (by, $"Lãnh đạo {OfficeName(dossier.Holding, dossier)}"),
            SentBack => (by, await NameAsync(dossier.Proposal!.By, ct)),
            Approved => (by, $"Văn thư {OfficeName(dossier.Holding, dossier)}"),
            Issued => (by, names.OfficeOf(dossier.Places.Receipt, dossier).Name.Vi),
            Returned { To: { Length: > 0 } other } => (by, other),
            Supplemented or Resumed => (dossier.Applicant.Name, holder),
            PostingBegun or PostingEnded => (holder, holder),
            _ => (by, dossier.Applicant.Name),
        };
    }

    private static bool IsHandedOver(
        DossierEvent e) => e is Accepted or Assigned or Taken or Released or Transferred or Proposed or SentBack or Approved or Issued or Returned
        or SupplementRequested or Supplemented or Suspended or Resumed or PostingBegun or PostingEnded;

    // The desk's decision and the result have a time of their own; between them the rules set none, and the slip claims none.
    private string? ResultOf(Dossier dossier, DossierEvent e) => e switch
    {
        Accepted => Words(Punctualities.Of(e.Stamp.At, terms.DecideBy(dossier))),
        Issued when dossier.Deadline is { } deadline => Words(Punctualities.Of(e.Stamp.At, deadline.OwedAt)),
        _ => null,
    };

    private static string Words(Punctuality punctuality) => punctuality switch
    {
        Punctuality.Ahead => "Trước hạn",
        Punctuality.OnTime => "Đúng hạn",
        _ => "Quá hạn",
    };

    private static string? NoteOf(DossierEvent e) => e switch
    {
        Transferred moved => moved.Reason,
        SentBack back => back.Reason,
        SupplementRequested => "Yêu cầu bổ sung; tạm dừng tính thời hạn",
        Supplemented => "Đã bổ sung",
        Suspended => "Yêu cầu thực hiện nghĩa vụ tài chính; tạm dừng tính thời hạn",
        Resumed => "Tiếp tục tính thời hạn",
        PostingBegun => "Niêm yết công khai; tạm dừng tính thời hạn",
        PostingEnded => "Hết thời gian niêm yết",
        _ => null,
    };

    private string OfficeName(string code, Dossier dossier) => names.OfficeOf(code, dossier).Authority.Vi;

    private async Task<string> NameAsync(string id, CancellationToken ct) => (await staff.FindAsync(id, ct))?.Name ?? id;
}
