using System.Net;
using PublicAdmin.Statistics.Reading;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Statistics;

/// <summary>The board says what the books say, this minute and day by day, and names nobody.</summary>
public class BoardTests
{
    [Fact]
    public async Task What_is_accepted_falls_due_and_becomes_overdue_before_everybodys_eyes()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var place = office.OfficeOf("clerk-muong-ang");
        var code = (await office.As("mai").FileAsync(Filings.MaritalStatus(place))).Code;
        await office.As("clerk-muong-ang").ActAsync(code, "acceptance");
        await BooksTests.RollUpAsync(office);
        var due = (await office.As("clerk-muong-ang").ReadDossierAsync(code)).Deadline!.DueAt;

        var first = await ReadAsync(office);
        office.Clock.GoTo(due.AddHours(-4));
        var soon = await ReadAsync(office);
        office.Clock.GoTo(due.AddHours(1));
        var late = await ReadAsync(office);

        Assert.Equal((1, 0, 0), (first["received"], first["dueSoon"], first["overdue"]));
        Assert.Equal((0, 1, 0), (soon["received"], soon["dueSoon"], soon["overdue"]));
        Assert.Equal((0, 1), (late["dueSoon"], late["overdue"]));
    }

    [Fact]
    public async Task Offices_stand_beside_their_days_the_most_overdue_first()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var place = office.OfficeOf("clerk-muong-ang");
        var code = (await office.As("mai").FileAsync(Filings.MaritalStatus(place))).Code;
        await office.As("mai").FileAsync(Filings.MaritalStatus(office.OfficeOf("clerk-muong-phang")));
        await office.As("clerk-muong-ang").ActAsync(code, "acceptance");
        await BooksTests.RollUpAsync(office);
        office.Clock.GoTo((await office.As("clerk-muong-ang").ReadDossierAsync(code)).Deadline!.DueAt.AddDays(1));

        var board = await BoardAsync(office, "");
        var own = await BoardAsync(office, $"?office={place}");

        Assert.Equal((place, 1), (board.Offices[0].Code, board.Offices[0].Overdue));
        Assert.Equal((14, 14), (board.Days.Count, board.Offices[0].Days.Count));
        Assert.Equal(1, board.Offices[0].Days.Sum(day => day.Received));
        Assert.Equal([0, 1], board.Offices[0].Days.Select(day => day.Overdue).Distinct());
        Assert.Equal(place, Assert.Single(own.Offices).Code);
        Assert.DoesNotContain("Lò Thị", await office.Http.GetStringAsync("/api/statistics/board"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_office_nobody_knows_is_refused()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");

        Assert.Equal("office-unknown", (await office.Http.GetAsync("/api/statistics/board?office=H18.999").ProblemAsync(HttpStatusCode.NotFound)).Code);
    }

    private static async Task<Dictionary<string, long>> ReadAsync(Office office) =>
        (await BoardAsync(office, "")).Numbers.ToDictionary(number => number.Name, number => number.Now);

    private static async Task<BoardView> BoardAsync(Office office, string query) =>
        await Counter.ReadAsync<BoardView>(await office.Http.GetAsync($"/api/statistics/board{query}"), HttpStatusCode.OK);
}
