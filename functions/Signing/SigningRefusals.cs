using PublicAdmin.Platform;

namespace PublicAdmin.Signing;

public static class SigningRefusals
{
    public static readonly RefusalCode PdfBroken = new(
        RefusalKind.Unprocessable, "pdf-broken", "Tệp PDF bị hỏng hoặc không đúng chuẩn nên không thể ký. Hãy xuất lại tệp PDF từ chương trình soạn thảo.",
        "The PDF is broken or not to the standard and cannot be signed. Export it again from the program it was written in.");

    public static readonly RefusalCode PdfEncrypted = new(
        RefusalKind.Unprocessable, "pdf-encrypted", "Tệp PDF được đặt mật khẩu hoặc mã hóa. Hãy bỏ bảo vệ rồi gửi lại.",
        "The PDF is encrypted. Remove its protection and send it again.");

    public static readonly RefusalCode PdfLocked = new(
        RefusalKind.Unprocessable, "pdf-locked", "Tệp PDF đã được chứng nhận là không cho phép thay đổi, nên không thể ký thêm.",
        "The PDF is certified as not to be changed, so no further signature can be added.");

    public static readonly RefusalCode KeyUnknown = new(
        RefusalKind.Unprocessable, "signing-key-unknown", "Chưa có khóa ký số {0} hoặc khóa đã bị vô hiệu hóa.",
        "There is no signing key {0}, or it is disabled.");

    public static readonly RefusalCode CertificateMissing = new(
        RefusalKind.Unprocessable, "signing-certificate-missing", "Khóa {0} chưa có chứng thư số. Hãy nhập chứng thư do Ban Cơ yếu cấp.",
        "Key {0} has no certificate yet. Import the one the certificate authority issued.");

    public static readonly RefusalCode CertificateExpired = new(
        RefusalKind.Unprocessable, "signing-certificate-expired", "Chứng thư số của khóa {0} chỉ có hiệu lực từ {1:dd/MM/yyyy} đến {2:dd/MM/yyyy}.",
        "The certificate of key {0} holds only from {1:yyyy-MM-dd} to {2:yyyy-MM-dd}.");

    public static readonly RefusalCode CertificateUntrusted = new(
        RefusalKind.Unprocessable, "signing-certificate-untrusted", "Chứng thư số của khóa {0} không nối được tới chứng thư gốc.",
        "The certificate of key {0} does not lead to its root.");

    public static readonly RefusalCode CertificateRevoked = new(
        RefusalKind.Unprocessable, "signing-certificate-revoked",
        "Chứng thư số của khóa {0} đã bị thu hồi ngày {1:dd/MM/yyyy} nên không được ký. Hãy xin cấp chứng thư mới.",
        "The certificate of key {0} was revoked on {1:yyyy-MM-dd}; it does not sign. Ask for a new one.");

    public static readonly RefusalCode StatusUnknown = new(
        RefusalKind.Unavailable, "signing-status-unknown",
        "Chưa hỏi được cơ quan chứng thực xem chứng thư số của khóa {0} có bị thu hồi hay không nên chưa ký. Hệ thống sẽ tự thử lại.",
        "No authority answered whether the certificate of key {0} is revoked, so nothing is signed yet. The system tries again by itself.");

    public static readonly RefusalCode TimestampAway = new(
        RefusalKind.Unavailable, "signing-timestamp-away",
        "Chưa nhận được dấu thời gian từ tổ chức cấp dấu thời gian nên chưa ký. Hãy thử lại sau ít phút; kết quả chờ ký sẽ được tự ký lại.",
        "The timestamp authority gave no timestamp, so nothing is signed yet. Try again in a few minutes; results that wait are signed by themselves.");

    public static readonly RefusalCode CertificateMismatch = new(
        RefusalKind.Unprocessable, "signing-certificate-mismatch", "Chứng thư không thuộc về khóa {0}, phiên bản {1}.",
        "The certificate does not belong to key {0}, version {1}.");

    public static readonly RefusalCode CertificateUnreadable = new(
        RefusalKind.Invalid, "signing-certificate-unreadable", "Không đọc được chuỗi chứng thư. Hãy gửi PEM: chứng thư của khóa trước, chứng thư gốc sau cùng.",
        "The chain cannot be read. Send PEM: the key's certificate first, the root last.");

    public static readonly RefusalCode SubjectInvalid = new(
        RefusalKind.Invalid, "signing-subject-invalid", "Tên chủ thể phải có dạng CN=…, O=…, C=VN.", "The subject must look like CN=…, O=…, C=VN.");

    public static readonly RefusalCode ProvinceOnly = new(
        RefusalKind.Forbidden, "signing-province-only", "Chỉ quản trị cấp tỉnh được nhập chứng thư số.",
        "Only an administrator of the province imports certificates.");

    public static readonly RefusalCode ImageNotPng = new(
        RefusalKind.Unprocessable, "signature-image-not-png", "Ảnh chữ ký, con dấu phải là tệp PNG đọc được.",
        "The picture of a signature or seal must be a sound PNG file.");

    public static readonly RefusalCode ImageSize = new(
        RefusalKind.Unprocessable, "signature-image-size", "Ảnh chữ ký, con dấu phải có chiều rộng và chiều cao từ {0} đến {1} điểm ảnh.",
        "The picture of a signature or seal must be {0} to {1} pixels wide and high.");

    public static readonly RefusalCode ImageOpaque = new(
        RefusalKind.Unprocessable, "signature-image-opaque", "Ảnh chữ ký, con dấu phải có nền trong suốt (PNG có kênh alpha) theo Nghị định 30/2020/NĐ-CP.",
        "The picture of a signature or seal must have a transparent background (PNG with an alpha channel), as Decree 30/2020 asks.");

    public static readonly RefusalCode ImageInPast = new(
        RefusalKind.Invalid, "signature-image-in-past", "Ảnh chữ ký, con dấu chỉ có hiệu lực từ hôm nay trở đi; giấy đã ký không thay đổi.",
        "A picture of a signature or seal holds from today on at the earliest; what was signed does not change.");

    public static readonly RefusalCode ImageNone = new(
        RefusalKind.NotFound, "signature-image-none", "Khóa {0} chưa đăng ký ảnh chữ ký hoặc con dấu.",
        "No picture of a signature or seal is registered for key {0}.");

    public static readonly RefusalCode RootUnreadable = new(
        RefusalKind.Invalid, "trusted-root-unreadable", "Không đọc được chứng thư gốc. Hãy gửi PEM của một chứng thư gốc tự ký.",
        "The root cannot be read. Send the PEM of one self-signed root certificate.");
}
