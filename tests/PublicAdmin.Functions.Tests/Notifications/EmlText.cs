using System.Text;
using System.Text.RegularExpressions;

namespace PublicAdmin.Tests.Notifications;

/// <summary>Reads a letter as a mail program would: subject and plain text, decoded.</summary>
internal static partial class EmlText
{
    public static string SubjectOf(string eml)
    {
        var header = Folded().Replace(eml[..eml.IndexOf("\r\n\r\n", StringComparison.Ordinal)], "");
        var subject = header.Split("\r\n").First(line => line.StartsWith("Subject:", StringComparison.OrdinalIgnoreCase))["Subject:".Length..];
        return string.Concat(EncodedWord().Matches(subject).Select(word => Decode(word.Groups[1].Value, word.Groups[2].Value)));
    }

    /// <summary>The first part, which is the plain text.</summary>
    public static string BodyOf(string eml) => PartOf(eml, "text/plain");

    /// <summary>The second part, the page.</summary>
    public static string HtmlOf(string eml) => PartOf(eml, "text/html");

    private static string PartOf(string eml, string type)
    {
        var part = eml[eml.IndexOf(type, StringComparison.Ordinal)..];
        var start = part.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4;
        var end = part.IndexOf("\r\n--", start, StringComparison.Ordinal);
        var encoded = part[start..(end < 0 ? part.Length : end)];
        return Decode(part.Contains("base64", StringComparison.Ordinal) && !part[..start].Contains("quoted-printable", StringComparison.Ordinal) ? "B" : "Q", encoded);
    }

    private static string Decode(string encoding, string text) => encoding.Equals("B", StringComparison.OrdinalIgnoreCase)
        ? Encoding.UTF8.GetString(Convert.FromBase64String(text.ReplaceLineEndings("")))
        : QuotedPrintable(text);

    private static string QuotedPrintable(string text)
    {
        var joined = text.Replace("=\r\n", "", StringComparison.Ordinal);
        var bytes = new List<byte>();
        for (var i = 0; i < joined.Length; i++)
        {
            if (joined[i] == '=')
            {
                bytes.Add(Convert.ToByte(joined.Substring(i + 1, 2), 16));
                i += 2;
            }
            else
            {
                bytes.AddRange(Encoding.UTF8.GetBytes(joined[i].ToString()));
            }
        }

        return Encoding.UTF8.GetString([.. bytes]);
    }

    [GeneratedRegex(@"\r\n[ \t]+")]
    private static partial Regex Folded();

    [GeneratedRegex(@"=\?utf-8\?([BQ])\?([^?]*)\?=", RegexOptions.IgnoreCase)]
    private static partial Regex EncodedWord();
}
