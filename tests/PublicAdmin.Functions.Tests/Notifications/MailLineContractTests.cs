using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Options;
using PublicAdmin.Notifications;
using PublicAdmin.Notifications.Sending;
using PublicAdmin.Tests.Deadlines;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Notifications;

/// <summary>What every line says when it is busy, broken or refuses: one of two words, whatever it is made of.</summary>
public sealed class MailLineContractTests
{
    private static readonly Mail Letter = new("H18.61-261116-0001:2:applicant:Email", "mai@example.vn", new Letter("Thư", "Kính gửi"));

    [Theory]
    [InlineData("421 come back later")]
    [InlineData("451 busy")]
    [InlineData("530 authenticate first")] // ours to repair
    public async Task A_mail_server_that_puts_off_is_away(string reply)
    {
        await using var server = new SmtpServer { Reply = reply };

        await Assert.ThrowsAsync<MailAwayException>(() => Smtp(server.Port).SendAsync(Letter, default));
    }

    [Fact]
    public async Task A_mail_server_that_refuses_the_address_does_so_for_good()
    {
        await using var server = new SmtpServer { Reply = "550 no such mailbox" };

        await Assert.ThrowsAsync<UndeliverableException>(() => Smtp(server.Port).SendAsync(Letter, default));
    }

    [Fact]
    public async Task A_mail_server_nobody_answers_at_is_away()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        var port = ((IPEndPoint)silent.LocalEndpoint).Port;
        silent.Stop();

        await Assert.ThrowsAsync<MailAwayException>(() => Smtp(port).SendAsync(Letter, default));
    }

    [Fact]
    public async Task A_server_without_the_encryption_asked_for_is_away_and_hears_nothing()
    {
        await using var server = new SmtpServer();

        await Assert.ThrowsAsync<MailAwayException>(() => Smtp(server.Port, startTls: true).SendAsync(Letter, default));
        Assert.Empty(server.Letters);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_is_away()
    {
        using var folder = new TempFolder();
        var mailer = new FolderMailer(Options.Create(new MailSettings { Folder = folder.Write("file", [1]) }));

        await Assert.ThrowsAsync<MailAwayException>(() => mailer.SendAsync(Letter, default));
    }

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    [InlineData(408)]
    public async Task A_gateway_that_is_busy_is_away(int answer)
    {
        await using var server = await GatewayServer.StartAsync();
        server.Answer = answer;

        await Assert.ThrowsAsync<MailAwayException>(
            () => Gateway(server.Url).SendAsync(new ShortMessage("1", LetterChannel.Sms, "0912345678", "Thư"), default));
    }

    [Fact]
    public async Task A_gateway_that_refuses_does_so_for_good_and_one_out_of_reach_is_away()
    {
        await using var server = await GatewayServer.StartAsync();
        server.Answer = 422;

        await Assert.ThrowsAsync<UndeliverableException>(
            () => Gateway(server.Url).SendAsync(new ShortMessage("1", LetterChannel.Sms, "0912345678", "Thư"), default));
        await Assert.ThrowsAsync<MailAwayException>(
            () => Gateway("http://127.0.0.1:1/messages").SendAsync(new ShortMessage("1", LetterChannel.Sms, "0912345678", "Thư"), default));
    }

    [Fact]
    public async Task A_gateway_that_stays_busy_ends_as_work_for_the_counter()
    {
        await using var gateway = await GatewayServer.StartAsync();
        gateway.Answer = 503;
        await using var office = await Office.OpenAsync("2026-11-16T02:00Z", gateway.Settings);
        await office.ReceiveAsync(
            "2026-11-16 09:00", 1, "1.014027", PublicAdmin.Procedures.Term.WorkingDays(10), new("Vừ Thị Mỷ", "011150000789", "0912345678"));
        foreach (var _ in Enumerable.Range(0, 8))
        {
            office.Clock.Advance(TimeSpan.FromHours(25));
            await office.DeliverMessagesAsync();
        }

        Assert.Contains(await office.InboxOfAsync("clerk-dien-bien-phu"), line => line.GetProperty("letter").GetString() == "tell-by-hand");
    }

    private static SmtpMailer Smtp(int port, bool startTls = false)
    {
        var settings = Options.Create(new MailSettings { Host = "127.0.0.1", Port = port, StartTls = startTls });
        return new(settings, new MailTokens(new HttpClient(), settings, TimeProvider.System));
    }

    private static MessageGateway Gateway(string url) =>
        new(new HttpClient(), Options.Create(new MailSettings { GatewayUrl = url, GatewaySecret = GatewayServer.Secret }),
            new FixedClock(Given.At("2026-11-16 09:00")));
}
