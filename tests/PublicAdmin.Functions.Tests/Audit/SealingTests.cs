using System.Net;
using System.Net.Http.Json;
using PublicAdmin.Audit;
using PublicAdmin.Dossiers;
using PublicAdmin.Platform;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Audit;

/// <summary>Every day that is over is sealed once, whole and in a chain, whatever happens meanwhile.</summary>
public sealed class SealingTests
{
    private static readonly DateOnly Friday = new(2026, 11, 20);

    [Fact]
    public async Task The_day_after_a_day_is_sealed_with_every_dossier_somebody_changed_or_looked_at()
    {
        await using var office = await Office.OpenAsync();
        var filed = await office.As("mai").FileAsync(Filings.MaritalStatus(office.OfficeOf("clerk-muong-ang")));
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
            await Assert.ThrowsAsync<StaleBlobException>(() => office.The<IBlobs>().WriteAsync(SealNames.Blob(name), Stream.Null, BlobFacts.Of(SealNames.Json), null, default));
        }
    }

    [Fact]
    public async Task Two_runs_at_once_leave_one_seal()
    {
        await using var office = await Office.OpenAsync();
        await office.FileOneAsync();
        office.Clock.GoTo(DateTimeOffset.Parse("2026-11-20T18:10Z"));

        await Task.WhenAll(office.RunTimerAsync(nameof(SealAudit)), office.RunTimerAsync(nameof(SealAudit)));

        Assert.Single(await office.DaysAsync());
        Assert.Empty((await office.CheckDayAsync(Friday)).Findings);
    }

    [Fact]
    public async Task Killed_in_the_middle_it_begins_again_and_leaves_one_seal()
    {
        await using var office = await Office.OpenAsync();
        var code = await office.FileOneAsync();
        office.Clock.GoTo(DateTimeOffset.Parse("2026-11-20T18:10Z"));
        var deaths = 0;
        for (var step = 2; ; step += 3)
        {
            office.DieAt(step);
            try
            {
                await office.RunTimerAsync(nameof(SealAudit));
                break;
            }
            catch (OfficeKilledException)
            {
                deaths++;
                await office.RestartAsync();
            }
        }

        office.DieAt(int.MaxValue);
        Assert.InRange(deaths, 4, 30);
        Assert.Equal((Friday, 1), (Assert.Single(await office.DaysAsync()).Day, (await office.DaysAsync())[0].Dossiers));
        Assert.Equal(SealOutcome.Intact, (await office.CheckDayAsync(Friday)).Outcome);
        Assert.Equal(SealOutcome.Intact, (await office.CheckDossierAsync(code)).Outcome);
    }

    [Fact]
    public async Task What_a_late_projector_noted_behind_the_seal_is_in_the_next_one()
    {
        await using var office = await Office.OpenAsync();
        var filed = await office.As("mai").FileAsync(Filings.MaritalStatus(office.OfficeOf("clerk-muong-ang")));
        await office.SealUpToAsync("2026-11-20T18:10Z"); // The message is still in the queue.

        await office.DeliverMessagesAsync();
        await office.SealUpToAsync("2026-11-21T18:10Z");

        Assert.Equal([1, 0], (await office.DaysAsync()).Select(day => day.Dossiers));
        Assert.Equal(filed.Code.ToString(), Assert.Single(await office.The<SealShelf>().IndexAsync(await office.ManifestAsync(new(2026, 11, 21)), default)).Code);
    }

    [Fact]
    public async Task Notes_are_gone_once_they_are_sealed()
    {
        await using var office = await Office.OpenAsync();
        await office.FileOneAsync();
        Assert.True(await office.The<TouchedDossiers>().AnyOnAsync(Friday, default));

        await office.SealUpToAsync("2026-11-20T18:10Z");

        Assert.False(await office.The<TouchedDossiers>().AnyOnAsync(Friday, default));
    }

    [Fact]
    public async Task A_dossier_whose_lists_stood_behind_is_announced_again()
    {
        await using var office = await Office.OpenAsync();
        var filed = await office.As("mai").FileAsync(Filings.MaritalStatus(office.OfficeOf("clerk-muong-ang")));
        await office.DeliverMessagesAsync();
        var table = office.The<ITables>()[Tables.Dossiers];
        var mark = (await table.FindAsync(filed.Code.ToString(), "p", default))!;
        await table.WriteAsync([RowChange.Delete(mark.Partition, mark.Key)], default);

        await office.SealUpToAsync("2026-11-20T18:10Z");
        await office.DeliverMessagesAsync();

        Assert.Equal(1, await office.The<DossierProjector>().ListsStandAtAsync(filed.Code, default));
    }

    [Theory]
    [InlineData("auditor-province", HttpStatusCode.OK)]
    [InlineData("supervisor-province", HttpStatusCode.OK)]
    [InlineData("administrator-province", HttpStatusCode.OK)]
    [InlineData("supervisor-muong-ang", HttpStatusCode.Forbidden)]
    [InlineData("clerk-muong-ang", HttpStatusCode.Forbidden)]
    [InlineData("mai", HttpStatusCode.Forbidden)]
    public async Task Seals_are_for_whoever_serves_the_whole_province(string persona, HttpStatusCode status)
    {
        await using var office = await Office.OpenAsync();
        await office.SealUpToAsync("2026-11-20T18:10Z");

        Assert.Equal(status, (await office.As(persona).GetAsync("/api/audit/days")).StatusCode);
        Assert.Equal(status, (await office.As(persona).GetAsync("/api/audit/days/2026-11-20")).StatusCode);
    }

    [Fact]
    public async Task A_day_that_is_not_sealed_is_said_so()
    {
        await using var office = await Office.OpenAsync();

        var problem = await office.As("auditor-province").GetAsync("/api/audit/days/2026-11-20").ProblemAsync(HttpStatusCode.NotFound);

        Assert.Equal("day-not-sealed", problem.Code);
    }

    [Fact]
    public async Task The_key_of_the_seals_is_published()
    {
        await using var office = await Office.OpenAsync();

        var key = await office.Http.GetFromJsonAsync<SealKey>("/api/audit/key", OfficeJson.Options);

        Assert.Equal(SealSigner.Key, key!.Name);
        Assert.StartsWith("-----BEGIN PUBLIC KEY-----", key.Pem);
    }
}
