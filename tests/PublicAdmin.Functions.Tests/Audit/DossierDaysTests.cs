using System.Globalization;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Audit;

/// <summary>A dossier is held against its seals however old they are.</summary>
public sealed class DossierDaysTests
{
    [Fact]
    public async Task Years_later_it_is_still_checked_against_the_days_on_which_it_was_filed_and_last_looked_at()
    {
        await using var office = await Office.OpenAsync("2026-11-20T02:00Z");
        var code = await office.FileOneAsync();
        await office.SealUpToAsync("2026-11-21T18:10Z");
        GoTo("2027-09-16T02:00Z");
        await office.As("clerk-muong-ang").ReadDossierAsync(code);
        for (var round = 0; round < 20 && !(await office.DaysAsync()).Any(sealed_ => sealed_.Day >= new DateOnly(2027, 9, 16)); round++)
        {
            await office.SealUpToAsync("2027-09-17T18:10Z");
        }

        GoTo("2046-03-01T02:00Z");
        var verdict = await office.CheckDossierAsync(code);

        Assert.Empty(verdict.Findings);
        Assert.Equal([new(2027, 9, 16), new DateOnly(2026, 11, 20)], verdict.Days.Where(day => day.Day is 16 or 20));

        void GoTo(string at) => office.Clock.GoTo(DateTimeOffset.Parse(at, CultureInfo.InvariantCulture));
    }
}
