using System.Net;
using PublicAdmin.Dossiers;
using PublicAdmin.Processing.Deciding;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Processing;

/// <summary>A citizen is asked for everything at once, for nothing that no longer exists or that an office can look up, and seldom again.</summary>
public sealed class SupplementRulesTests
{
    [Fact]
    public async Task The_second_time_is_warned_of_and_the_third_is_the_leaders()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var code = await TakenAsync(office);
        await AskAndGiveAsync(office, code, "officer-muong-ang");
        var warned = await office.As("officer-muong-ang").ReadDossierAsync(code);
        await AskAndGiveAsync(office, code, "officer-muong-ang");

        var third = await office.As("officer-muong-ang").SendActAsync(code, "supplement-request", Asking("Tờ khai có chữ ký"))
            .ProblemAsync(HttpStatusCode.Forbidden);
        var seen = await office.As("officer-muong-ang").ReadDossierAsync(code);
        await AskAndGiveAsync(office, code, "leader-muong-ang");

        Assert.Contains("trễ", Assert.Single(warned.Warnings).Text.Vi, StringComparison.Ordinal);
        Assert.Equal("supplement-third-needs-leader", third.Code);
        Assert.DoesNotContain(Act.RequestSupplement, seen.MayDo);
        Assert.Equal(3, (await office.As("leader-muong-ang").ReadDossierAsync(code)).SupplementRounds);
    }

    [Fact]
    public async Task Before_an_act_costs_points_of_the_index_whoever_may_do_it_is_told()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var code = await TakenAsync(office);
        var proposed = await office.As("officer-muong-ang").ActAsync(code, "proposal", Proposals.MaritalStatus);
        var inTime = await office.As("leader-muong-ang").ReadDossierAsync(code);
        office.Clock.Advance(proposed.Deadline!.OwedAt.AddHours(1) - office.Clock.GetUtcNow());
        var late = await office.As("leader-muong-ang").ReadDossierAsync(code);

        Assert.DoesNotContain(inTime.Warnings, warning => warning.Text.En.Contains("counts as late in the index", StringComparison.Ordinal));
        Assert.Contains(late.Warnings, warning => warning.Text.En.Contains("counts as late in the index", StringComparison.Ordinal));
        Assert.Equal([Act.Approve], late.Warnings.Single(warning => warning.Text.En.Contains("counts as late in the index", StringComparison.Ordinal)).Acts);
        Assert.Empty((await office.As("mai").ReadDossierAsync(code)).Warnings);
    }

    [Theory]
    [InlineData("Bản sao sổ hộ khẩu")]
    [InlineData("ban sao SO HO KHAU gia dinh")]
    [InlineData("Giấy chứng minh nhân dân của mẹ")]
    [InlineData("Bản sao căn cước công dân")]
    public async Task A_paper_that_is_gone_or_held_by_a_database_is_not_asked_for_in_free_text(string what)
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var code = await TakenAsync(office);

        var problem = await office.As("officer-muong-ang").SendActAsync(code, "supplement-request", Asking(what))
            .ProblemAsync(HttpStatusCode.UnprocessableEntity);

        Assert.Equal(("paper-not-askable", "items[0].what"), (problem.Code, problem.Field));
    }

    [Fact]
    public async Task An_empty_supplement_is_refused_and_the_clock_stands_on()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var code = await TakenAsync(office);
        await office.As("officer-muong-ang").ActAsync(code, "supplement-request", Asking("Tờ khai có chữ ký"));

        var problem = await office.As("mai").SendActAsync(code, "supplement", new SupplementForm([], " ")).ProblemAsync(HttpStatusCode.BadRequest);

        Assert.Equal("supplement-empty", problem.Code);
        Assert.Equal(Phase.SupplementRequested, (await office.As("mai").ReadDossierAsync(code)).Phase);
    }

    private static SupplementRequestForm Asking(string what) => new([new SupplementItem(what, "Thiếu", null, "Nghị định 123/2015/NĐ-CP")], "Lò Thị Hương");

    private static async Task<DossierCode> TakenAsync(Office office)
    {
        var code = (await office.As("mai").FileAsync(Filings.MaritalStatus(office.OfficeOf("clerk-muong-ang")))).Code;
        await office.As("clerk-muong-ang").ActAsync(code, "acceptance");
        await office.As("officer-muong-ang").ActAsync(code, "taking");
        return code;
    }

    private static async Task AskAndGiveAsync(Office office, DossierCode code, string who)
    {
        await office.As(who).ActAsync(code, "supplement-request", Asking("Tờ khai có chữ ký"));
        await office.As("mai").ActAsync(code, "supplement", new SupplementForm([], "Đã ký"));
    }
}
