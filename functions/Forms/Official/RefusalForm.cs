using PublicAdmin.Forms.Layout;
using static PublicAdmin.Forms.Official.OfficialPaper;

namespace PublicAdmin.Forms.Official;

/// <summary>Form 03, Phiếu từ chối tiếp nhận giải quyết hồ sơ.</summary>
/// <param name="Number">Such as <c>3/PTC-TTPVHCC</c>.</param>
/// <param name="Reason">The specific reason.</param>
/// <param name="Ground">The rule it rests on.</param>
/// <param name="At">Office time.</param>
public sealed record RefusalForm(Issuer Issuer, DossierHead Dossier, string Number, string Reason, string Ground, DateTimeOffset At, Signer Receiver)
{
    public byte[] Print() => new Paper(
        Metadata("Phiếu từ chối tiếp nhận giải quyết hồ sơ", Issuer, At),
        Head(Issuer, Number, DateOnly.FromDateTime(At.DateTime)),
        Title("PHIẾU TỪ CHỐI TIẾP NHẬN GIẢI QUYẾT HỒ SƠ"),
        Line("Tiếp nhận hồ sơ của", Dossier.Applicant.Name),
        Line("Số định danh", Dossier.Applicant.PersonalNumber),
        Line("Địa chỉ", Dossier.Applicant.Address),
        Line("Nội dung yêu cầu giải quyết", Dossier.Procedure),
        Line("Mã hồ sơ", Dossier.Code),
        Body($"Qua xem xét, {Issuer.Agency} thông báo không tiếp nhận, giải quyết hồ sơ này với lý do cụ thể như sau:"),
        Body(Run.Bold(Reason)),
        Line("Căn cứ", Ground),
        Body("Xin thông báo để ông (bà) được biết và thực hiện."),
        new Gap(8),
        new Grid([40, 60], [new Cell(new Gap(14), Qr(Dossier)), SignedBy(Receiver, FieldNames.Person, FieldNames.Seal)])).Print();
}
