using System.Globalization;
using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;

namespace PublicAdmin.Notifications.Sending;

/// <summary>
/// E-mail over SMTP: the province's own server, or Azure Communication Services, which speaks it too. TLS from the first byte on port 465 (RFC 8314), STARTTLS
/// elsewhere (RFC 3207).
/// </summary>
public sealed class SmtpMailer(IOptions<MailSettings> settings, MailTokens tokens) : IMailer
{
    private const int ImplicitTls = 465;

    public async Task SendAsync(Mail mail, CancellationToken ct)
    {
        var server = settings.Value;
        using var message = MailMessages.Of(mail, server.From);
        using var client = new SmtpClient();
        try
        {
            await client.ConnectAsync(server.Host, server.Port, SecurityOf(server), ct);
            await SignInAsync(client, server, ct);
            await client.SendAsync(message, ct);
            await client.DisconnectAsync(quit: true, ct);
        }
        catch (SmtpCommandException e) when (IsForGood(e.StatusCode))
        {
            throw new UndeliverableException($"The mail server refused the letter: {(int)e.StatusCode}.", e);
        }
        catch (Exception e) when (IsOfTheLine(e))
        {
            throw new MailAwayException($"The mail server is away: {e.GetType().Name}.", CodeOf(e), inner: e);
        }
    }

    private async Task SignInAsync(SmtpClient client, MailSettings server, CancellationToken ct)
    {
        if (server.TokenUrl.Length > 0)
        {
            await client.AuthenticateAsync(new SaslMechanismOAuth2(server.User, await tokens.GetAsync(ct)), ct);
        }
        else if (server.User.Length > 0)
        {
            await client.AuthenticateAsync(server.User, server.Password, ct);
        }
    }

    private static SecureSocketOptions SecurityOf(MailSettings server) =>
        server.Port == ImplicitTls ? SecureSocketOptions.SslOnConnect : server.StartTls ? SecureSocketOptions.StartTls : SecureSocketOptions.None;

    // 5yz is a permanent failure (RFC 5321 section 4.2.1); of these, an account the server wants first is ours to repair.
    private static bool IsForGood(SmtpStatusCode status) => (int)status is >= 500 and < 600 and not 530 and not 535;

    private static string CodeOf(Exception e) => e switch
    {
        SmtpCommandException { StatusCode: var status } => string.Create(CultureInfo.InvariantCulture, $"smtp-{(int)status}"),
        AuthenticationException => "sign-in-refused",
        SslHandshakeException => "tls",
        TimeoutException => "timeout",
        _ => "unreachable",
    };

    private static bool IsOfTheLine(Exception e) =>
        e is CommandException or ProtocolException or AuthenticationException or SslHandshakeException or ServiceNotConnectedException
            or ServiceNotAuthenticatedException
            or NotSupportedException or SocketException or IOException or TimeoutException;
}
