using System.Net;
using System.Net.Http.Json;
using PublicAdmin.Petitions;
using PublicAdmin.Platform;
using PublicAdmin.Tests.Notifications;
using PublicAdmin.Tests.Support;
using static PublicAdmin.Tests.Petitions.PetitionDoors;

namespace PublicAdmin.Tests.Petitions;

/// <summary>What is not clear is asked once; whoever left an address hears of the question and of the answer, and nobody else learns anything by it.</summary>
public class PetitionTalkTests
{
    private const string Morning = "2026-11-20T02:00Z"; // A Friday.
    private const string Leader = "leader-muong-ang";

    [Fact]
    public async Task The_petitioner_is_asked_once_replies_with_the_secret_and_is_told_of_the_answer_by_mail()
    {
        await using var office = await Office.OpenAsync(at: Morning);
        var place = office.OfficeOf("clerk-muong-ang");
        var sent = await FileAsync(office.Http, new(PetitionKind.Behaviour, "Bị đòi thêm giấy tờ.", place, Email: "dan@example.vn"), "key-of-friday");

        var asked = await Counter.ReadAsync<PetitionView>(await AskAsync(office, Leader, sent, "Giấy tờ nào?"), HttpStatusCode.OK);
        await AskAsync(office, Leader, sent, "Giấy tờ nào?");
        var again = await AskAsync(office, Leader, sent, "Ngày nào?").ProblemAsync(HttpStatusCode.Conflict);
        var read = await TrackAsync(office, sent);
        var stranger = await ReplyAsync(office, sent with { Secret = "0000000000" }, "Của tôi").ProblemAsync(HttpStatusCode.NotFound);
        var own = await Counter.ReadAsync<OwnPetition>(await ReplyAsync(office, sent, "Sổ hộ khẩu."), HttpStatusCode.OK);
        var twice = await ReplyAsync(office, sent, "Giấy khác.").ProblemAsync(HttpStatusCode.Conflict);
        var seen = Assert.Single((await ListAsync(office, Leader, place)).Items);
        var first = await AnswerAsync(office, Leader, place, sent.Petition.Id);
        var same = await AnswerAsync(office, Leader, place, sent.Petition.Id);
        await office.DeliverMessagesAsync();

        Assert.Equal((sent.Petition.AnswerBy, new DateOnly(2026, 11, 30)), (asked.AnswerBy, asked.AskBy)); // Asking gains no time; 24/11 is a holiday.
        Assert.Equal(("petition-asked", "petition-not-found", "petition-replied"), (again.Code, stranger.Code, twice.Code));
        Assert.Equal(("Giấy tờ nào?", "Sổ hộ khẩu.", "Sổ hộ khẩu."), (read.Question, own.Reply, seen.Question?.Reply));
        Assert.Equal(first.AnsweredAt, same.AnsweredAt);
        var mails = Directory.GetFiles(office.Folder, "*.eml", SearchOption.AllDirectories).Select(File.ReadAllText)
            .Where(mail => mail.Contains("dan@example.vn", StringComparison.Ordinal)).ToList();
        Assert.Equal(2, mails.Count);
        Assert.All(mails, mail => Assert.DoesNotContain("Đã nhắc nhở", EmlText.BodyOf(mail), StringComparison.Ordinal));
        Assert.Single(mails, mail => EmlText.SubjectOf(mail).Contains("đã có trả lời", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nobody_asks_too_late_or_replies_to_nothing_and_no_handler_asks_at_all()
    {
        await using var office = await Office.OpenAsync(at: Morning);
        var place = office.OfficeOf("clerk-muong-ang");
        var sent = await FileAsync(office.Http, new(PetitionKind.Behaviour, "Không ai nghe máy.", place), "key-of-friday");

        var nothing = await ReplyAsync(office, sent, "Xin nói thêm.").ProblemAsync(HttpStatusCode.Conflict);
        var handler = await AskAsync(office, "officer-muong-ang", sent, "Ai?");
        var elsewhere = await AskAsync(office, "leader-muong-phang", sent, "Ai?");
        office.Clock.Advance(TimeSpan.FromDays(11));
        var late = await AskAsync(office, Leader, sent, "Ai?").ProblemAsync(HttpStatusCode.Conflict);
        await AnswerAsync(office, Leader, place, sent.Petition.Id);
        await office.DeliverMessagesAsync();

        Assert.Equal(("petition-nothing-asked", "petition-asked-too-late"), (nothing.Code, late.Code));
        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), (handler.StatusCode, elsewhere.StatusCode));
        Assert.Equal("Đã nhắc nhở và hướng dẫn lại.", (await TrackAsync(office, sent)).Answer);
    }

    private static Task<HttpResponseMessage> AskAsync(Office office, string persona, PetitionReceipt sent, string text) => office.As(persona)
        .PostAsJsonAsync($"/api/offices/{sent.Petition.Office}/petitions/{sent.Petition.Id}/question", new PetitionQuestionForm(text), OfficeJson.Options);

    private static Task<HttpResponseMessage> ReplyAsync(Office office, PetitionReceipt sent, string text) =>
        office.Http.PostAsJsonAsync($"/api/petitions/{sent.Petition.Id}/reply", new PetitionReplyForm(sent.Secret, text), OfficeJson.Options);
}
