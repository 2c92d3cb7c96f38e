using Microsoft.Extensions.Configuration;

namespace PublicAdmin.Dossiers;

/// <summary>Where a dossier is tracked and read on the site: beside the page that checks papers, whose address is set.</summary>
public sealed class TrackingPages(IConfiguration settings)
{
    /// <summary>Setting: what stands before the token in a paper's QR code, so that any telephone opens the right page.</summary>
    public const string CheckAddressSetting = "Signing:CheckAddress";

    public const string DefaultCheckAddress = "http://localhost:7071/verify/";

    /// <summary>For the eye, without what a person need not type: <c>dichvucong.example/track</c>.</summary>
    public string Shown => Page.GetComponents(UriComponents.HostAndPort | UriComponents.Path, UriFormat.UriEscaped);

    /// <summary>The dossier's own page, for whoever signs in.</summary>
    public string PageOf(DossierCode code) => At($"/dossier?code={code}").ToString();

    /// <summary>Where what a dossier owes is paid, and where a payer comes back to.</summary>
    public string PayPageOf(DossierCode code) => At($"/pay?code={code}").ToString();

    /// <summary>Where whoever signs in sees what others did in the own name, and answers.</summary>
    public string AccountPage => At("/me").ToString();

    private Uri Page => At("/track");

    /// <summary>Code and secret stand in the fragment: a browser sends it to no server, and no log holds it (RFC 3986, section 3.5).</summary>
    public string LinkOf(DossierCode code, string secret) => $"{Page}#{code}&{secret}";

    /// <param name="path">From the root of the site, with its query.</param>
    public Uri At(string path) => new(new Uri(settings[CheckAddressSetting] ?? DefaultCheckAddress), path);
}
