using System.Globalization;
using PublicAdmin.Forms.Layout;
using static PublicAdmin.Forms.Official.OfficialPaper;

namespace PublicAdmin.Forms.Official;

/// <summary>Form 02, Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ.</summary>
/// <param name="Number">Such as <c>12/PBS-TTPVHCC</c>.</param>
/// <param name="Items">What is missing and why, one line each.</param>
/// <param name="Contact">Name and phone of whoever explains.</param>
/// <param name="At">Office time.</param>
public sealed record SupplementForm(
    Issuer Issuer, DossierHead Dossier, string Number, IReadOnlyList<string> Items, string Reason, string Contact, DateTimeOffset At, Signer Guide)
{
    public byte[] Print() => new Paper(
        Metadata("Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ", Issuer, At),
        [
            Head(Issuer, Number, DateOnly.FromDateTime(At.DateTime)),
            Title("PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ"),
            Line("Hồ sơ của", Dossier.Applicant.Name),
            Line("Số định danh", Dossier.Applicant.PersonalNumber),
            Line("Nội dung yêu cầu giải quyết", Dossier.Procedure),
            Line("Mã hồ sơ", Dossier.Code),
            Line("Địa chỉ", Dossier.Applicant.Address),
            Body("Yêu cầu hoàn thiện hồ sơ gồm những nội dung sau:"),
            .. Items.Select((item, n) => Body(string.Create(CultureInfo.InvariantCulture, $"{n + 1}. {item}"))),
            Line("Lý do", Reason),
            Body(
                "Trong quá trình hoàn thiện hồ sơ, nếu có vướng mắc, ông (bà) liên hệ với ", Run.Bold(Contact),
                " để được hướng dẫn. Thời gian giải quyết được tính tiếp từ khi nhận đủ hồ sơ bổ sung."),
            new Gap(8),
            new Grid([40, 60], [new Cell(new Gap(14), Qr(Dossier)), SignedBy(Guide, FieldNames.Person, FieldNames.Seal)]),
        ]).Print();
}
