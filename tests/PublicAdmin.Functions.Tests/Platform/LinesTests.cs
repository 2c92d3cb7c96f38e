using System.Net;
using Microsoft.Extensions.Logging.Abstractions;
using PublicAdmin.Api.Operating;
using PublicAdmin.Platform.Lines;
using PublicAdmin.Platform.Storage;
using PublicAdmin.Tests.Deadlines;
using PublicAdmin.Tests.Documents;
using PublicAdmin.Tests.Notifications;
using PublicAdmin.Tests.Portal;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Platform;

/// <summary>An administrator sees which line out of the office is down, since when, and what waits for it; a restart forgets none of it.</summary>
public sealed class LinesTests
{
    private static readonly DateTimeOffset Began = new(2026, 11, 16, 9, 0, 0, TimeSpan.FromHours(7));

    [Fact]
    public async Task A_mail_server_that_is_busy_is_down_since_its_first_refusal_until_it_takes_a_letter_again()
    {
        await using var server = new SmtpServer { Reply = "451 busy" };
        await using var office = await Office.OpenAsync("2026-11-16T02:00Z", server.Settings);
        await office.ReceiveForMaiAsync();
        office.Clock.Advance(TimeSpan.FromMinutes(1.1));
        await office.DeliverMessagesAsync();
        await office.RestartAsync(settings: server.Settings);

        var down = await LineAsync(office, OutsideLines.Mail);
        server.Reply = "250 OK";
        office.Clock.Advance(TimeSpan.FromMinutes(5.1));
        await office.DeliverMessagesAsync();
        var back = await LineAsync(office, OutsideLines.Mail);

        Assert.Equal((LineState.Down, "smtp-451", Began, 1, Began), (down.State, down.LastFailureCode, down.DownSince, down.Waiting, down.WaitingSince));
        Assert.Null(down.LastSuccess);
        Assert.Equal((LineState.Works, null, 0, null), (back.State, back.DownSince, back.Waiting, back.WaitingSince));
        Assert.Equal((down.LastFailure, office.Clock.GetUtcNow()), (back.LastFailure, back.LastSuccess));
    }

    [Fact]
    public async Task What_was_given_up_is_counted_at_the_line_it_was_to_go_by_and_waits_no_more()
    {
        await using var server = new SmtpServer { Reply = "451 busy" };
        await using var office = await Office.OpenAsync("2026-11-16T02:00Z", server.Settings);
        await office.ReceiveForMaiAsync();
        await office.TryLettersForAWeekAsync();

        var (mail, messages) = (await LineAsync(office, OutsideLines.Mail), await LineAsync(office, OutsideLines.Messages));

        Assert.Equal((LineState.Down, 1, 0), (mail.State, mail.Dead, mail.Waiting));
        Assert.InRange(mail.DeadSince!.Value, Began.AddDays(7), Began.AddDays(9));
        Assert.Equal((LineState.Closed, 0), (messages.State, messages.Dead));
    }

    [Fact]
    public async Task An_address_nobody_has_is_no_fault_of_the_line()
    {
        await using var server = new SmtpServer { Reply = "550 no such mailbox" };
        await using var office = await Office.OpenAsync("2026-11-16T02:00Z", server.Settings);
        await office.ReceiveForMaiAsync();

        var mail = await LineAsync(office, OutsideLines.Mail);

        Assert.Equal((LineState.Works, 1, null), (mail.State, mail.Dead, mail.LastFailureCode));
    }

    [Fact]
    public async Task The_portal_that_is_down_is_seen_with_the_dossiers_that_wait_for_it()
    {
        await using var portal = await PortalServer.StartAsync();
        portal.IsDown = true;
        await using var office = await Office.OpenAsync("2026-11-16T02:00Z", portal.Settings);
        await office.As("mai").FileAsync(Filings.MaritalStatus(office.OfficeOf("clerk-muong-ang")));
        await office.DeliverMessagesAsync();
        var down = await LineAsync(office, OutsideLines.Portal);

        portal.IsDown = false;
        office.Clock.Advance(TimeSpan.FromMinutes(2));
        await office.DeliverMessagesAsync();
        var back = await LineAsync(office, OutsideLines.Portal);

        Assert.Equal((LineState.Down, "http-503", 1), (down.State, down.LastFailureCode, down.Waiting));
        Assert.Equal((LineState.Works, 0), (back.State, back.Waiting));
    }

    [Theory]
    [InlineData(true, "", LineState.Works)]
    [InlineData(false, "", LineState.Unused)] // Another system that filed something.
    [InlineData(true, "https://portal.example", LineState.Unused)] // It is told by us: that it asks as well says nothing of that.
    public async Task Of_a_portal_that_fetches_its_news_only_its_own_asking_says_that_it_is_there(bool isPortal, string address, LineState state)
    {
        var client = isPortal ? OfficePeople.IdOf("portal") : "another-system";
        await using var office = await Office.OpenAsync(settings: [$"--Portal:Client={client}", $"--Portal:Address={address}"]);

        await office.As("portal").GetAsync("/api/portal/changes");

        Assert.Equal(state, (await LineAsync(office, OutsideLines.Portal)).State);
    }

    [Fact]
    public async Task A_note_that_cannot_be_written_undoes_nothing()
    {
        var office = await Office.OpenAsync();
        var (tables, clock) = (office.The<ITables>(), office.Clock);
        await office.DisposeAsync();

        var noted = await Record.ExceptionAsync(
            () => new LineWatch(tables, clock, NullLogger<LineWatch>.Instance).GoodAsync(OutsideLines.Payments, default));

        await Assert.ThrowsAnyAsync<Exception>(() => tables[Tables.Lists].FindAsync("line:payments", "good", default));
        Assert.Null(noted);
    }

    [Theory]
    [InlineData(503, LineState.Down, 1)]
    [InlineData(404, LineState.Works, 0)] // It holds no such record: an answer.
    public async Task A_register_that_does_not_answer_is_told_from_one_that_holds_nothing(int status, LineState state, int waiting)
    {
        await using var records = await RecordServer.StartAsync();
        records.Answer = status;
        await using var office = await Office.OpenAsync("2026-11-16T02:00Z", records.Settings);
        await office.As("mai").FileAsync(Filings.MaritalStatus(office.OfficeOf("clerk-muong-ang")) with { LookUpConsent = true });
        await office.DeliverMessagesAsync();

        var line = await LineAsync(office, OutsideLines.Records);

        Assert.Equal((state, waiting), (line.State, line.Waiting));
    }

    [Theory]
    [InlineData("administrator-muong-ang", HttpStatusCode.Forbidden, "dead-letters-province-only")]
    [InlineData("clerk-muong-ang", HttpStatusCode.Forbidden, "not-your-task")]
    public async Task It_is_the_provinces_to_see(string who, HttpStatusCode status, string because)
    {
        await using var office = await Office.OpenAsync();

        Assert.Equal(because, (await office.As(who).GetAsync("/api/lines").ProblemAsync(status)).Code);
    }

    private static async Task<LineView> LineAsync(Office office, string name) => (await Counter.ReadAsync<List<LineView>>(
        await office.As("administrator-province").GetAsync("/api/lines"), HttpStatusCode.OK)).Single(line => line.Line == name);
}
