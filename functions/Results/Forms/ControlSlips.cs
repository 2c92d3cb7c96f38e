using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Forms.Official;
using PublicAdmin.Offices;
using PublicAdmin.Platform;

namespace PublicAdmin.Results.Forms;

/// <summary>Form 06 of a dossier: who handed it to whom, and whether in time.</summary>
public sealed class ControlSlips(ResultDrafts drafts, StaffDirectory staff)
{
    public async Task<byte[]> PrintAsync(Dossier dossier, IReadOnlyList<RecordedEvent> events, Issuer center, DossierHead head, string number, DateTimeOffset at, CancellationToken ct)
    {
        var steps = new List<HandOver>();
        var last = center.Agency;
        foreach (var e in events.Select(recorded => recorded.Event).Where(e => e is Accepted or Assigned or Taken or Transferred or Proposed or SentBack or Approved or Issued or Returned))
        {
            var next = await NextAsync(dossier, e, ct);
            var late = dossier.Deadline is { } deadline && e.Stamp.At > deadline.DueAt;
            steps.Add(new HandOver(last, next, e.Stamp.At.Here(), late ? "Quá hạn" : "Đúng hạn", e is Transferred moved ? moved.Reason : (e as SentBack)?.Reason));
            last = next;
        }

        return new ControlSlip(center, head, (dossier.Deadline?.ReceivedAt ?? dossier.SubmittedAt).Here(), dossier.Deadline?.PromisedAt.Here(), steps, at) { Number = number }.Print();
    }

    private async Task<string> NextAsync(Dossier dossier, DossierEvent e, CancellationToken ct) => e switch
    {
        Accepted => drafts.OfficeOf(dossier.Places.Competent ?? dossier.Holding, dossier).Authority.Vi,
        Assigned assigned => await NameAsync(assigned.Handler, ct),
        Transferred transferred => drafts.OfficeOf(transferred.To, dossier).Authority.Vi,
        Taken => await NameAsync(e.Stamp.By, ct),
        Proposed => "Lãnh đạo",
        SentBack => "Chuyên viên",
        Approved => "Văn thư",
        Issued => "Bộ phận trả kết quả",
        _ => dossier.Applicant.Name,
    };

    private async Task<string> NameAsync(string id, CancellationToken ct) => (await staff.FindAsync(id, ct))?.Name ?? id;
}
