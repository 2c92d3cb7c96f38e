using PublicAdmin.Platform;

namespace PublicAdmin.Identity.Sessions;

public static class SessionRefusals
{
    public static readonly RefusalCode DoorClosed = new(
        RefusalKind.NotFound, "sign-in-door-closed", "Cổng đăng nhập này chưa mở.", "Nobody can sign in through this door yet.");

    public static readonly RefusalCode SignInLost = new(
        RefusalKind.Invalid, "sign-in-lost", "Lần đăng nhập này đã quá 10 phút, đã dùng rồi hoặc bắt đầu ở trình duyệt khác. Hãy đăng nhập lại.",
        "This sign-in is older than ten minutes, was used before or began in another browser. Sign in again.");

    public static readonly RefusalCode SignInNotGiven = new(
        RefusalKind.Unauthenticated, "sign-in-not-given", "Nơi cấp tài khoản không xác nhận lần đăng nhập này. Hãy đăng nhập lại.",
        "The issuer did not confirm this sign-in. Sign in again.");

    public static readonly RefusalCode NonceWrong = new(
        RefusalKind.Unauthenticated, "sign-in-nonce-wrong", "Mã đăng nhập không thuộc lần đăng nhập này. Hãy đăng nhập lại.",
        "The token belongs to another sign-in. Sign in again.");

    public static readonly RefusalCode LogoutTokenWrong = new(
        RefusalKind.Invalid, "logout-token-wrong", "Mã đăng xuất không đúng quy cách.",
        "The logout token is not one (OpenID Connect Back-Channel Logout 1.0).");
}
