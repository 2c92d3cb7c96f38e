using Microsoft.AspNetCore.Http;

namespace PublicAdmin.Platform;

/// <summary>The two languages the office speaks. Vietnamese unless English is asked for.</summary>
public enum Language { Vi, En }

/// <summary>A sentence or name in both languages.</summary>
public sealed record Text(string Vi, string En)
{
    public string In(Language language) => language is Language.Vi ? Vi : En;

    /// <summary>What reads the same in both: a code, a number, somebody's own words.</summary>
    public static Text Same(string text) => new(text, text);
}

public static class Languages
{
    /// <summary>The caller's language by Accept-Language (RFC 9110 section 12.5.4): the first of vi and en with the highest weight.</summary>
    public static Language Language(this HttpRequest request)
    {
        var wanted = request.GetTypedHeaders().AcceptLanguage
            .Where(entry => entry.Quality is not 0)
            .OrderByDescending(entry => entry.Quality ?? 1)
            .Select(entry => entry.Value.Value?.Split('-')[0].ToLowerInvariant())
            .FirstOrDefault(tag => tag is "vi" or "en");
        return wanted == "en" ? Platform.Language.En : Platform.Language.Vi;
    }
}
