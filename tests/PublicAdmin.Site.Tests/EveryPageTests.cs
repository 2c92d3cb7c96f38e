using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace PublicAdmin.Site.Tests;

/// <summary>
/// What holds for every page, in both languages: no fault, nothing forbidden, no word missing, nothing that jumps while it loads, nothing wider than a
/// telephone, and readable for everybody: in light, in the dark, and at twice the size in forced colours.
/// </summary>
[Collection(nameof(PageTour))]
public sealed class EveryPageTests(SampleOffice office)
{
    private const double MostShift = 0.05;

    // Moves somebody has not caused, added up (Layout Instability, web.dev/cls).
    private const string Watch = """
        window.moved = 0;
        new PerformanceObserver(list => list.getEntries().forEach(one => { if (!one.hadRecentInput) window.moved += one.value; }))
          .observe({ type: 'layout-shift', buffered: true });
        """;

    private const string Nobody = "";
    private const string Citizen = "Lò Thị Mai";
    private const string Clerk = "Lò Thị Hương";
    private const string Leader = "Lường Văn Thành";
    private const string Registrar = "Cà Thị Ngân";
    private const string Supervisor = "Bạc Cầm Sơn";
    private const string Administrator = "Mai Xuân Bách";
    private const string Auditor = "Đinh Công Tráng";

    private static readonly (string Person, string Address)[] All =
    [
        (Nobody, "/"),
        (Nobody, "/procedure?code=1.013978"),
        (Nobody, "/track"),
        (Nobody, "/verify/eyJjIjoiSDE4In0.c2ln"),
        (Nobody, "/sign-in"),
        (Nobody, "/nowhere"),
        (Citizen, "/dossiers"),
        (Citizen, "/waiting"),
        (Citizen, "/filing?procedure=1.013978"),
        (Citizen, "/filing?procedure=1.004873&step=papers"),
        (Citizen, "/filing?procedure=1.013978&step=form-users"),
        (Citizen, "/filed/{0}"),
        (Citizen, "/dossier?code={3}"),
        (Citizen, "/dossier?code={7}"),
        (Clerk, "/desk?code={0}"),
        (Clerk, "/desk"),
        (Clerk, "/inbox"),
        (Clerk, "/counter"),
        (Clerk, "/counter?procedure=1.001193"),
        (Clerk, "/separators?procedure=1.001193"),
        (Clerk, "/assist"),
        (Clerk, "/me"),
        (Citizen, "/me"),
        (Nobody, "/stats"),
        (Nobody, "/about"),
        (Nobody, "/petition"),
        (Administrator, "/admin"),
        (Auditor, "/audit"),
        (Supervisor, "/board"),
        (Leader, "/board"),
        (Leader, "/approve"),
        (Registrar, "/archive"),
        (Nobody, "/wall"),
        (Nobody, "/phone"),
    ];

    public static TheoryData<string, string, string> Pages()
    {
        var pages = new TheoryData<string, string, string>();
        foreach (var (language, one) in new[] { "vi", "en" }.SelectMany(language => All.Select(one => (language, one))))
        {
            pages.Add(language, one.Person, one.Address);
        }

        return pages;
    }

    [BrowserTheory]
    [MemberData(nameof(Pages))]
    public async Task Nothing_is_wrong_with_it(string language, string person, string address)
    {
        await using var visitor = await office.VisitAsync(language, width: 360);
        await visitor.Page.AddInitScriptAsync(Watch);
        await office.ComeAsync(visitor, person, address);
        Assert.InRange(await visitor.Page.EvaluateAsync<double>("window.moved"), 0, MostShift);
        await visitor.Page.EvaluateAsync("document.querySelectorAll('details').forEach(one => { one.open = true; })");

        Assert.Empty(await FaultsOfAsync(visitor.Page));
        await visitor.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        Assert.Empty(await FaultsOfAsync(visitor.Page));
        await visitor.Page.SetViewportSizeAsync(683, 844); // A window of 1366, enlarged to 200 %.
        await visitor.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light, ForcedColors = ForcedColors.Active });
        Assert.Empty(await FaultsOfAsync(visitor.Page));
        Assert.Equal(language, await visitor.Page.EvaluateAsync<string>("document.documentElement.lang"));
        Assert.Empty(visitor.Complaints);
    }

    // WCAG 2.2 AA as far as a program can tell (axe), and what axe does not look for.
    internal static async Task<IEnumerable<string>> FaultsOfAsync(IPage page)
    {
        var found = await page.EvaluateAsync<string[]>(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "sound.js")));
        var axe = await page.RunAxe(
            new AxeRunOptions { RunOnly = RunOnlyOptions.Tags("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice") });
        return found.Concat(axe.Violations.SelectMany(violation => violation.Nodes.Select(node => $"{violation.Id}: {node.Html}")));
    }
}
