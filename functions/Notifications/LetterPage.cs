using PublicAdmin.Platform;
using PublicAdmin.Platform.Reference;

namespace PublicAdmin.Notifications;

/// <summary>The HTML side of a letter: one simple page for all of them, readable on a phone, by a screen reader and in old mail programs.</summary>
/// <param name="Content">HTML a template made; null when the blocks are the letter.</param>
public sealed record LetterPage(string Lang, string Title, string Sender, string Note, string? Content, IReadOnlyList<LetterBlock> Blocks)
{
    private static readonly HtmlTemplate Page = new("Notifications.Letters.page.html");

    public static string Of(Letter letter)
    {
        var vi = letter.Language is Language.Vi;
        return Page.Fill(new LetterPage(
            vi ? "vi" : "en", letter.Subject,
            vi ? "Trung tâm Phục vụ hành chính công · Tỉnh Điện Biên" : "Public Administration Service Center · Điện Biên province",
            vi ? "Thư gửi tự động, xin không trả lời vào địa chỉ này." : "Sent automatically; please do not answer to this address.",
            letter.Content, letter.Content is null ? LetterBlock.In(letter.Body) : []));
    }
}

/// <summary>Lines of one kind that stand together.</summary>
/// <param name="List">They are the items of a list: lines that begin with "- ".</param>
public sealed record LetterBlock(bool List, IReadOnlyList<string> Lines)
{
    private const string Item = "- ";

    public static IReadOnlyList<LetterBlock> In(string body)
    {
        var blocks = new List<LetterBlock>();
        foreach (var line in body.Split('\n'))
        {
            var item = line.StartsWith(Item, StringComparison.Ordinal);
            var text = item ? line[Item.Length..] : line;
            if (blocks.LastOrDefault() is { } last && last.List == item)
            {
                blocks[^1] = last with { Lines = [.. last.Lines, text] };
            }
            else
            {
                blocks.Add(new(item, [text]));
            }
        }

        return blocks;
    }
}
