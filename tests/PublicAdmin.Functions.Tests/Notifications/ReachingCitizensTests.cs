using System.Text.Json;
using PublicAdmin.Dossiers;
using PublicAdmin.Notifications;
using PublicAdmin.Platform.Messages;
using PublicAdmin.Procedures;
using PublicAdmin.Tests.Deadlines;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Notifications;

/// <summary>How a letter reaches a citizen: by the way they like, at an hour they allow, and if the law asks for it in any case.</summary>
public sealed class ReachingCitizensTests
{
    private static readonly Applicant WithPhone = new("Lò Thị Mai", "011195000123", "0912345678", null, "Bản Co Mỵ, xã Mường Ảng");
    private static readonly Applicant WithBoth = WithPhone with { Email = "mai@example.vn" };

    [Fact]
    public async Task Whoever_has_only_a_phone_and_there_is_no_gateway_is_called_by_the_counter()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-16T02:00Z");

        var code = await office.ReceiveAsync("2026-11-16 09:00", 1, "1.014027", Term.WorkingDays(10), WithPhone);
        await AgainAsync(office, code);

        var task = Assert.Single(await TasksAsync(office));
        Assert.Equal($"[Gọi điện hoặc gửi bưu chính] Đã tiếp nhận hồ sơ {code}", task.GetProperty("subject").GetString());
        var body = task.GetProperty("body").GetString()!;
        Assert.Contains("Điện thoại: 0912345678. Địa chỉ: Bản Co Mỵ, xã Mường Ảng.", body, StringComparison.Ordinal);
        Assert.Contains($"In Mẫu 01 (Giấy tiếp nhận hồ sơ và hẹn trả kết quả) ở trang hồ sơ {code}.", body, StringComparison.Ordinal);
        Assert.Contains("17:00 thứ Ba 01/12/2026", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_a_gateway_the_phone_is_told_and_the_counter_has_no_task()
    {
        await using var gateway = await GatewayServer.StartAsync();
        await using var office = await Office.OpenAsync("2026-11-16T02:00Z", gateway.Settings);

        await office.ReceiveAsync("2026-11-16 09:00", 1, "1.014027", Term.WorkingDays(10), WithPhone);

        Assert.Equal((LetterChannel.Sms, "0912345678"), (Assert.Single(gateway.Messages).Channel, gateway.Messages[0].To));
        Assert.Empty(await TasksAsync(office));
    }

    [Fact]
    public async Task What_the_law_does_not_ask_for_makes_no_work_for_the_counter()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-16T02:00Z");
        var code = await office.ReceiveAsync("2026-11-16 09:00", 1, "1.014027", Term.WorkingDays(10), WithPhone);
        var before = (await TasksAsync(office)).Count;

        await ReturnAsync(office, code);

        Assert.Equal(before, (await TasksAsync(office)).Count);
    }

    [Fact]
    public async Task A_mailbox_that_refuses_makes_work_for_the_counter_beside_the_dead_letter()
    {
        await using var server = new SmtpServer { Reply = "550 no such mailbox" };
        await using var office = await Office.OpenAsync("2026-11-16T02:00Z", server.Settings);

        await office.ReceiveForMaiAsync();

        Assert.Single(await office.The<IDeadLetters>().ListAsync(Queues.Notifications, 0, 10, default));
        Assert.Single(await TasksAsync(office));
    }

    [Theory]
    [InlineData(true, false, false, LetterChannel.Email)]
    [InlineData(true, true, false, LetterChannel.Email)] // no paid message where e-mail reaches
    [InlineData(false, true, false, LetterChannel.Sms)]
    [InlineData(false, true, true, LetterChannel.Zalo)]
    public async Task A_letter_goes_by_the_way_the_citizen_chose(bool email, bool sms, bool zalo, LetterChannel expected)
    {
        await using var gateway = await GatewayServer.StartAsync();
        await using var office = await Office.OpenAsync("2026-11-16T02:00Z", gateway.Settings);
        await office.The<PreferenceStore>().PutAsync(WithBoth.PersonalNumber, new Preferences(Email: email, Sms: sms, Zalo: zalo), default);

        await office.ReceiveAsync("2026-11-16 09:00", 1, "1.014027", Term.WorkingDays(10), WithBoth);

        var mails = Directory.Exists(Path.Combine(office.Folder, "mail")) ? Directory.GetFiles(Path.Combine(office.Folder, "mail"), "*applicant*").Length : 0;
        Assert.Equal(expected is LetterChannel.Email ? [] : [expected], gateway.Messages.Select(message => message.Channel));
        Assert.Equal(expected is LetterChannel.Email ? 1 : 0, mails);
    }

    [Fact]
    public async Task At_night_only_what_the_law_asks_for_rings_the_phone_and_the_rest_waits_for_morning()
    {
        await using var gateway = await GatewayServer.StartAsync();
        await using var office = await Office.OpenAsync("2026-11-16T16:00Z", gateway.Settings); // 23:00
        var code = await office.ReceiveAsync("2026-11-16 09:00", 1, "1.014027", Term.WorkingDays(10), WithPhone);
        await ReturnAsync(office, code);
        var atNight = gateway.Messages.Count;

        office.Clock.GoTo(Given.At("2026-11-17 06:01"));
        await office.DeliverMessagesAsync();

        Assert.Equal(1, atNight); // received: form 01 may not wait
        Assert.Contains(gateway.Messages, message => message.Text.StartsWith($"Đã trả kết quả hồ sơ {code}", StringComparison.Ordinal));
    }

    private static async Task<IReadOnlyList<JsonElement>> TasksAsync(Office office) =>
        [.. (await office.InboxOfAsync("clerk-dien-bien-phu")).Where(line => line.GetProperty("letter").GetString() == "tell-by-hand")];

    private static async Task ReturnAsync(Office office, DossierCode code)
    {
        await office.RecordAsync(code, new Returned(ReturnWay.Counter, null, ADossier.ByClerk with { At = office.Clock.GetUtcNow() }));
        await office.DeliverMessagesAsync();
    }

    private static async Task AgainAsync(Office office, DossierCode code)
    {
        office.Clock.Advance(TimeSpan.FromHours(1)); // beyond the queue's own duplicate window
        await office.The<IQueueSender>()
            .SendAsync(QueueMessage.Of(Queues.Notifications, "again", new Notice($"{code}:2", "received", Given.At("2026-11-16 09:00"), code, 2)), default);
        await office.DeliverMessagesAsync();
    }
}
