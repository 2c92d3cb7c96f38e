using System.Net;

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

    /// <summary>
    /// Networks the portal fetches files from by our links, as <c>203.0.113.0/24</c> with blanks between; empty: whoever holds a link fetches by it, once.
    /// </summary>
    public string FetchNetworks { get; set; } = "";

    /// <summary>Whether somebody at an address may be the portal that fetches a file.</summary>
    /// <exception cref="FormatException">What was set is no network.</exception>
    public bool MayFetch(IPAddress? address) => FetchNetworks.Length is 0
        || (address is not null && FetchNetworks.Split(' ', StringSplitOptions.RemoveEmptyEntries).Any(network => IPNetwork.Parse(network).Contains(
            address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address)));

    /// <summary>Whether a link leads there: it is no way to make the office ask somebody else.</summary>
    public bool IsOfPortal(string link) => FilesAddress.Length > 0 && Uri.TryCreate(link, UriKind.Absolute, out var uri) && uri.UserInfo.Length == 0
        && new Uri(FilesAddress).IsBaseOf(uri);
}
