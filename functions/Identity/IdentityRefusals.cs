using PublicAdmin.Platform;

namespace PublicAdmin.Identity;

/// <summary>Why the Gate stays closed. A token is refused with the reason, never quietly treated as nobody.</summary>
public static class IdentityRefusals
{
    public static readonly RefusalCode SignInFirst = new(
        RefusalKind.Unauthenticated, "sign-in-first", "Hãy đăng nhập để dùng dịch vụ này.", "Sign in to use this service.");

    public static readonly RefusalCode NotYourTask = new(
        RefusalKind.Forbidden, "not-your-task", "Vai trò của bạn không có nhiệm vụ này.", "Your role does not include this task.");

    public static readonly RefusalCode SchemeUnknown = new(
        RefusalKind.Unauthenticated, "authorization-unreadable", "Tiêu đề Authorization phải có dạng: Bearer, một dấu cách, mã truy cập.",
        "The Authorization header must read: Bearer, one space, the token.");

    public static readonly RefusalCode TokenUnreadable = new(
        RefusalKind.Unauthenticated, "token-unreadable", "Không đọc được mã truy cập. Hãy đăng nhập lại.", "The token cannot be read. Sign in again.");

    public static readonly RefusalCode TokenAlgorithmRefused = new(
        RefusalKind.Unauthenticated, "token-algorithm-refused", "Mã truy cập phải được ký bằng RS256, PS256 hoặc ES256.",
        "The token must be signed with RS256, PS256 or ES256.");

    public static readonly RefusalCode TokenIssuerUnknown = new(
        RefusalKind.Unauthenticated, "token-issuer-unknown", "Hệ thống không nhận mã truy cập của nơi cấp này.",
        "Tokens of this issuer are not accepted here.");

    public static readonly RefusalCode TokenAudienceWrong = new(
        RefusalKind.Unauthenticated, "token-audience-wrong", "Mã truy cập được cấp cho một hệ thống khác.", "The token was issued for another system.");

    public static readonly RefusalCode TokenKeyUnknown = new(
        RefusalKind.Unauthenticated, "token-key-unknown", "Nơi cấp không công bố khóa đã ký mã truy cập này. Hãy đăng nhập lại.",
        "The issuer does not publish the key that signed this token. Sign in again.");

    public static readonly RefusalCode TokenSignatureWrong = new(
        RefusalKind.Unauthenticated, "token-signature-wrong", "Chữ ký của mã truy cập không đúng. Hãy đăng nhập lại.",
        "The token's signature is wrong. Sign in again.");

    public static readonly RefusalCode TokenExpired = new(
        RefusalKind.Unauthenticated, "token-expired", "Phiên đăng nhập đã hết hạn. Hãy đăng nhập lại.", "The sign-in has expired. Sign in again.");

    public static readonly RefusalCode TokenNotYetValid = new(
        RefusalKind.Unauthenticated, "token-not-yet-valid", "Mã truy cập chưa có hiệu lực. Hãy kiểm tra đồng hồ của nơi cấp.",
        "The token is not valid yet. Check the issuer's clock.");

    public static readonly RefusalCode TokenIncomplete = new(
        RefusalKind.Unauthenticated, "token-incomplete", "Mã truy cập thiếu thông tin bắt buộc: {0}.", "The token lacks a required claim: {0}.");

    public static readonly RefusalCode SignInUnavailable = new(
        RefusalKind.Unavailable, "sign-in-unavailable", "Chưa liên lạc được với nơi cấp mã truy cập. Hãy thử lại sau ít phút.",
        "The issuer of the token cannot be reached. Try again in a few minutes.");
}
