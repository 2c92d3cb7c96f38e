using PublicAdmin.Platform;

namespace PublicAdmin.Portal.Inbound;

/// <summary>What stands against a filing the National Portal sends.</summary>
public static class InboundRefusals
{
    public static readonly RefusalCode SignatureWrong = new(
        RefusalKind.Unauthenticated, "portal-signature-wrong", "Chữ ký của yêu cầu không đúng, hoặc khóa ký không được biết đến.",
        "The signature of the request does not hold, or its key is not known.");

    public static readonly RefusalCode TimeOff = new(
        RefusalKind.Unauthenticated, "portal-time-off", "Thời điểm ký lệch quá 5 phút so với đồng hồ của hệ thống ({0}).",
        "The time of signing is more than five minutes from this system's ({0}).");

    public static readonly RefusalCode NonceUsed = new(
        RefusalKind.Unauthenticated, "portal-nonce-used", "Mã dùng một lần của yêu cầu đã được dùng.", "The nonce of the request was used before.");

    public static readonly RefusalCode DigestWrong = new(
        RefusalKind.Invalid, "portal-digest-wrong", "Mã băm SHA-256 trong Content-Digest không khớp nội dung yêu cầu.",
        "The SHA-256 in Content-Digest is not that of the body.");

    public static readonly RefusalCode CodeInvalid = new(
        RefusalKind.Invalid, "portal-code-invalid", "Mã hồ sơ trên Cổng gồm 4 đến 60 chữ cái, chữ số, dấu chấm, gạch ngang hoặc gạch dưới.",
        "The portal's code has 4 to 60 letters, digits, dots, hyphens or underscores.");

    public static readonly RefusalCode OtherContent = new(
        RefusalKind.Conflict, "portal-code-reused",
        "Mã {0} đã được nộp với nội dung khác và là hồ sơ {1}. Muốn bổ sung, hãy bổ sung vào hồ sơ đó.",
        "The code {0} was filed with other content and is dossier {1}. What is to be added is added to that dossier.");

    public static readonly RefusalCode LinkForeign = new(
        RefusalKind.Unprocessable, "portal-link-foreign", "Đường dẫn tệp không thuộc kho tệp đã khai báo của Cổng.",
        "The link does not lead to the portal's own store of files.");
}
