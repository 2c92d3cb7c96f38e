using PublicAdmin.Platform;

namespace PublicAdmin.Identity;

public static class IdentityRefusals
{
    public static readonly RefusalCode SignInFirst = new(
        RefusalKind.Unauthenticated, "sign-in-first", "Hãy đăng nhập rồi thực hiện lại.", "Sign in first, then try again.");
}
