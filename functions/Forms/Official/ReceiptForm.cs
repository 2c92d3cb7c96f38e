using System.Globalization;
using PublicAdmin.Forms.Layout;
using static PublicAdmin.Forms.Official.OfficialPaper;

namespace PublicAdmin.Forms.Official;

/// <summary>Form 01, Giấy tiếp nhận hồ sơ và hẹn trả kết quả (Circular 03/2025/TT-VPCP, Appendix I).</summary>
/// <param name="Components">What was handed in (thành phần hồ sơ).</param>
/// <param name="Term">Thời gian giải quyết theo quy định, in words.</param>
/// <param name="ReceivedAt">Office time.</param>
/// <param name="DueAt">Office time.</param>
/// <param name="ReturnAt">Nơi trả kết quả.</param>
/// <param name="Proxy">Người được ủy quyền; null when the applicant came.</param>
public sealed record ReceiptForm(
    Issuer Issuer,
    DossierHead Dossier,
    IReadOnlyList<string> Components,
    int Sets,
    string Term,
    DateTimeOffset ReceivedAt,
    DateTimeOffset DueAt,
    string ReturnAt,
    Signer Receiver,
    Party? Proxy = null)
{
    /// <summary>Such as <c>12/TNHS-TTPVHCC</c>.</summary>
    public string Number { get; init; } = "……/TNHS";

    public byte[] Print() => new Paper(Metadata("Giấy tiếp nhận hồ sơ và hẹn trả kết quả", Issuer, ReceivedAt), [.. Blocks()]).Print();

    private IEnumerable<Block> Blocks()
    {
        yield return Head(Issuer, Number, DateOnly.FromDateTime(ReceivedAt.DateTime));
        yield return Title("GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ");
        yield return Line("Mã hồ sơ", Dossier.Code);
        yield return Line("Tiếp nhận hồ sơ của", Dossier.Applicant.Name);
        yield return Line("Số định danh", Dossier.Applicant.PersonalNumber);
        yield return Line("Địa chỉ", Dossier.Applicant.Address);
        yield return Body("Số điện thoại: ", Dossier.Applicant.Phone ?? "………………", "    Email: ", Dossier.Applicant.Email ?? "………………");
        if (Proxy is { } proxy)
        {
            yield return Body("Người nộp theo ủy quyền: ", Run.Bold(proxy.Name), $", số định danh {proxy.PersonalNumber}");
        }

        yield return Line("Nội dung yêu cầu giải quyết", Dossier.Procedure);
        yield return Body("Thành phần hồ sơ nộp gồm:");
        for (var n = 0; n < Components.Count; n++)
        {
            yield return Body(string.Create(CultureInfo.InvariantCulture, $"{n + 1}. {Components[n]}"));
        }

        yield return Body(string.Create(CultureInfo.InvariantCulture, $"Số lượng hồ sơ: {Sets:00} bộ."));
        yield return Line("Thời gian giải quyết theo quy định", Term);
        yield return Line("Thời gian nhận hồ sơ", Written(ReceivedAt));
        yield return Line("Thời gian trả kết quả giải quyết hồ sơ", Written(DueAt));
        yield return Line("Đăng ký nhận kết quả tại", ReturnAt);
        yield return new Gap(8);
        yield return new Grid(
            [39, 22, 39],
            [
                SignedBy(new Signer("NGƯỜI NỘP HỒ SƠ", (Proxy ?? Dossier.Applicant).Name), null, null, "(Ký và ghi rõ họ tên)"),
                new Cell(new Gap(14), Qr(Dossier)),
                SignedBy(Receiver, FieldNames.Person, null, "(Ký và ghi rõ họ tên)"),
            ]);
    }
}
