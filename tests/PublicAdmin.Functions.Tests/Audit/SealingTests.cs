using PublicAdmin.Audit;
using PublicAdmin.Platform.Storage;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Audit;

/// <summary>Every day that is over is sealed, whole and in a chain.</summary>
public sealed class SealingTests
{
    private static readonly DateOnly Friday = new(2026, 11, 20);

    [Fact]
    public async Task The_day_after_a_day_is_sealed_with_every_dossier_somebody_changed_or_looked_at()
    {
        await using var office = await Office.OpenAsync();
        var filed = await office.As("mai").FileAsync(Filings.MaritalStatus(office.OfficeOf("clerk-muong-ang")));
        await office.As("clerk-muong-ang").ReadDossierAsync(filed.Code);
        await office.As("clerk-muong-ang").ActAsync(filed.Code, "acceptance");
        await office.DeliverMessagesAsync();

        await office.SealUpToAsync("2026-11-20T18:10Z");

        var day = Assert.Single(await office.DaysAsync());
        Assert.Equal((Friday, 1, 2L, 1L), (day.Day, day.Dossiers, day.Events, day.Accesses));
    }

    [Fact]
    public async Task A_dossier_only_looked_at_is_sealed_again_with_the_access()
    {
        await using var office = await Office.OpenAsync();
        var filed = await office.As("mai").FileAsync(Filings.MaritalStatus(office.OfficeOf("clerk-muong-ang")));
        await office.DeliverMessagesAsync();
        await office.SealUpToAsync("2026-11-20T18:10Z");
        office.Clock.GoTo(DateTimeOffset.Parse("2026-11-21T03:00Z"));

        await office.As("clerk-muong-ang").ReadDossierAsync(filed.Code);
        await office.SealUpToAsync("2026-11-21T18:10Z");

        Assert.Equal([(1, 1L, 1L), (1, 1L, 0L)], (await office.DaysAsync()).Select(day => (day.Dossiers, day.Events, day.Accesses)));
    }

    [Fact]
    public async Task Nothing_is_sealed_within_the_first_hour_behind_midnight()
    {
        await using var office = await Office.OpenAsync();

        await office.SealUpToAsync("2026-11-20T17:59Z");

        Assert.Equal(new DateOnly(2026, 11, 19), Assert.Single(await office.DaysAsync()).Day);
    }

    [Fact]
    public async Task A_day_on_which_nothing_happened_is_sealed_so_that_no_day_can_be_taken_out()
    {
        await using var office = await Office.OpenAsync();
        await office.FileOneAsync();

        await office.SealUpToAsync("2026-11-23T18:10Z"); // Switched off over the week-end.

        var days = await office.DaysAsync();
        Assert.Equal([new(2026, 11, 23), new(2026, 11, 22), new(2026, 11, 21), Friday], days.Select(day => day.Day));
        Assert.Equal([0, 0, 0, 1], days.Select(day => day.Dossiers));
        foreach (var (day, before) in days.Zip(days.Skip(1)))
        {
            Assert.Equal(new PreviousSeal(before.Day, before.Sha256), (await office.ManifestAsync(day.Day)).Previous);
        }
    }

    [Fact]
    public async Task A_day_with_more_dossiers_than_a_part_holds_has_more_parts()
    {
        await using var office = await Office.OpenInMemoryAsync("2026-11-20T02:00Z");
        for (var n = 0; n <= DaySealer.DossiersOfPart; n++)
        {
            await office.As("mai").FileAsync(Filings.MaritalStatus(office.OfficeOf("clerk-muong-ang")));
        }

        await office.DeliverMessagesAsync(atOnce: 8);
        await office.SealUpToAsync("2026-11-20T18:10Z");

        var manifest = await office.ManifestAsync(Friday);
        Assert.Equal((DaySealer.DossiersOfPart + 1, 2), (manifest.Dossiers, manifest.Parts.Count));
        var index = await office.The<SealShelf>().IndexAsync(manifest, default);
        Assert.Equal((1, 2), (index[0].Part, index[^1].Part));
    }

    [Fact]
    public async Task Sealed_files_can_be_neither_replaced_nor_deleted()
    {
        await using var office = await Office.OpenAsync();
        await office.FileOneAsync();
        await office.SealUpToAsync("2026-11-20T18:10Z");

        var manifest = await office.ManifestAsync(Friday);

        Assert.NotEmpty(manifest.Tables);
        foreach (var name in manifest.Files.Select(file => file.Name).Append(SealNames.Manifest(Friday)))
        {
            await Assert.ThrowsAsync<StaleBlobException>(() => office.The<IBlobs>().DeleteAsync(SealNames.Blob(name), default));
            await Assert.ThrowsAsync<StaleBlobException>(
                () => office.The<IBlobs>().WriteAsync(SealNames.Blob(name), Stream.Null, BlobFacts.Of(SealNames.Json), null, default));
        }
    }
}
