using Microsoft.Playwright;

namespace PublicAdmin.Site.Tests;

/// <summary>What holds for every page beyond being right: nothing jumps while it loads, and it is whole at twice the size and in forced colours.</summary>
[Collection(nameof(SampleOffice))]
public sealed class QualityTests(SampleOffice office)
{
    private const double MostShift = 0.05;

    // Moves somebody has not caused, added up (Layout Instability, web.dev/cls).
    private const string Watch = """
        window.moved = 0;
        new PerformanceObserver(list => list.getEntries().forEach(one => { if (!one.hadRecentInput) window.moved += one.value; }))
          .observe({ type: 'layout-shift', buffered: true });
        """;

    public static TheoryData<string, string> Pages()
    {
        var pages = new TheoryData<string, string>();
        foreach (var (person, address) in EveryPageTests.All)
        {
            pages.Add(person, address);
        }

        return pages;
    }

    [BrowserTheory]
    [MemberData(nameof(Pages))]
    public async Task Nothing_jumps_on_a_phone_while_it_loads(string person, string address)
    {
        await using var visitor = await office.VisitAsync(width: 390);
        await visitor.Page.AddInitScriptAsync(Watch);

        await office.ComeAsync(visitor, person, address);

        Assert.InRange(await visitor.Page.EvaluateAsync<double>("window.moved"), 0, MostShift);
    }

    [BrowserTheory]
    [MemberData(nameof(Pages))]
    public async Task It_is_whole_at_twice_the_size_and_in_forced_colours(string person, string address)
    {
        await using var visitor = await office.VisitAsync(width: 683); // A window of 1366, enlarged to 200 %.
        await visitor.Page.EmulateMediaAsync(new() { ForcedColors = ForcedColors.Active });

        await office.ComeAsync(visitor, person, address);

        Assert.Empty(await EveryPageTests.FaultsOfAsync(visitor.Page));
    }
}
