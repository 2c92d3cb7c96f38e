using System.Text;
using MimeKit;

namespace PublicAdmin.Tests.Notifications;

/// <summary>Reads a letter as a mail program would: subject and both bodies, decoded.</summary>
internal static class EmlText
{
    public static string SubjectOf(string eml) => Read(eml).Subject!;

    public static string BodyOf(string eml) => Read(eml).TextBody!.ReplaceLineEndings("\n");

    public static string HtmlOf(string eml) => Read(eml).HtmlBody!.ReplaceLineEndings("\n");

    private static MimeMessage Read(string eml) => MimeMessage.Load(new MemoryStream(Encoding.UTF8.GetBytes(eml)));
}
