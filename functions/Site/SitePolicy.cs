using Microsoft.Extensions.Configuration;

namespace PublicAdmin.Site;

/// <summary>
/// What a page may load (Content Security Policy Level 3): our own files and pictures it has just taken, nothing else, no script or style within a page, no
/// frame round it.
/// Where large files come by link from the store (see Platform/Downloads), scripts may fetch from there too.
/// </summary>
public sealed class SitePolicy(IConfiguration settings)
{
    public string Text { get; } =
        $"default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; connect-src "
            + $"{Reached(settings["Azure:Blobs"])}; worker-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static string Reached(string? store) => store is null ? "'self'" : $"'self' {new Uri(store).GetLeftPart(UriPartial.Authority)}";
}
