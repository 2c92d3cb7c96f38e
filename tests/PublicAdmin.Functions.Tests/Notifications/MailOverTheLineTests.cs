using PublicAdmin.Dossiers;
using PublicAdmin.Notifications;
using PublicAdmin.Platform.Messages;
using PublicAdmin.Tests.Deadlines;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Notifications;

/// <summary>Letters over SMTP, against a server that really answers.</summary>
public class MailOverTheLineTests
{
    [Fact]
    public async Task A_received_dossier_is_confirmed_by_one_letter()
    {
        await using var server = new SmtpServer();
        await using var office = await Office.OpenAsync("2026-11-16T02:00Z", server.Settings);

        await office.ReceiveForMaiAsync();

        var letter = Assert.Single(server.Letters);
        Assert.Contains("To: mai@example.vn", letter, StringComparison.Ordinal);
        Assert.Contains("Message-ID: <H18.61-261116-0001_2_applicant_Email@dienbien.gov.vn>", letter, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Đã tiếp nhận hồ sơ H18.61-261116-0001", EmlText.SubjectOf(letter), StringComparison.Ordinal);
        Assert.Contains("24/11: Ngày Văn hóa Việt Nam, không tính", EmlText.BodyOf(letter), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_message_delivered_again_sends_nothing_more()
    {
        await using var server = new SmtpServer();
        await using var office = await Office.OpenAsync("2026-11-16T02:00Z", server.Settings);
        var code = await office.ReceiveForMaiAsync();
        office.Clock.Advance(TimeSpan.FromHours(1)); // beyond the queue's own duplicate window

        var notice = new Notice($"{code}:2", "received", Given.At("2026-11-16 09:00"), code, 2);
        await office.The<IQueueSender>().SendAsync(QueueMessage.Of(Queues.Notifications, "again", notice), default);
        await office.DeliverMessagesAsync();

        Assert.Single(server.Letters);
    }

    [Fact]
    public async Task A_server_that_is_busy_is_tried_again_with_growing_pauses()
    {
        await using var server = new SmtpServer { Reply = "451 busy" };
        await using var office = await Office.OpenAsync("2026-11-16T02:00Z", server.Settings);
        await office.ReceiveForMaiAsync();
        Assert.Empty(server.Letters);

        server.Reply = "250 OK";
        await office.DeliverMessagesAsync();
        Assert.Empty(server.Letters); // not before a minute has passed
        office.Clock.Advance(TimeSpan.FromMinutes(1.1));
        await office.DeliverMessagesAsync();

        Assert.Single(server.Letters);
    }

    [Fact]
    public async Task After_the_last_try_an_administrator_finds_it_among_the_dead_letters()
    {
        await using var server = new SmtpServer { Reply = "451 busy" };
        await using var office = await Office.OpenAsync("2026-11-16T02:00Z", server.Settings);
        await office.ReceiveForMaiAsync();
        await office.TryLettersForAWeekAsync();

        var dead = Assert.Single(await office.The<IDeadLetters>().ListAsync(Queues.Notifications, 0, 10, default));
        Assert.Equal("letter-undeliverable", dead.Reason);
        Assert.DoesNotContain("mai@example.vn", dead.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_that_does_not_exist_is_not_tried_again()
    {
        await using var server = new SmtpServer { Reply = "550 no such mailbox" };
        await using var office = await Office.OpenAsync("2026-11-16T02:00Z", server.Settings);

        await office.ReceiveForMaiAsync();

        Assert.Equal("letter-refused", Assert.Single(await office.The<IDeadLetters>().ListAsync(Queues.Notifications, 0, 10, default)).Reason);
    }

    [Fact]
    public async Task An_extension_carries_the_apology_even_to_whoever_switched_letters_off()
    {
        await using var server = new SmtpServer();
        await using var office = await Office.OpenAsync("2026-11-16T02:00Z", server.Settings);
        await office.The<PreferenceStore>().PutAsync("011195000123", new Preferences(Email: false, Sms: false), default);
        var code = await office.ReceiveForMaiAsync();
        office.Clock.GoTo(Given.At("2026-11-30 09:00"));

        await office.ActAsync("leader-dien-bien-phu", code, "extension", new { newDay = "2026-12-04", reason = "Chờ xác minh tại xã Mường Phăng" });
        await office.DeliverMessagesAsync();

        var body = EmlText.BodyOf(server.Letters.Last(letter => letter.Contains("mai@example.vn", StringComparison.Ordinal)));
        Assert.Contains("Chờ xác minh tại xã Mường Phăng", body, StringComparison.Ordinal);
        Assert.Contains("17:00 thứ Sáu 04/12/2026", body, StringComparison.Ordinal);
        Assert.Contains("hẹn trả kết quả vào 17:00 thứ Ba 01/12/2026", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_law_does_not_ask_for_is_not_sent_to_whoever_switched_letters_off()
    {
        await using var server = new SmtpServer();
        await using var office = await Office.OpenAsync("2026-11-16T02:00Z", server.Settings);
        await office.The<PreferenceStore>().PutAsync("011195000123", new Preferences(Email: false, Sms: false), default);
        var code = await office.ReceiveForMaiAsync();
        var before = server.Letters.Count;

        await office.RecordAsync(code, new Returned(ReturnWay.Counter, null, ADossier.ByClerk));
        await office.DeliverMessagesAsync();

        Assert.Equal(before, server.Letters.Count);
    }
}
