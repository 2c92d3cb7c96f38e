using PublicAdmin.Statistics.Equations;
using PublicAdmin.Statistics.Replay;
using PublicAdmin.Statistics.Rollups;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Statistics;

/// <summary>The articles' figures come out of the books as they went in, and the books balance.</summary>
public class ReplayTests
{
    [Fact]
    public void The_plan_says_what_the_articles_say()
    {
        var plan = ReplayPlan.Shipped;

        Assert.Equal(146_539, plan.Total);
        Assert.All(plan.Sections, section => Assert.Equal(section.Total, section.Ahead + section.OnTime + section.Late + section.Open + section.Unexplained));
    }

    [Fact]
    public async Task A_hundredth_of_the_articles_is_loaded_stopped_resumed_and_counted_and_every_figure_is_the_plans()
    {
        await using var office = await Office.OpenInMemoryAsync("2026-11-20T02:00Z");
        var (plan, loader) = (ReplayPlan.Shipped.Scaled(200), office.The<ReplayLoader>());
        using var stop = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => loader.LoadAsync(plan, progress => { if (progress.Loaded == 100) { stop.Cancel(); } }, stop.Token));

        var last = new ReplayProgress(0, 0, 0);
        await loader.LoadAsync(plan, progress => last = progress, default);
        await office.The<RollUpRound>().RunAsync(default);
        var figures = await office.The<ReplayComparison>().ReadAsync(plan, default);

        Assert.InRange(plan.Total - last.Written, 50, 150);
        Assert.Empty((await office.The<CheckBook>().RunAsync(default)).Findings);
        foreach (var section in plan.Sections)
        {
            long Ours(string figure) => figures.FirstOrDefault(one => one.Unit == section.Name && one.Figure == figure)?.Ours ?? 0;
            Assert.Equal(
                (section.Name, (long)section.Total, (long)section.Online, (long)section.Carried, (long)section.Ahead, (long)section.OnTime, (long)section.Late,
                    (long)section.Open, (long)section.Unexplained),
                (section.Name, Ours("total"), Ours("online"), Ours("carried"), Ours("ahead"), Ours("onTime"), Ours("late"), Ours("open"), Ours("unexplained")));
        }
    }
}
