using System.Text.RegularExpressions;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Reference;

namespace PublicAdmin.Notifications;

/// <summary>A letter as it will be read.</summary>
/// <param name="Body">Plain text: the whole of it, for every mail program and every phone.</param>
/// <param name="Content">The same as HTML; null for one made from the text.</param>
public sealed record Letter(string Subject, string Body, Language Language = Language.Vi, string? Content = null)
{
    /// <summary>The signed paper that goes with it by e-mail.</summary>
    public Attachment? Paper { get; init; }

    /// <summary>The page of a mail program. Everything a person wrote is escaped.</summary>
    public string Html => LetterPage.Of(this);
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
        return new Letter(Fill(text.Subject, facts), string.Join('\n', text.Body.Select(line => Fill(line, facts)).Where(line => line.Length > 0)), language);
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

/// <summary>A PDF that goes with a letter.</summary>
/// <param name="Name">Of the file.</param>
public sealed record Attachment(string Name, byte[] Pdf);
