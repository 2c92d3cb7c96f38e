using System.Net;
using PublicAdmin.Petitions;
using PublicAdmin.Tests.Notifications;
using PublicAdmin.Tests.Support;
using static PublicAdmin.Tests.Petitions.PetitionDoors;

namespace PublicAdmin.Tests.Petitions;

/// <summary>Whoever says that something was done wrong is answered in time, by somebody who did not do it, and need not say who they are.</summary>
public class PetitionTests
{
    private const string Morning = "2026-11-20T02:00Z"; // A Friday.

    [Fact]
    public async Task Without_a_name_it_is_given_to_the_office_answered_in_time_published_and_counted()
    {
        await using var office = await Office.OpenAsync(at: Morning);
        var place = office.OfficeOf("clerk-muong-ang");

        var sent = await FileAsync(office.Http, new(PetitionKind.Behaviour, "Cán bộ bảo tôi quay lại ba lần.", place), "key-of-friday");
        var again = await FileAsync(office.Http, new(PetitionKind.Behaviour, "Cán bộ bảo tôi quay lại ba lần.", place), "key-of-friday");
        await office.DeliverMessagesAsync();
        var listed = Assert.Single((await ListAsync(office, "leader-muong-ang", place)).Items);
        var answered = await AnswerAsync(office, "leader-muong-ang", place, sent.Petition.Id);
        var twice = await SendAnswerAsync(office, "supervisor-muong-ang", place, sent.Petition.Id).ProblemAsync(HttpStatusCode.Conflict);
        var followed = await TrackAsync(office, sent);
        var liked = await RateAsync(office, sent, false);
        var again766 = (await IndexAsync(office, place)).ToDictionary(line => line.Item.Code);
        var published = await office.Http.GetStringAsync("/api/petition-answers");

        Assert.Equal((sent.Petition.Id, sent.Secret), (again.Petition.Id, again.Secret));
        Assert.Equal("2026-12-14 2026-11-25", $"{listed.AnswerBy:yyyy-MM-dd} {listed.RefuseBy:yyyy-MM-dd}"); // 15 and 2 working days; 24/11 is a holiday.
        Assert.Equal((PetitionState.Answered, false, "petition-answered"), (answered.State, answered.Late, twice.Code));
        Assert.Equal(("Đã nhắc nhở và hướng dẫn lại.", PetitionTier.Done), (followed.Answer, followed.Tier));
        Assert.False(liked.Satisfied);
        Assert.Equal((6m, 0m), (again766["PETITION_PROCESSING_ON_TIME"].Points, again766["PETITION_HANDLING_SATISFACTION"].Points));
        Assert.Contains("Đã chấn chỉnh.", published, StringComparison.Ordinal);
        Assert.DoesNotContain("ba lần", published, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_wrote_it_is_known_to_the_province_alone_and_handlers_see_none_of_it()
    {
        await using var office = await Office.OpenAsync(at: Morning);
        var place = office.OfficeOf("clerk-muong-ang");
        await FileAsync(office.Http, new(PetitionKind.Behaviour, "Bị đòi thêm giấy tờ.", place, Name: "Lò Thị Mai", Phone: "0912345678"), "key-of-friday");
        await office.DeliverMessagesAsync();

        Assert.Null(Assert.Single((await ListAsync(office, "leader-muong-ang", place)).Items).Contact);
        Assert.Equal("Lò Thị Mai", Assert.Single((await ListAsync(office, "supervisor-province", place)).Items).Contact!.Name);
        string[] others = ["officer-muong-ang", "clerk-muong-ang", "leader-muong-phang", "mai"];
        var answers = await Task.WhenAll(others.Select(persona => office.As(persona).GetAsync($"/api/offices/{place}/petitions")));
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode));

        var mails = Directory.GetFiles(office.Folder, "*.eml", SearchOption.AllDirectories).Select(File.ReadAllText).ToList();
        Assert.Contains(mails, mail => EmlText.SubjectOf(mail).Contains("[Phản ánh, kiến nghị]", StringComparison.Ordinal));
        Assert.DoesNotContain(mails, mail => EmlText.BodyOf(mail).Contains("Lò Thị Mai", StringComparison.Ordinal));
    }

    [Fact]
    public async Task About_a_dossier_only_its_citizen_speaks_and_whoever_acted_on_it_may_not_answer()
    {
        await using var office = await Office.OpenAsync(at: Morning);
        var place = office.OfficeOf("clerk-muong-ang");
        var receipt = await office.As("mai").FileAsync(Filings.MaritalStatus(place));
        await office.As("clerk-muong-ang").ActAsync(receipt.Code, "acceptance");
        await office.ProcessToTheEndAsync("muong-ang", receipt.Code);
        PetitionForm form = new(PetitionKind.Behaviour, "Trả kết quả sai tên.", Dossier: receipt.Code.ToString());

        var stranger = await SendAsync(office.Http, form with { Secret = "0000000000" }, "key-of-friday").ProblemAsync(HttpStatusCode.NotFound);
        var byReceipt = await FileAsync(office.Http, form with { Secret = receipt.Secret }, "key-of-monday");
        var own = await FileAsync(office.As("mai"), form, "key-of-tuesday");
        var concerned = await SendAnswerAsync(office, "leader-muong-ang", place, own.Petition.Id).ProblemAsync(HttpStatusCode.Forbidden);
        var other = await AnswerAsync(office, "supervisor-muong-ang", place, own.Petition.Id);

        Assert.Equal(("tracking-not-found", place, "petition-concerns-you"), (stranger.Code, byReceipt.Petition.Office, concerned.Code));
        Assert.Equal(PetitionState.Answered, other.State);
    }

    [Fact]
    public async Task One_about_a_rule_goes_to_the_province_and_one_nobody_answers_goes_up()
    {
        await using var office = await Office.OpenAsync(at: Morning);
        var place = office.OfficeOf("clerk-muong-ang");
        var rule = await FileAsync(office.Http, new(PetitionKind.Rule, "Bỏ yêu cầu bản sao sổ hộ khẩu.", Procedure: "1.004873"), "key-of-friday");
        var late = await FileAsync(office.Http, new(PetitionKind.Behaviour, "Không ai nghe máy.", place), "key-of-monday");

        office.Clock.Advance(TimeSpan.FromDays(25));
        await office.RunTimerAsync(nameof(EscalatePetitions));
        await office.RunTimerAsync(nameof(EscalatePetitions));
        await office.DeliverMessagesAsync();
        var inbox = await office.As("supervisor-province").GetStringAsync("/api/inbox?limit=100");
        var overdue = (await IndexAsync(office, place)).Single(line => line.Item.Code == "PETITION_PROCESSING_ON_TIME");
        var answered = await AnswerAsync(office, "supervisor-province", place, late.Petition.Id);

        Assert.Equal("H18.01", rule.Petition.Office);
        Assert.Equal(PetitionTier.Province, (await TrackAsync(office, rule)).Tier);
        Assert.Equal(2, inbox.Split("petition-late").Length - 1); // Each once, however often the clock strikes.
        Assert.Equal((0L, 1L, 0m), (overdue.Part, overdue.Whole, overdue.Points));
        Assert.True(answered.Late);
    }

    [Fact]
    public async Task Nobody_floods_an_office_without_a_name()
    {
        await using var office = await Office.OpenAsync(at: Morning);
        var (place, answers) = (office.OfficeOf("clerk-muong-ang"), new List<HttpStatusCode>());
        for (var n = 0; n < 25; n++)
        {
            answers.Add((await SendAsync(office.Http, new(PetitionKind.Behaviour, $"Phản ánh số {n} của tôi", place), $"key-number-{n}")).StatusCode);
        }

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.TooManyRequests), (answers[0], answers[^1]));
        var nowhere = await SendAsync(office.As("mai"), new(PetitionKind.Behaviour, "Chờ lâu"), "key-of-friday").ProblemAsync(HttpStatusCode.BadRequest);
        Assert.Equal("petition-office-missing", nowhere.Code);
    }
}
