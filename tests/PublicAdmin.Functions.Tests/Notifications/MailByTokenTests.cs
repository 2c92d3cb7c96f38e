using PublicAdmin.Platform.Messages;
using PublicAdmin.Tests.Deadlines;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Notifications;

/// <summary>Letters by a mail server that takes tokens and no passwords, as Exchange Online does.</summary>
public sealed class MailByTokenTests
{
    [Fact]
    public async Task A_token_is_shown_instead_of_a_password_and_fetched_anew_only_when_it_has_ended()
    {
        await using var server = new SmtpServer { Token = MailTokenIssuer.Token };
        await using var issuer = await MailTokenIssuer.StartAsync();
        await using var office = await Office.OpenAsync("2026-11-16T02:00Z", [.. server.Settings, .. issuer.SettingsWith("its secret")]);

        await office.ReceiveForMaiAsync();
        await office.ReceiveAsync("2026-11-16 09:00", serial: 2);
        Assert.Equal((2, 1), (server.Letters.Count, issuer.Asked));

        office.Clock.Advance(TimeSpan.FromMinutes(56));
        await office.ReceiveAsync("2026-11-16 09:56", serial: 3);
        Assert.Equal((3, 2), (server.Letters.Count, issuer.Asked));
    }

    [Theory]
    [InlineData("its secret", 503)]
    [InlineData("another secret", 200)]
    public async Task A_letter_waits_while_no_token_is_to_be_had(string secret, int answer)
    {
        await using var server = new SmtpServer { Token = MailTokenIssuer.Token };
        await using var issuer = await MailTokenIssuer.StartAsync();
        issuer.Answer = answer;
        await using var office = await Office.OpenAsync("2026-11-16T02:00Z", [.. server.Settings, .. issuer.SettingsWith(secret)]);

        await office.ReceiveForMaiAsync();

        Assert.Empty(server.Letters);
        Assert.Equal(1, issuer.Asked);
        Assert.Empty(await office.The<IDeadLetters>().ListAsync(Queues.Notifications, 0, 10, default));
    }
}
