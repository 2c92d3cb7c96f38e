using System.Net;
using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Processing;
using PublicAdmin.Processing.Deciding;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Processing;

public class ActingTests
{
    [Fact]
    public async Task Of_two_officers_at_once_one_wins_and_the_other_learns_what_changed()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var code = (await office.As("mai").FileAsync(Filings.MaritalStatus(office.OfficeOf("clerk-muong-ang")))).Code;
        var read = await office.As("clerk-muong-ang").ReadDossierAsync(code);
        await office.As("clerk-muong-ang").ActAsync(code, "acceptance");

        var late = await office.As("clerk-muong-ang")
            .SendActAsync(code, "refusal", new ReasonForm("Trùng hồ sơ", "Nghị định 118/2025/NĐ-CP"), ifMatch: read.Version)
            .ProblemAsync(HttpStatusCode.PreconditionFailed);

        Assert.Equal(("dossier-changed", 2), (late.Code, late.Version));
        Assert.Equal("accepted", Assert.Single(late.Changes!).What);
    }

    [Fact]
    public async Task Ten_acceptances_at_once_are_one()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var code = (await office.As("mai").FileAsync(Filings.MaritalStatus(office.OfficeOf("clerk-muong-ang")))).Code;
        var clerk = office.As("clerk-muong-ang");

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => clerk.SendActAsync(code, "acceptance")));

        Assert.Single(answers, answer => answer.StatusCode is HttpStatusCode.OK);
        Assert.All(answers.Where(answer => !answer.IsSuccessStatusCode),
            answer => Assert.Contains(answer.StatusCode, new[] { HttpStatusCode.Conflict, HttpStatusCode.PreconditionFailed }));
        Assert.Equal(2, (await clerk.ReadDossierAsync(code)).Version);
    }

    [Fact]
    public async Task An_act_sent_again_over_a_bad_line_is_done_once_and_answered_the_same()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var code = (await office.As("mai").FileAsync(Filings.MaritalStatus(office.OfficeOf("clerk-muong-ang")))).Code;
        var clerk = office.As("clerk-muong-ang");

        var answers = new[] { await clerk.SendActAsync(code, "acceptance", key: "mat-song-0002"),
            await clerk.SendActAsync(code, "acceptance", key: "mat-song-0002") };

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        Assert.All(answers, answer => Assert.Equal("\"2\"", answer.Headers.ETag?.Tag));
    }

    [Fact]
    public async Task A_key_used_again_for_something_else_is_noticed()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var code = (await office.As("mai").FileAsync(Filings.MaritalStatus(office.OfficeOf("clerk-muong-ang")))).Code;
        var clerk = office.As("clerk-muong-ang");
        await clerk.SendActAsync(code, "refusal", new ReasonForm("Trùng hồ sơ", "Nghị định 118/2025/NĐ-CP"), key: "mat-song-0003");

        var refused = await clerk.SendActAsync(code, "refusal", new ReasonForm("Không đúng mẫu", "Nghị định 118/2025/NĐ-CP"), key: "mat-song-0003")
            .ProblemAsync(HttpStatusCode.UnprocessableEntity);

        Assert.Equal("idempotency-key-reused", refused.Code);
    }

    [Fact]
    public async Task Of_two_registrars_who_give_one_number_the_second_is_told_whose_it_is()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var (first, second) = (await ApprovedAsync(office), await ApprovedAsync(office));
        var registrar = office.As("registrar-muong-ang");

        var answers = await Task.WhenAll(new[] { first, second }.Select(code => registrar.SendActAsync(code, "issue", new IssueForm("12/UBND-XN"))));
        var told = await Task.FromResult(Assert.Single(answers, answer => !answer.IsSuccessStatusCode)).ProblemAsync(HttpStatusCode.Conflict);
        var other = await registrar.SendActAsync(answers[0].IsSuccessStatusCode ? second : first, "issue", new IssueForm("13/UBND-XN"));

        Assert.Equal(("result-number-taken", "number"), (told.Code, told.Field));
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
    }

    private static async Task<DossierCode> ApprovedAsync(Office office)
    {
        var code = (await office.As("mai").FileAsync(Filings.MaritalStatus(office.OfficeOf("clerk-muong-ang")))).Code;
        await office.As("clerk-muong-ang").ActAsync(code, "acceptance");
        await office.As("officer-muong-ang").ActAsync(code, "taking");
        await office.As("officer-muong-ang").ActAsync(code, "proposal", Proposals.MaritalStatus);
        var leader = office.As("leader-muong-ang");
        await leader.ActAsync(code, "approval", new ApprovalForm((await leader.ReadDossierAsync(code)).Proposal!.Hash));
        return code;
    }

    [Theory]
    [InlineData("dev-officer-muong-phang")] // an officer, elsewhere
    [InlineData("dev-clerk-muong-ang")] // here, but no officer
    [InlineData("../../etc/passwd")] // nobody: such a name is no key of a list either
    public async Task Nobody_but_an_officer_of_the_agency_is_put_in_charge(string handler)
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var code = (await office.As("mai").FileAsync(Filings.MaritalStatus(office.OfficeOf("clerk-muong-ang")))).Code;
        await office.As("clerk-muong-ang").ActAsync(code, "acceptance");

        var refused = await office.As("leader-muong-ang").SendActAsync(code, "assignment", new AssignmentForm(handler))
            .ProblemAsync(HttpStatusCode.UnprocessableEntity);

        Assert.Equal(("officer-unknown", "handler"), (refused.Code, refused.Field));
    }

    [Theory]
    [InlineData("mai", "acceptance", "not-your-task")]
    [InlineData("officer-muong-ang", "acceptance", "not-your-task")]
    [InlineData("clerk-muong-phang", "acceptance", "dossier-not-found")]
    [InlineData("administrator-province", "acceptance", "not-your-task")]
    public async Task Only_the_clerk_of_the_receiving_desk_accepts(string who, string act, string because)
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var code = (await office.As("mai").FileAsync(Filings.MaritalStatus(office.OfficeOf("clerk-muong-ang")))).Code;

        var answer = await office.As(who).SendActAsync(code, act);

        var problem = await Task.FromResult(answer).ProblemAsync(answer.StatusCode);
        Assert.Equal(because, problem.Code);
        Assert.Equal(1, (await office.As("mai").ReadDossierAsync(code)).Version);
    }

    [Fact]
    public async Task A_paper_a_database_holds_may_not_be_asked_for_again()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var code = (await office.As("mai").FileAsync(Filings.MaritalStatus(office.OfficeOf("clerk-muong-ang")))).Code;
        var form = new SupplementRequestForm([new SupplementItem("Căn cước", "Chưa có bản sao căn cước", "dan-cu")], "Lò Thị Hương, 0912000111");

        var problem = await office.As("clerk-muong-ang").SendActAsync(code, "supplement-request", form).ProblemAsync(HttpStatusCode.UnprocessableEntity);

        Assert.Equal(("paper-held-by-database", "items[0].component"), (problem.Code, problem.Field));
    }

    [Fact]
    public async Task A_request_longer_than_a_dossier_can_hold_is_refused_and_the_longest_allowed_is_not()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var code = (await office.As("mai").FileAsync(Filings.MaritalStatus(office.OfficeOf("clerk-muong-ang")))).Code;
        var clerk = office.As("clerk-muong-ang");
        SupplementRequestForm Asking(int items) =>
            new([.. Enumerable.Range(0, items).Select(n => new SupplementItem(new string('ă', 200), new string('ế', 1_000)))], "Lò Thị Hương, 0912000111");

        var problem = await clerk.SendActAsync(code, "supplement-request", Asking(6)).ProblemAsync(HttpStatusCode.BadRequest);

        Assert.Equal(("field-too-long", "items"), (problem.Code, problem.Field));
        Assert.Equal(Phase.SupplementRequested, (await clerk.ActAsync(code, "supplement-request", Asking(5))).Phase);
    }

    [Fact]
    public async Task The_citizen_sees_who_of_the_staff_opened_the_dossier()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var code = (await office.As("mai").FileAsync(Filings.MaritalStatus(office.OfficeOf("clerk-muong-ang")))).Code;
        await office.As("clerk-muong-ang").ReadDossierAsync(code);
        await office.As("clerk-muong-ang").ReadDossierAsync(code);

        var accesses = await Counter.ReadAsync<List<AccessEntry>>(await office.As("mai").GetAsync($"/api/dossiers/{code}/accesses"), HttpStatusCode.OK);

        var visit = Assert.Single(accesses);
        Assert.Equal((OfficePeople.IdOf("clerk-muong-ang"), "Clerk", "read"), (visit.By, visit.As, visit.Purpose));
    }
}
