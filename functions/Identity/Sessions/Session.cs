namespace PublicAdmin.Identity.Sessions;

/// <summary>Phiên đăng nhập: somebody signed in on the office's pages. The browser holds a name nobody can guess; what it stands for lies here.</summary>
/// <param name="Key">The hash of that name: who reads the table cannot sign in with it.</param>
/// <param name="Who">As the issuer said; what the person may do is asked of the staff directory at every request.</param>
/// <param name="Issuer">Who said so; empty for the invented people.</param>
/// <param name="IssuersSession">The issuer's own name of the sign-in (<c>sid</c>, OpenID Connect Back-Channel Logout 1.0); null when it gives none.</param>
/// <param name="IdToken">Goes back to the issuer as a hint when somebody signs out; null for the invented people.</param>
public sealed record Session(string Key, SignedIn Who, string Issuer, string? IssuersSession, string? IdToken = null)
{
    /// <summary>A working day. Who works longer signs in again, in a window beside.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromHours(8);
}
