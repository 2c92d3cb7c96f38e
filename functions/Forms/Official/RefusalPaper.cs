using PublicAdmin.Forms.Layout;
using static PublicAdmin.Forms.Official.OfficialPaper;

namespace PublicAdmin.Forms.Official;

/// <summary>Form 03, Phiếu từ chối tiếp nhận giải quyết hồ sơ.</summary>
/// <param name="Number">Such as <c>3/PTC-TTPVHCC</c>.</param>
/// <param name="Reason">The specific reason.</param>
/// <param name="Ground">The rule it rests on.</param>
/// <param name="At">Office time.</param>
public sealed record RefusalPaper(IssuingAgency Issuer, DossierHead Dossier, string Number, string Reason, string Ground, DateTimeOffset At, Signer Receiver)
{
    public byte[] Print() => new PrintedPaper(
        Metadata("Phiếu từ chối tiếp nhận giải quyết hồ sơ", Issuer, At),
        [
            Head(Issuer, Number, DateOnly.FromDateTime(At.DateTime)),
            Title("PHIẾU TỪ CHỐI TIẾP NHẬN GIẢI QUYẾT HỒ SƠ"),
            .. About(Dossier),
            Body($"Qua xem xét, {Issuer.FullName} thông báo không tiếp nhận, giải quyết hồ sơ này với lý do cụ thể như sau:"),
            Line("Lý do", Reason),
            Line("Căn cứ", Ground),
            Body($"Xin thông báo để {Dossier.Applicant.You} được biết và thực hiện. Nếu không đồng ý, {Dossier.Applicant.You} có quyền khiếu nại theo quy "
                + $"định của pháp luật về khiếu nại."),
            new Gap(8),
            new Grid([40, 60], [new Cell(new Gap(14), Qr(Dossier)), SignedBy(Receiver, FieldNames.Person, FieldNames.Seal, "(Ký và ghi rõ họ tên)")]),
        ]).Print();
}
