using PublicAdmin.Forms.Layout;
using static PublicAdmin.Forms.Official.OfficialPaper;

namespace PublicAdmin.Forms.Official;

/// <summary>Form 05, Thông báo về việc dừng giải quyết hồ sơ.</summary>
/// <param name="Number">Such as <c>5/TB-UBND</c>.</param>
/// <param name="Ground">The rule it rests on.</param>
/// <param name="At">Office time.</param>
public sealed record StopPaper(
    IssuingAgency Issuer, DossierHead Dossier, string Number, DateTimeOffset ReceivedAt, string Reason, string Ground, DateTimeOffset At)
{
    public required Signer Head { get; init; }

    public byte[] Print() => new PrintedPaper(
        Metadata("Thông báo về việc dừng giải quyết hồ sơ", Issuer, At),
        OfficialPaper.Head(Issuer, Number, DateOnly.FromDateTime(At.DateTime)),
        Title("THÔNG BÁO", "Về việc dừng giải quyết hồ sơ"),
        To(Dossier.Applicant),
        Received(Issuer, Dossier, ReceivedAt),
        Body($"{Issuer.FullName} thông báo dừng giải quyết hồ sơ nêu trên."),
        Line("Lý do", Reason),
        Line("Căn cứ", Ground),
        Body($"{Capital(Dossier.Applicant.You)} có thể nộp hồ sơ mới khi đủ điều kiện, hoặc khiếu nại theo quy định của pháp luật về khiếu nại."),
        new Gap(8),
        new Grid(
            [45, 55],
            [
                new Cell(Receivers("Như trên;", "Lưu: VT, hồ sơ."), new Gap(8), Qr(Dossier)),
                SignedBy(Head, FieldNames.Person, FieldNames.Seal),
            ])).Print();
}
