using System.Net;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Processing;

public sealed class ActVisitTests
{
    [Fact]
    public async Task Whoever_acts_is_seen_to_have_opened_the_dossier_once_in_a_quarter_of_an_hour()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var code = (await office.As("mai").FileAsync(Filings.MaritalStatus(office.OfficeOf("clerk-muong-ang")))).Code;
        await office.As("clerk-muong-ang").ActAsync(code, "acceptance");
        await office.As("officer-muong-ang").ActAsync(code, "taking");
        await office.As("officer-muong-ang").ActAsync(code, "proposal", Proposals.MaritalStatus);

        var accesses = await Counter.ReadAsync<List<AccessEntry>>(await office.As("mai").GetAsync($"/api/dossiers/{code}/accesses"), HttpStatusCode.OK);

        Assert.Equal(
            [(OfficePeople.IdOf("clerk-muong-ang"), "Clerk", "act"), (OfficePeople.IdOf("officer-muong-ang"), "Officer", "act")],
            accesses.Select(visit => (visit.By, visit.As, visit.Purpose)));
    }
}
