using PublicAdmin.Processing;
using PublicAdmin.Processing.Deciding;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Processing;

/// <summary>Officials read who did what and why; whoever filed reads what happened.</summary>
public class HistoryTests
{
    [Fact]
    public async Task An_official_reads_who_and_why_and_a_citizen_what_and_when()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var code = (await office.As("mai").FileAsync(Filings.MaritalStatus(office.OfficeOf("clerk-muong-ang")))).Code;
        await office.As("clerk-muong-ang").ActAsync(code, "acceptance");
        await office.As("officer-muong-ang").ActAsync(code, "taking");
        await office.As("officer-muong-ang").ActAsync(code, "proposal", Proposals.MaritalStatus);
        await office.As("leader-muong-ang").ActAsync(code, "revision", new RevisionForm("Chưa ghi nơi cư trú trước đây."));

        var official = await office.As("supervisor-muong-ang").HistoryAsync(code);
        var citizen = await office.As("mai").HistoryAsync(code);

        Assert.Equal([null, "Lò Thị Hương", "Quàng Văn Dũng", "Quàng Văn Dũng", "Lường Văn Thành"], official.Select(line => line.By));
        Assert.Equal(new HistoryNote("Chưa ghi nơi cư trú trước đây."), official[^1].Note);
        Assert.All(citizen, line => Assert.True(line is { By: null, Note: null }));
        Assert.Equal(official.Select(line => line.What), citizen.Select(line => line.What));
    }
}
