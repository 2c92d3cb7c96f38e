using Microsoft.AspNetCore.Http;
using PublicAdmin.Platform;

namespace PublicAdmin.Site;

/// <summary>The language of a page: the one a reader chose on the site, else the browser's.</summary>
internal static class SiteLanguage
{
    /// <summary>Kept by the switch on every page; says nothing about anybody.</summary>
    public const string Cookie = "language";

    public static Language Chosen(this HttpRequest request) => Parse(request.Query["lang"]) ?? Parse(request.Cookies[Cookie]) ?? request.Language();

    public static string Tag(this Language language) => language is Language.Vi ? "vi" : "en";

    private static Language? Parse(string? tag) => tag switch
    {
        "vi" => Language.Vi,
        "en" => Language.En,
        _ => null,
    };
}
