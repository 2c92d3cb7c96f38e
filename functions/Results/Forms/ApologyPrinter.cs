using PublicAdmin.Deadlines;
using PublicAdmin.Dossiers;
using PublicAdmin.Forms.Official;
using PublicAdmin.Identity;
using PublicAdmin.Offices;
using PublicAdmin.Platform;

namespace PublicAdmin.Results.Forms;

/// <summary>Prints form 04: before the promised time the one text, after it the other.</summary>
public sealed class ApologyPrinter(PaperNames names, FormNumbers numbers, DossierTerms terms, StaffDirectory staff)
{
    /// <summary>As the head of the agency would sign it, to be read before.</summary>
    /// <param name="dossier">With an apology drafted.</param>
    /// <param name="head">The leader who reads it; null for a blank.</param>
    /// <param name="reason">Null leaves a dotted line.</param>
    /// <param name="newDay">Null leaves a dotted line.</param>
    /// <param name="now">The day on the paper.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<byte[]> DraftAsync(Dossier dossier, Caller? head, string? reason, DateOnly? newDay, DateTimeOffset now, CancellationToken ct)
    {
        var paper = await PaperAsync(dossier, numbers.Unnumbered(dossier, OfficialForm.Apology), now, ct);
        var signs = head?.Duties.FirstOrDefault(duty => duty.Role is Role.Leader)?.Signs;
        return (paper with
        {
            Reason = reason,
            NewDate = newDay is { } day ? ClosingOf(dossier, day) : null,
            Late = now > dossier.Deadline!.DueAt,
            Head = new Signer(TitleOf(dossier, signs), head is null ? null : await NameAsync(head.Id, ct)),
        }).Print();
    }

    /// <summary>Of the event by which the head apologised or extended, with its number.</summary>
    public async Task<byte[]> PrintAsync(Dossier dossier, DossierEvent e, long version, CancellationToken ct)
    {
        var number = await numbers.NumberAsync(dossier, OfficialForm.Apology, e, version, ct);
        var paper = await PaperAsync(dossier, number, e.Stamp.At, ct);
        var signed = paper with { Head = new Signer(TitleOf(dossier, e.Stamp.Signs), await NameAsync(e.Stamp.By, ct)) };
        return (e switch
        {
            Extended { Extension: var extension } => signed with { Reason = extension.Reason, NewDate = extension.NewDueAt.Here(), Late = false },
            Apologised apologised => signed with { Reason = apologised.Reason, NewDate = ClosingOf(dossier, apologised.ExpectedOn), Late = true },
            _ => throw new ArgumentOutOfRangeException(nameof(e), e.GetType().Name, "Nobody apologised by this."),
        }).Print();
    }

    private async Task<ApologyPaper> PaperAsync(Dossier dossier, string number, DateTimeOffset at, CancellationToken ct) => new(
        names.AgencyOf(dossier), await names.HeadAsync(dossier, ct), number, dossier.ReceivedAt(), dossier.Deadline!.PromisedAt.Here(), null, null)
    {
        Sent = at.Here(),
        Head = new Signer("", null),
        Late = false,
    };

    // The hour at which the agency closes that day, by its own hours of that season.
    private DateTimeOffset ClosingOf(Dossier dossier, DateOnly day) => terms.TimeOf(dossier).Closing(day).Here();

    private string TitleOf(Dossier dossier, SigningCapacity? signs) => names.OfficeOf(dossier.Holding, dossier).SignatureTitle(signs);

    private async Task<string> NameAsync(string id, CancellationToken ct) => (await staff.FindAsync(id, ct))?.Name ?? id;
}
