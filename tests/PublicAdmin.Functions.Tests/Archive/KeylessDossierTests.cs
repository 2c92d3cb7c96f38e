using System.Globalization;
using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Platform.Storage;
using PublicAdmin.Tests.Audit;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Archive;

/// <summary>Dossiers of before each had a key lie readable in tables and seals: they go on as ever, and nobody pretends to erase them.</summary>
public sealed class KeylessDossierTests
{
    [Fact]
    public async Task It_is_worked_on_as_ever_and_stays_readable()
    {
        await using var office = await Office.OpenAsync();
        var code = await office.FileOneAsync();
        await office.TakeKeyAwayAsync(code);

        await office.As("officer-muong-ang").ActAsync(code, "taking");
        await office.SealUpToAsync("2026-11-20T18:10Z");

        Assert.Equal(Phase.Assigned, (await office.As("mai").ReadDossierAsync(code)).Phase);
        Assert.Empty((await office.CheckDossierAsync(code)).Findings);
        Assert.Contains("Dossiers e000003", await office.FindAsync("\"taken\""));
    }

    [Fact]
    public async Task It_is_not_erased()
    {
        await using var office = await Office.OpenAsync();
        var code = await office.CopiedAsync(Filings.CertifiedCopy(office.OfficeOf("clerk-dien-bien-phu")));
        await office.TakeKeyAwayAsync(code);
        await office.SealUpToAsync("2026-11-21T18:10Z");
        await office.HandOverAsync(code);
        office.Clock.GoTo(DateTimeOffset.Parse("2049-01-04T02:00Z", CultureInfo.InvariantCulture));
        (await office.ProposeErasureAsync(code)).EnsureSuccessStatusCode();
        office.Clock.Advance(TimeSpan.FromDays(31));

        var refused = await office.As("leader-dien-bien-phu").PostAsync($"/api/dossiers/{code}/erasure", null);

        Assert.Equal("erasure-no-key", await refused.RefusalAsync());
        Assert.Equal(Phase.Returned, (await office.As("leader-dien-bien-phu").ReadDossierAsync(code)).Phase);
    }
}

file static class Keys
{
    /// <summary>Makes the rows what they were before there were keys.</summary>
    public static async Task TakeKeyAwayAsync(this Office office, DossierCode code)
    {
        var table = office.The<ITables>()[Tables.Dossiers];
        var rows = await table.ReadAllAsync(RowRange.All(code.ToString()), default).ToListAsync();
        var key = DossierRows.KeyOf(rows.Single(row => row.Key == DossierRows.HeadKey), office.The<DataKeys>());
        foreach (var row in rows)
        {
            var values = DossierRows.Opened(row, key).Values.Where(value => value.Value is not byte[]).ToDictionary();
            await table.WriteAsync([RowChange.Replace(row with { Values = values })], default);
        }
    }
}
