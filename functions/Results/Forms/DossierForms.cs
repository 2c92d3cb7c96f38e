using System.Globalization;
using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Forms.Official;
using PublicAdmin.Offices;
using PublicAdmin.Platform;

namespace PublicAdmin.Results.Forms;

/// <summary>A form a dossier has, and the event it tells of.</summary>
/// <param name="Version">Of the newest event the form tells of; another version is another paper.</param>
public sealed record FormSource(string Form, DossierEvent Event, long Version, IReadOnlyList<RecordedEvent> Events);

/// <summary>Which of the official forms a dossier has by now, and from which event each is made.</summary>
public sealed class DossierForms(DossierStore dossiers, ResultDrafts drafts, ControlSlips slips, StaffDirectory staff, PaperNumbers numbers)
{
    /// <summary>Văn bản xin lỗi: the one form a person signs, the head of the agency.</summary>
    public const string Apology = "04";

    /// <summary>Form 04 as the head of the agency would sign it, to be read before.</summary>
    /// <param name="dossier">With an apology drafted.</param>
    /// <param name="head">Directory id of the head who reads it; null for a blank.</param>
    /// <param name="reason">Null leaves a dotted line.</param>
    /// <param name="newDate">Null leaves a dotted line.</param>
    /// <param name="now">The day on the paper.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<byte[]> DraftApologyAsync(Dossier dossier, string? head, string? reason, DateTimeOffset? newDate, DateTimeOffset now, CancellationToken ct)
    {
        var chair = head is null ? null : await NameAsync(head, ct);
        return await ApologyAsync(dossier, "……/PXL-UBND", chair, reason, newDate, now.Here(), ct);
    }

    /// <summary>Form 04 of the event by which the head apologised or extended, with its number.</summary>
    public async Task<byte[]> PrintApologyAsync(Dossier dossier, DossierEvent e, long version, CancellationToken ct)
    {
        var (reason, newDate) = e switch
        {
            Extended { Extension: var extension } => (extension.Reason, extension.NewDueAt.Here()),
            Apologised apologised => (apologised.Reason, new DateTimeOffset(apologised.ExpectedOn, new TimeOnly(17, 0), TimeSpan.FromHours(7))),
            _ => throw new ArgumentOutOfRangeException(nameof(e), e.GetType().Name, "Nobody apologised by this."),
        };
        var number = await NumberAsync(dossier, Apology, e, version, ct);
        return await ApologyAsync(dossier, number, await NameAsync(e.Stamp.By, ct), reason, newDate, e.Stamp.At.Here(), ct);
    }

    /// <returns>Null when the dossier does not have the form.</returns>
    public async Task<FormSource?> FindAsync(Dossier dossier, string form, CancellationToken ct)
    {
        var events = await dossiers.EventsAsync(dossier.Code, 0, ct);
        var source = events.LastOrDefault(recorded => FormOf(recorded.Event) == form || (form == "06" && dossier.Deadline is not null));
        return source is null ? null : new(form, source.Event, source.Version, events);
    }

    private static string? FormOf(DossierEvent e) => e switch
    {
        Accepted => "01",
        SupplementRequested => "02",
        NotAccepted => "03",
        Extended or Apologised => Apology,
        Stopped => "05",
        _ => null,
    };

    /// <summary>The form with its number, which is given when the form is first made and never changes.</summary>
    public async Task<byte[]> PrintAsync(Dossier dossier, FormSource source, CancellationToken ct)
    {
        if (source.Form == Apology)
        {
            return await PrintApologyAsync(dossier, source.Event, source.Version, ct);
        }

        var head = await drafts.HeadAsync(dossier, ct);
        var receipt = drafts.OfficeOf(dossier.Places.Receipt, dossier);
        var center = ResultDrafts.CenterOf(receipt);
        var holding = drafts.OfficeOf(dossier.Holding, dossier);
        var (agency, at) = (ResultDrafts.IssuerOf(holding), source.Event.Stamp.At.Here());
        var by = await NameAsync(source.Event.Stamp.By, ct);
        var chair = new Signer(ResultDrafts.TitleOf(holding), by);
        var number = await NumberAsync(dossier, source.Form, source.Event, source.Version, ct);
        return (source.Form, source.Event) switch
        {
            ("06", _) => await slips.PrintAsync(dossier, source.Events, center, head, number, at, ct),
            (_, Accepted accepted) => await ReceiptAsync(dossier, accepted, center, head, number, receipt, by, ct),
            (_, SupplementRequested { Request: var asked }) => new SupplementForm(
                center, head, number, [.. asked.Items.Select(item => $"{item.What}: {item.Reason}")], asked.Grounds, asked.Contact, at, new Signer("NGƯỜI HƯỚNG DẪN", by)).Print(),
            (_, NotAccepted refused) => new RefusalForm(center, head, number, refused.Reason, refused.Ground, at, new Signer("NGƯỜI TIẾP NHẬN HỒ SƠ", by)).Print(),
            (_, Stopped stopped) => new StopForm(agency, head, number, ReceivedAt(dossier), stopped.Reason, stopped.Ground, at, chair).Print(),
            _ => throw new ArgumentOutOfRangeException(nameof(source), source.Form, "There is no such form."),
        };
    }

    // The desk numbers what it hands out; the agency, what its head signs. The slip travels with the dossier under one number for good.
    private async Task<string> NumberAsync(Dossier dossier, string form, DossierEvent e, long version, CancellationToken ct)
    {
        var (book, ofAgency) = form switch
        {
            "01" => ("TNHS", false),
            "02" => ("PBS", false),
            "03" => ("PTC", false),
            Apology => ("PXL", true),
            "05" => ("TB", true),
            _ => ("PKS", false),
        };
        var paper = form == "06" ? form : string.Create(CultureInfo.InvariantCulture, $"{form}-{version}");
        var year = (form == "06" ? ReceivedAt(dossier) : e.Stamp.At.Here()).Year;
        var number = await numbers.NumberAsync(ofAgency ? dossier.Holding : dossier.Places.Receipt, book, year, dossier.Code, paper, ct);
        return string.Create(CultureInfo.InvariantCulture, $"{number:00}/{book}-{(ofAgency ? "UBND" : "TTPVHCC")}");
    }

    private async Task<byte[]> ReceiptAsync(Dossier dossier, Accepted accepted, Issuer center, DossierHead head, string number, OfficeVersion receipt, string by, CancellationToken ct)
    {
        var papers = await dossiers.PapersAsync(dossier.Code, ct);
        var proxy = dossier.Proxy is { } person ? new Party(person.Name, person.PersonalNumber) : null;
        var components = papers.Select(paper => paper.Name).Prepend("Tờ khai điện tử").ToList();
        var returnAt = dossier.ReturnWay switch
        {
            ReturnWay.Electronic => "Cổng Dịch vụ công quốc gia, VNeID",
            ReturnWay.Post => "Địa chỉ của người nhận, qua dịch vụ bưu chính công ích",
            _ => receipt.Name.Vi,
        };
        return new ReceiptForm(
            center, head, components, 1, drafts.TermOf(dossier), accepted.Deadline.ReceivedAt.Here(), accepted.Deadline.PromisedAt.Here(), returnAt,
            new Signer("NGƯỜI TIẾP NHẬN HỒ SƠ", by), proxy)
        { Number = number }.Print();
    }

    private async Task<byte[]> ApologyAsync(
        Dossier dossier, string number, string? chair, string? reason, DateTimeOffset? newDate, DateTimeOffset at, CancellationToken ct)
    {
        var holding = drafts.OfficeOf(dossier.Holding, dossier);
        return new ApologyForm(
            ResultDrafts.IssuerOf(holding), await drafts.HeadAsync(dossier, ct), number, ReceivedAt(dossier), dossier.Deadline!.PromisedAt.Here(), newDate, reason, at,
            new Signer(ResultDrafts.TitleOf(holding), chair)).Print();
    }

    private static DateTimeOffset ReceivedAt(Dossier dossier) => (dossier.Deadline?.ReceivedAt ?? dossier.SubmittedAt).Here();

    private async Task<string> NameAsync(string id, CancellationToken ct) => (await staff.FindAsync(id, ct))?.Name ?? id;
}
