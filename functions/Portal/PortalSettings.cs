namespace PublicAdmin.Portal;

/// <summary>Settings <c>Portal:*</c>.</summary>
public sealed class PortalSettings
{
    public const string Section = "Portal";

    /// <summary>Directory id of the National Portal's client: it hears of every dossier. Empty: each system hears of those it filed.</summary>
    public string Client { get; set; } = "";

    /// <summary>
    /// https address of the national contract (DongBoHoSoMC, CapNhatTienDoHoSoMC). Empty: nothing is sent, the portal fetches its changes itself.
    /// </summary>
    public string Address { get; set; } = "";

    /// <summary>The province's account there.</summary>
    public string User { get; set; } = "";

    public string Password { get; set; } = "";

    /// <summary>
    /// Keys the portal signs its filings with, as <c>id:secret</c> with blanks between, each secret of at least 32 characters; two while one follows another.
    /// Empty: it files nothing this way.
    /// </summary>
    public string FilingKeys { get; set; } = "";

    /// <summary>https address its store of files begins with; empty: a filing brings no files.</summary>
    public string FilesAddress { get; set; } = "";

    /// <summary>Whether a link leads there: it is no way to make the office ask somebody else.</summary>
    public bool IsOfPortal(string link) => FilesAddress.Length > 0 && Uri.TryCreate(link, UriKind.Absolute, out var uri) && uri.UserInfo.Length == 0
        && new Uri(FilesAddress).IsBaseOf(uri);
}
