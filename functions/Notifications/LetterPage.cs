using System.Text.Encodings.Web;
using System.Text.Unicode;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Reference;

namespace PublicAdmin.Notifications;

/// <summary>The HTML side of a letter: one simple page for all of them, readable on a phone, by a screen reader and in old mail programs.</summary>
internal static class LetterPage
{
    // Vietnamese letters stay letters: the page says it is UTF-8.
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);
    private static readonly string Page = Resources.Text("Notifications.Letters.page.html");

    public static string Of(string title, string content, Language language)
    {
        var vi = language is Language.Vi;
        return Page
            .Replace("{{lang}}", vi ? "vi" : "en", StringComparison.Ordinal)
            .Replace("{{sender}}", vi ? "Trung tâm Phục vụ hành chính công · Tỉnh Điện Biên" : "Public Administration Service Center · Điện Biên province",
                StringComparison.Ordinal)
            .Replace("{{note}}", vi ? "Thư gửi tự động, xin không trả lời vào địa chỉ này." : "Sent automatically; please do not answer to this address.",
                StringComparison.Ordinal)
            .Replace("{{title}}", Text(title), StringComparison.Ordinal)
            .Replace("{{content}}", content, StringComparison.Ordinal);
    }

    /// <summary>Paragraphs, and lists where lines begin with "- ".</summary>
    public static string Paragraphs(string body)
    {
        var (html, inList) = (new System.Text.StringBuilder(), false);
        foreach (var line in body.Split('\n'))
        {
            var isItem = line.StartsWith("- ", StringComparison.Ordinal);
            html.Append(isItem == inList ? "" : isItem ? "<ul style=\"margin:6px 0 12px;padding-left:22px\">\n" : "</ul>\n");
            html.Append(isItem ? $"<li style=\"margin:4px 0\">{Text(line[2..])}</li>\n" : $"<p style=\"margin:0 0 12px\">{Text(line)}</p>\n");
            inList = isItem;
        }

        return html.Append(inList ? "</ul>\n" : "").ToString();
    }

    /// <summary>Escaped: what people wrote stays text.</summary>
    public static string Text(string text) => Encoder.Encode(text);
}
