namespace PublicAdmin.Identity;

/// <summary>The doors of the office: who issues the tokens of citizens, and of staff and systems. A door without settings is closed.</summary>
public sealed class IdentitySettings
{
    public const string Section = "Identity";

    /// <summary>VNeID, through the National Portal's sign-on (Decree 69/2024).</summary>
    public IssuerSettings Citizens { get; set; } = new();

    /// <summary>The province's directory of staff, such as Entra ID; also issues the tokens of systems (client credentials).</summary>
    public IssuerSettings Staff { get; set; } = new();

    /// <summary>
    /// Where people see this site, such as <c>https://hcc.dienbien.gov.vn</c>: issuers send browsers back to it. Empty: nobody signs in on the
    /// pages, or only the invented people.
    /// </summary>
    public string Address { get; set; } = "";

    /// <summary>
    /// The directory id of the person who appoints the first others: administrator of the province for as long as the
    /// staff directory has no entry under that id. Empty for none.
    /// </summary>
    public string FirstAdministrator { get; set; } = "";
}

/// <summary>One issuer of tokens (OpenID Connect Discovery 1.0).</summary>
public sealed class IssuerSettings
{
    /// <summary>Where <c>/.well-known/openid-configuration</c> stands, without the trailing slash.</summary>
    public string Authority { get; set; } = "";

    /// <summary>The <c>aud</c> a token must carry: this system.</summary>
    public string Audience { get; set; } = "";

    /// <summary>The claim with the citizen's 12-digit number (số định danh cá nhân).</summary>
    public string PersonalNumberClaim { get; set; } = "personal_number";

    /// <summary>The claim with the enterprise code of an organisation's account; absent for a person's own.</summary>
    public string OrganisationClaim { get; set; } = "organization_code";

    /// <summary>
    /// The name under which the pages are registered with the issuer (OpenID Connect Core 1.0, section 3.1); empty: nobody signs in there with a browser.
    /// </summary>
    public string ClientId { get; set; } = "";

    /// <summary>The client's secret.</summary>
    public string ClientSecret { get; set; } = "";

    public bool IsOpen => Authority.Length > 0 && Audience.Length > 0;
}
