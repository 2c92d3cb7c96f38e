using PublicAdmin.Forms.Layout;
using PublicAdmin.Forms.Official;
using static PublicAdmin.Forms.Official.OfficialPaper;

namespace PublicAdmin.Forms.Results;

/// <summary>Giấy xác nhận tình trạng hôn nhân.</summary>
/// <param name="Status">Such as <c>Chưa đăng ký kết hôn với ai</c>.</param>
/// <param name="Purpose">What it may be used for; for marriage it names the other person.</param>
/// <param name="ValidMonths">Six by law (Decree 123/2015, Article 23).</param>
public sealed record MaritalStatusCertificate(
    string FullName,
    DateOnly BornOn,
    string Sex,
    string Ethnicity,
    string Nationality,
    string PersonalNumber,
    string Residence,
    string Status,
    string Purpose,
    int ValidMonths = 6) : ResultContent
{
    private protected override string Name => "Giấy xác nhận tình trạng hôn nhân";

    private protected override IEnumerable<Block> Blocks(IssuingAgency issuer)
    {
        yield return Title("GIẤY XÁC NHẬN TÌNH TRẠNG HÔN NHÂN");
        yield return new Paragraph(Run.Bold(issuer.Agency.ToUpperInvariant())) { Align = Alignment.Center, After = 4 };
        yield return new Paragraph(Run.Bold("XÁC NHẬN:")) { Align = Alignment.Center, After = 8 };
        yield return Line("Họ, chữ đệm, tên", FullName.ToUpperInvariant());
        yield return Line("Ngày, tháng, năm sinh", Written(BornOn));
        yield return Body("Giới tính: ", Run.Bold(Sex), "      Dân tộc: ", Run.Bold(Ethnicity), "      Quốc tịch: ", Run.Bold(Nationality));
        yield return Line("Số định danh cá nhân", PersonalNumber);
        yield return Line("Nơi cư trú", Residence);
        yield return Line("Tình trạng hôn nhân", Status);
        yield return Line("Giấy này được cấp để", Purpose);
        yield return Body($"Giấy này có giá trị sử dụng trong thời hạn {ValidMonths:00} tháng, kể từ ngày cấp.");
    }
}
