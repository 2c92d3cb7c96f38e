using PublicAdmin.Audit;
using PublicAdmin.Dossiers.Projection;
using PublicAdmin.Platform.Storage;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Audit;

/// <summary>A day is sealed once and nothing is left out, whatever happens meanwhile.</summary>
public sealed class SealRoundTests
{
    private static readonly DateOnly Friday = new(2026, 11, 20);

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
        Assert.Equal(
            filed.Code.ToString(), Assert.Single(await office.The<SealShelf>().IndexAsync(await office.ManifestAsync(new(2026, 11, 21)), default)).Code);
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
}
