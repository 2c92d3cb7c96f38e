using PublicAdmin.Dossiers;
using PublicAdmin.Submission;

namespace PublicAdmin.Tests.Support;

/// <summary>Filings with nothing remarkable about them.</summary>
internal static class Filings
{
    public const string MuongAng = "03256";
    public const string MuongPhang = "03325";

    public static ApplicantForm Mai { get; } = new("Lò Thị Mai", "011195000123", "0912345678", "mai@example.vn", "Bản Tát, xã Mường Ảng");

    public static ApplicantForm Thanh { get; } = new("Quàng Văn Thanh", "011078000456", "0987654321", null, "Bản Co Cượm, xã Mường Phăng");

    public static ApplicantForm My { get; } = new("Vừ Thị Mỷ", "011150000789");

    /// <summary>Confirmation of marital status: three working days, one e-form, no papers.</summary>
    public static FilingForm MaritalStatus(string receipt) => new(
        "1.004873", receipt, Mai, ResidenceUnit: MuongAng, Form: ExampleAnswers.Of("1.004873"), Summary: "Xác nhận tình trạng hôn nhân");

    public static FilingForm Birth(string receipt, params PaperForm[] papers) => new(
        "1.001193", receipt, Mai, ResidenceUnit: MuongAng, Form: ExampleAnswers.Of("1.001193", "du-cha-me"), Papers: papers);

    /// <summary>Birth, residence and health card, filed once.</summary>
    public static FilingForm LinkedBirth(string receipt, string formCase = "khai-sinh-thuong-tru-bhyt") => new(
        "3.000722", receipt, Mai, ResidenceUnit: MuongAng, Form: ExampleAnswers.Of("3.000722", formCase), FormCase: formCase);

    public static FilingForm Land(string receipt, params PaperForm[] papers) => new(
        "1.013978", receipt, Thanh, Channel.Counter, ResidenceUnit: MuongPhang, PlaceUnit: MuongPhang, ReturnWay: ReturnWay.Counter, Papers: papers);

    /// <summary>Monthly social allowance: ten working days, one form, no papers.</summary>
    public static FilingForm Allowance(string receipt, params PaperForm[] papers) => new(
        "1.001776", receipt, My, Channel.Post, ResidenceUnit: MuongAng, ReturnWay: ReturnWay.Post, Papers: papers);

    public static FilingForm CertifiedCopy(string receipt, params PaperForm[] papers) => new(
        "2.000815", receipt, Mai, Channel.Counter, ReturnWay: ReturnWay.Counter, Papers: papers);

    /// <summary>The same for another procedure, on that procedure's own form.</summary>
    public static FilingForm Asking(this FilingForm filing, string procedure) => filing with { Procedure = procedure, Form = ExampleAnswers.Of(procedure) };
}
