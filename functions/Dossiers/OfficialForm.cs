using PublicAdmin.Platform;

namespace PublicAdmin.Dossiers;

/// <summary>Whose paper a form is: who heads it, numbers it in its own book and seals it.</summary>
public enum FormIssuer
{
    /// <summary>The center that received, which has a seal of its own (Decree 118/2025).</summary>
    Center,

    /// <summary>The body for which whoever asked was acting: the center at the desk, else the agency.</summary>
    Asker,

    /// <summary>The agency that decides.</summary>
    Agency,
}

/// <summary>Whose signature a form takes. A seal closes only a paper that somebody signed (Decree 30/2020, Article 33).</summary>
public enum FormSigner
{
    /// <summary>Người tiếp nhận hồ sơ.</summary>
    Receiver,

    /// <summary>Người hướng dẫn.</summary>
    Guide,

    /// <summary>Người đứng đầu cơ quan, or whoever signs in the head's place.</summary>
    Head,

    /// <summary>Nobody signs, so nobody seals.</summary>
    Nobody,
}

/// <summary>
/// One of the official forms of a dossier (mẫu 01 to 06 of Circular 03/2025/TT-VPCP, Appendix I): what it tells of, whose it is, who signs. The one
/// place that says so; form 07 is the register of a desk and belongs to no dossier.
/// </summary>
/// <param name="Code">Such as <c>01</c>, as addresses name it.</param>
/// <param name="Book">The book its number is from, and what stands behind the number: <c>12/PBS-TTPVHCC</c>.</param>
/// <param name="Belongs">Whether a dossier has the form by now.</param>
/// <param name="TellsOf">Whether it is made from this event.</param>
public sealed record OfficialForm(
    string Code, Text Name, string Book, FormIssuer Issuer, FormSigner Signer, Func<Dossier, bool> Belongs, Func<DossierEvent, bool> TellsOf)
{
    /// <summary>It travels between desks and is not for the citizen.</summary>
    public bool StaffOnly { get; private init; }

    public static OfficialForm Receipt { get; } = new(
        "01", new("Giấy tiếp nhận hồ sơ và hẹn trả kết quả", "Receipt and promise"), "TNHS", FormIssuer.Center, FormSigner.Receiver,
        dossier => dossier.Deadline is not null, e => e is Accepted);

    public static OfficialForm Supplement { get; } = new(
        "02", new("Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ", "Request for a supplement"), "PBS", FormIssuer.Asker, FormSigner.Guide,
        dossier => dossier.SupplementRounds > 0, e => e is SupplementRequested);

    public static OfficialForm Refusal { get; } = new(
        "03", new("Phiếu từ chối tiếp nhận giải quyết hồ sơ", "Refusal at intake"), "PTC", FormIssuer.Center, FormSigner.Receiver,
        dossier => dossier.Phase is Phase.NotAccepted, e => e is NotAccepted);

    public static OfficialForm Apology { get; } = new(
        "04", new("Văn bản xin lỗi", "Apology"), "PXL", FormIssuer.Agency, FormSigner.Head,
        dossier => dossier.Apology is ApologyState.Sent, e => e is Extended or Apologised);

    public static OfficialForm Stop { get; } = new(
        "05", new("Thông báo dừng giải quyết hồ sơ", "Notice of the stop"), "TB", FormIssuer.Agency, FormSigner.Head,
        dossier => dossier.Phase is Phase.Stopped, e => e is Stopped);

    /// <summary>Made anew from whatever happened last, under one number for good.</summary>
    public static OfficialForm Control { get; } = new(
        "06", new("Phiếu kiểm soát quá trình giải quyết hồ sơ", "Process control slip"), "PKS", FormIssuer.Center, FormSigner.Nobody,
        dossier => dossier.Deadline is not null, _ => true)
    { StaffOnly = true };

    public static IReadOnlyList<OfficialForm> All { get; } = [Receipt, Supplement, Refusal, Apology, Stop, Control];

    public static OfficialForm? Find(string code) => All.FirstOrDefault(form => form.Code == code);

    /// <summary>The form that tells an event to the citizen; null for none.</summary>
    public static OfficialForm? Of(DossierEvent e) => All.FirstOrDefault(form => !form.StaffOnly && form.TellsOf(e));
}
