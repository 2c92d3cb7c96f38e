using PublicAdmin.Platform;

namespace PublicAdmin.Submission;

/// <summary>Why somebody's word does not count as the applicant's consent.</summary>
public static class ConsentRefusals
{
    public static readonly RefusalCode EvidenceMissing = new(
        RefusalKind.Unprocessable, "consent-evidence-missing",
        "Cần chứng cứ về sự đồng ý của chủ hồ sơ: phiếu có chữ ký, mã xác thực một lần hoặc xác nhận trên VNeID, kèm số hiệu.",
        "Evidence of the applicant's consent is needed: a signed form, a one-time code or a confirmation in VNeID, with its reference.");

    public static readonly RefusalCode KindNotYours = new(
        RefusalKind.Forbidden, "consent-kind-not-yours", "Bạn không được ghi nhận loại chứng cứ «{0}» về sự đồng ý.",
        "Evidence of consent of the kind '{0}' is not yours to record.");

    public static readonly RefusalCode WalletNotYours = new(
        RefusalKind.Forbidden, "wallet-not-yours",
        "Chỉ chủ hồ sơ, đăng nhập bằng tài khoản của mình, được dùng lại giấy tờ trong kho. Người được ủy quyền nộp giấy tờ do mình có.",
        "Only the applicant, signed in with the own account, uses papers of the wallet. A proxy hands in papers of the own hand.");

    public static readonly RefusalCode AuthorityEvidenceMissing = new(
        RefusalKind.Unprocessable, "authority-evidence-missing", "Cán bộ một cửa phải ghi loại và số của giấy ủy quyền, hoặc dữ liệu hộ tịch, đã kiểm tra.",
        "A clerk names the kind and the number of the authority, or of the civil-status record, that was checked.");
}
