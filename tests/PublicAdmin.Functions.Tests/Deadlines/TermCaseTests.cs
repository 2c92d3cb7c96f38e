using System.Net;
using System.Net.Http.Json;
using PublicAdmin.Dossiers;
using PublicAdmin.Platform;
using PublicAdmin.Procedures;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Deadlines;

/// <summary>Cases of a procedure with terms of their own.</summary>
public sealed class TermCaseTests
{
    [Theory]
    [InlineData(null, "2026-11-27T17:00+07:00")] // 3 working days from Monday 23 November, over the 24th
    [InlineData("ngan", "2026-11-25T17:00+07:00")] // 1
    [InlineData("dai", "2026-12-18T17:00+07:00")] // 18
    public async Task A_case_of_the_procedure_has_its_own_term(string? its, string due)
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        await WithCasesAsync(office, "1.004873");
        office.Clock.Advance(TimeSpan.FromDays(3));
        using var clerk = office.As("clerk-muong-ang");
        var filing = Filings.MaritalStatus(office.OfficeOf("clerk-muong-ang")) with { Channel = Channel.Counter, TermCase = its };

        var accepted = await clerk.ActAsync((await clerk.FileAsync(filing)).Code, "acceptance");

        Assert.Equal(DateTimeOffset.Parse(due), accepted.Deadline!.PromisedAt);
    }

    /// <summary>From tomorrow the procedure has two cases with terms of their own.</summary>
    private static async Task WithCasesAsync(Office office, string procedure)
    {
        var version = office.The<ProcedureCatalogue>().Find(procedure, new DateOnly(2026, 11, 20))!;
        TermCase Case(string id, int days) => new(id, new(id, id), new Term(TermUnit.WorkingDays, days));
        var next = version with { ValidFrom = new(2026, 11, 21), Term = version.Term with { Cases = [Case("ngan", 1), Case("dai", 18)] } };
        var answer = await office.As("administrator-province").PostAsJsonAsync($"/api/procedures/{procedure}/versions", next, OfficeJson.Options);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_case_the_procedure_does_not_know_is_refused()
    {
        await using var office = await Office.OpenAsync();
        var filing = Filings.MaritalStatus(office.OfficeOf("clerk-muong-ang")) with { TermCase = "nguoi-co-cong" };

        var problem = await office.As("mai").SendFilingAsync(filing).ProblemAsync(HttpStatusCode.UnprocessableEntity);

        Assert.Equal(("term-case-unknown", "termCase"), (problem.Code, problem.Field));
    }
}
