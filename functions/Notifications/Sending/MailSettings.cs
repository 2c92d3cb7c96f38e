namespace PublicAdmin.Notifications.Sending;

/// <summary>Where letters go out. Without a host they are laid into the folder, in Azure sent by Communication Services.</summary>
public sealed class MailSettings
{
    public const string Section = "Mail";

    /// <summary>The SMTP server; empty for none.</summary>
    public string Host { get; set; } = "";

    public int Port { get; set; } = 587;

    /// <summary>STARTTLS (RFC 3207). Off only for a server on the same machine.</summary>
    public bool StartTls { get; set; } = true;

    public string User { get; set; } = "";

    /// <summary>The user's password; with <see cref="TokenUrl"/> the client's secret.</summary>
    public string Password { get; set; } = "";

    /// <summary>
    /// Where a token for the server is fetched (OAuth 2.0 client credentials, RFC 6749 section 4.4), as Exchange Online asks for it; empty for signing in
    /// with the password.
    /// </summary>
    public string TokenUrl { get; set; } = "";

    /// <summary>Who asks for the token.</summary>
    public string ClientId { get; set; } = "";

    public string From { get; set; } = "dichvucong@dienbien.gov.vn";

    /// <summary>Where .eml files are written when there is no server.</summary>
    public string Folder { get; set; } = "";

    /// <summary>The gateway for SMS and Zalo, https; empty for none.</summary>
    public string GatewayUrl { get; set; } = "";

    /// <summary>The secret shared with the gateway, at least 32 characters.</summary>
    public string GatewaySecret { get; set; } = "";
}
