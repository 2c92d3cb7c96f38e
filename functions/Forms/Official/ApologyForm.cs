using PublicAdmin.Forms.Layout;
using static PublicAdmin.Forms.Official.OfficialPaper;

namespace PublicAdmin.Forms.Official;

/// <summary>Form 04, Văn bản xin lỗi và đề nghị gia hạn thời gian giải quyết hồ sơ; signed by the head of the agency.</summary>
/// <param name="Number">Such as <c>7/PXL-UBND</c>.</param>
/// <param name="ReceivedAt">Office time.</param>
/// <param name="PromisedAt">The first promise.</param>
/// <param name="NewDate">The new one; null while the head has not set it.</param>
/// <param name="Reason">Null while the head has not written it.</param>
/// <param name="Sent">When this is written.</param>
public sealed record ApologyForm(
    Issuer Issuer,
    DossierHead Dossier,
    string Number,
    DateTimeOffset ReceivedAt,
    DateTimeOffset PromisedAt,
    DateTimeOffset? NewDate,
    string? Reason,
    DateTimeOffset Sent,
    Signer Head)
{
    private const string Dots = "……………………………………………………………";

    public byte[] Print() => new Paper(
        Metadata("Xin lỗi và đề nghị gia hạn thời gian giải quyết hồ sơ", Issuer, Sent),
        OfficialPaper.Head(Issuer, Number, DateOnly.FromDateTime(Sent.DateTime)),
        Title("XIN LỖI VÀ ĐỀ NGHỊ GIA HẠN", "THỜI GIAN GIẢI QUYẾT HỒ SƠ"),
        new Paragraph("Kính gửi: ", Run.Bold($"Ông (bà) {Dossier.Applicant.Name}")) { Align = Alignment.Center, Size = 14, After = 10 },
        Body(
            $"Ngày {ReceivedAt:dd/MM/yyyy}, {Issuer.Agency} tiếp nhận hồ sơ của ông (bà), số định danh {Dossier.Applicant.PersonalNumber}, đề nghị giải quyết thủ tục ",
            Run.Bold(Dossier.Procedure), ", mã hồ sơ ", Run.Bold(Dossier.Code), "."),
        Line("Thời gian hẹn trả kết quả", Written(PromisedAt)),
        Body($"Đến nay, {Issuer.Agency} chưa trả kết quả đúng hẹn. Lý do: {Reason?.TrimEnd('.', ' ') ?? Dots}."),
        Body(Run.Bold($"{Issuer.Agency} xin lỗi ông (bà)"), " về sự chậm trễ này và đề nghị gia hạn thời gian giải quyết."),
        Line("Thời gian trả kết quả mới", NewDate is { } day ? Written(day) : null),
        Body("Rất mong nhận được sự thông cảm của ông (bà)."),
        new Gap(8),
        new Grid(
            [45, 55],
            [
                new Cell(Receivers("Như trên;", "Lưu: VT, hồ sơ."), new Gap(8), Qr(Dossier)),
                SignedBy(Head, FieldNames.Person, FieldNames.Seal),
            ])).Print();
}
