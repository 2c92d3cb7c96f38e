using PublicAdmin.Deadlines.Escalation;
using PublicAdmin.Dossiers;
using PublicAdmin.Processing.Deciding;
using PublicAdmin.Tests.Notifications;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Deadlines;

/// <summary>The desk must accept, refuse or ask for a supplement within 8 working hours of an online filing, within a working day at the counter.</summary>
public sealed class IntakeTests
{
    [Theory]
    [InlineData(Channel.Online, "2026-11-16 10:00", "2026-11-17 10:00")]
    [InlineData(Channel.Online, "2026-11-15 23:00", "2026-11-16 17:00")] // a Sunday night counts from Monday's opening
    [InlineData(Channel.Post, "2026-11-16 10:00", "2026-11-17 17:00")]
    public async Task The_work_list_says_until_when(Channel channel, string filed, string decideBy)
    {
        await using var office = await Office.OpenAsync(at: "2026-11-15T02:00Z");
        office.Clock.GoTo(Given.At(filed));

        await FileAsync(office, channel);

        Assert.Equal(Given.At(decideBy), Assert.Single(await office.As("clerk-muong-ang").WorkAsync()).DecideBy);
    }

    [Fact]
    public async Task Past_it_clerk_and_supervisor_are_told_once_and_a_supplement_begins_anew()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-16T03:00Z");
        var code = await FileAsync(office, Channel.Online); // decide by Tuesday 10:00
        await SweepAsync(office, "2026-11-17 09:55");
        Assert.Empty(await office.InboxOfAsync("supervisor-muong-ang"));

        await SweepAsync(office, "2026-11-17 10:05");
        await SweepAsync(office, "2026-11-17 10:10");
        foreach (var persona in new[] { "clerk-muong-ang", "supervisor-muong-ang" })
        {
            var line = Assert.Single(await office.InboxOfAsync(persona));
            Assert.Equal($"[Quá giờ quyết định tiếp nhận] Hồ sơ {code}", line.GetProperty("subject").GetString());
            Assert.Contains("Hạn quyết định tiếp nhận: 10:00 thứ Ba 17/11/2026.", line.GetProperty("body").GetString(), StringComparison.Ordinal);
        }

        await office.As("clerk-muong-ang")
            .ActAsync(code, "supplement-request",
                new SupplementRequestForm([new SupplementItem("Tờ khai có chữ ký", "Thiếu chữ ký", null, null)], "Lò Thị Hương"));
        await office.DeliverMessagesAsync();
        Assert.Null(Assert.Single(await office.As("clerk-muong-ang").WorkAsync()).DecideBy); // it is the citizen's turn
        office.Clock.GoTo(Given.At("2026-11-19 08:00"));
        await office.As("mai").ActAsync(code, "supplement", new SupplementForm([], "Đã ký"));
        await office.DeliverMessagesAsync();

        Assert.Equal(Given.At("2026-11-20 08:00"), Assert.Single(await office.As("clerk-muong-ang").WorkAsync()).DecideBy);
        await SweepAsync(office, "2026-11-20 08:05");
        Assert.Equal(2, (await office.InboxOfAsync("supervisor-muong-ang")).Count);
    }

    private static async Task<DossierCode> FileAsync(Office office, Channel channel)
    {
        var form = Filings.MaritalStatus(office.OfficeOf("clerk-muong-ang")) with { Channel = channel };
        var filed = await office.As(channel is Channel.Online ? "mai" : "clerk-muong-ang").FileAsync(form);
        await office.DeliverMessagesAsync();
        return filed.Code;
    }

    private static async Task SweepAsync(Office office, string at)
    {
        office.Clock.GoTo(Given.At(at));
        await office.RunTimerAsync(nameof(EscalateDeadlines));
        await office.DeliverMessagesAsync();
    }
}
