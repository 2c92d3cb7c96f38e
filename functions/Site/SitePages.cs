using System.Collections.Frozen;
using System.Text;
using Microsoft.AspNetCore.Http;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Reference;

namespace PublicAdmin.Site;

/// <summary>The pages, each within the one frame, in both languages. Made at the first request; one that lacks a word stops it.</summary>
public sealed class SitePages
{
    public const string Home = "home";

    /// <summary>Where a QR code leads.</summary>
    public const string Verify = "verify";

    private const string NotFound = "missing";
    private const string Prefix = "Site.pages.";

    private readonly SiteWords _words;
    private readonly SitePolicy _policy;
    private readonly string _frame;
    private readonly SiteAssets _assets;
    private readonly FrozenDictionary<(string Page, Language Language), SiteFile> _files;

    public SitePages(SiteWords words, SiteAssets assets, SitePolicy policy)
    {
        (_words, _policy, _assets) = (words, policy, assets);
        _frame = Resources.Text("Site.frame.html").Replace("{{version}}", assets.Version, StringComparison.Ordinal)
            .Replace("{{icons}}", Resources.Text("Site.icons.svg"), StringComparison.Ordinal);
        _files = Listed.SelectMany(page => Enum.GetValues<Language>().Select(language => (page, language)))
            .ToFrozenDictionary(key => key, key => Compose(key.page, key.language));
    }

    public static IReadOnlyList<string> Listed { get; } = [.. Resources.NamesIn(Prefix).Select(name => name[Prefix.Length..^".html".Length])];

    /// <param name="page">Its name, as in the address; the page that says there is none when there is none.</param>
    /// <param name="request">Says the language.</param>
    public IResult Answer(string page, HttpRequest request)
    {
        var language = request.Chosen();
        request.HttpContext.Response.Headers.Append("Vary", "Accept-Language, Cookie");
        request.HttpContext.Response.Headers.ContentLanguage = language.Tag();
        return _files.TryGetValue((page, language), out var file) && page is not NotFound
            ? new SiteAnswer(file, "no-cache", _policy.Text)
            : new SiteAnswer(_files[(NotFound, language)], "no-store", _policy.Text, StatusCodes.Status404NotFound);
    }

    /// <summary>A page with something of this one request in it, kept by nobody.</summary>
    /// <param name="page">Its name.</param>
    /// <param name="request">Says the language.</param>
    /// <param name="change">Puts it in.</param>
    public IResult Answer(string page, HttpRequest request, Func<string, string> change)
    {
        var language = request.Chosen();
        request.HttpContext.Response.Headers.ContentLanguage = language.Tag();
        var html = change(Encoding.UTF8.GetString(_files[(page, language)].In(null).Span));
        return new SiteAnswer(new SiteFile(Encoding.UTF8.GetBytes(html), "text/html; charset=utf-8"), "no-store", _policy.Text);
    }

    private SiteFile Compose(string page, Language language)
    {
        var html = new StringBuilder(_frame)
            .Replace("{{content}}", Resources.Text($"{Prefix}{page}.html"))
            .Replace("{{scripts}}", $"  <script type=\"module\" src=\"/assets/{_assets.Version}/{SiteAssets.ScriptOf(page)}\"></script>")
            .Replace("{{page}}", page)
            .Replace("{{page.", $"{{{{{page}.")
            .Replace("{{language}}", language.Tag())
            .ToString();
        return new SiteFile(
            Encoding.UTF8.GetBytes(
                _words.Fill(html, language).Replace("{{words}}", _words.ForScripts(_assets.ScriptTextOf(page), language), StringComparison.Ordinal)),
                "text/html; charset=utf-8");
    }
}
