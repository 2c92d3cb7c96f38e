using System.Net;
using System.Text.RegularExpressions;
using PublicAdmin.Platform;

namespace PublicAdmin.Notifications;

/// <summary>A letter as it will be read.</summary>
public sealed record Letter(string Subject, string Body)
{
    /// <summary>The same as HTML: paragraphs, and lists where lines begin with "- ". Everything a person wrote is escaped.</summary>
    public string Html => $"""
        <!doctype html><html><head><meta charset="utf-8"></head>
        <body style="font-family:'Segoe UI',Arial,sans-serif;font-size:15px;line-height:1.5;color:#1a1a1a;max-width:640px;margin:0 auto;padding:16px">
        <h1 style="font-size:18px;border-bottom:3px solid #b3261e;padding-bottom:8px">{WebUtility.HtmlEncode(Subject)}</h1>
        {string.Join('\n', Body.Split('\n').Select(Paragraph))}
        </body></html>
        """;

    private static string Paragraph(string line) => line.StartsWith("- ", StringComparison.Ordinal)
        ? $"<p style=\"margin:4px 0 4px 16px\">• {WebUtility.HtmlEncode(line[2..])}</p>"
        : $"<p style=\"margin:10px 0\">{WebUtility.HtmlEncode(line)}</p>";
}

/// <summary>One language of a letter, with places such as <c>{{code}}</c>.</summary>
public sealed record LetterText(string Subject, IReadOnlyList<string> Body);

/// <summary>A letter as its file has it.</summary>
/// <param name="Statutory">The law asks for it: it is sent whatever the citizen prefers, at any hour.</param>
public sealed partial record LetterTemplate(string Name, bool Statutory, LetterText Vi, LetterText En)
{
    public Letter Fill(IReadOnlyDictionary<string, string> facts, Language language)
    {
        var text = language is Language.Vi ? Vi : En;
        return new Letter(Fill(text.Subject, facts), string.Join('\n', text.Body.Select(line => Fill(line, facts)).Where(line => line.Length > 0)));
    }

    /// <summary>Every place named in either language.</summary>
    public IEnumerable<string> Places => new[] { Vi, En }.SelectMany(text => text.Body.Append(text.Subject))
        .SelectMany(line => Place().Matches(line)).Select(match => match.Groups[1].Value).Distinct();

    private static string Fill(string line, IReadOnlyDictionary<string, string> facts) => Place().Replace(line, match => facts[match.Groups[1].Value]);

    [GeneratedRegex(@"\{\{([a-z]+)\}\}")]
    private static partial Regex Place();
}

/// <summary>Every letter the office writes: files in Letters/.</summary>
public static class LetterBook
{
    private static readonly Dictionary<string, LetterTemplate> Letters =
        Resources.JsonIn<LetterTemplate>("Notifications.Letters.").ToDictionary(letter => letter.Name, StringComparer.Ordinal);

    public static IReadOnlyCollection<string> Names => Letters.Keys;

    public static LetterTemplate? Find(string name) => Letters.GetValueOrDefault(name);
}
