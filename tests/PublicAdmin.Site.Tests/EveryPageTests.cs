using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace PublicAdmin.Site.Tests;

/// <summary>
/// What holds for every page, in both languages: no fault, nothing forbidden, no word missing, nothing wider than a telephone, and readable for everybody.
/// </summary>
[Collection(nameof(SampleOffice))]
public sealed class EveryPageTests(SampleOffice office)
{
    private const string Nobody = "";
    private const string Citizen = "Lò Thị Mai";
    private const string Clerk = "Lò Thị Hương";
    private const string Supervisor = "Bạc Cầm Sơn";
    private const string Administrator = "Mai Xuân Bách";
    private const string Auditor = "Đinh Công Tráng";

    public static TheoryData<string, string, string> Pages()
    {
        var pages = new TheoryData<string, string, string>();
        foreach (var language in (string[])["vi", "en"])
        {
            pages.Add(language, Nobody, "/");
            pages.Add(language, Nobody, "/procedure?code=1.013978");
            pages.Add(language, Nobody, "/track");
            pages.Add(language, Nobody, "/verify/eyJjIjoiSDE4In0.c2ln");
            pages.Add(language, Nobody, "/sign-in");
            pages.Add(language, Nobody, "/nowhere");
            pages.Add(language, Citizen, "/dossiers");
            pages.Add(language, Citizen, "/filing?procedure=1.013978");
            pages.Add(language, Citizen, "/filing?procedure=1.004873&step=papers");
            pages.Add(language, Citizen, "/filing?procedure=1.013978&step=form-users");
            pages.Add(language, Citizen, "/filed/{0}");
            pages.Add(language, Citizen, "/dossier?code={3}");
            pages.Add(language, Citizen, "/dossier?code={7}");
            pages.Add(language, Clerk, "/desk?code={0}");
            pages.Add(language, Clerk, "/desk");
            pages.Add(language, Clerk, "/inbox");
            pages.Add(language, Clerk, "/counter");
            pages.Add(language, Clerk, "/me");
            pages.Add(language, Citizen, "/me");
            Array.ForEach(["/stats", "/about", "/petition"], page => pages.Add(language, Nobody, page));
            pages.Add(language, Administrator, "/admin");
            pages.Add(language, Auditor, "/audit");
            pages.Add(language, Supervisor, "/board");
        }

        return pages;
    }

    [BrowserTheory]
    [MemberData(nameof(Pages))]
    public async Task Nothing_is_wrong_with_it(string language, string person, string address)
    {
        await using var visitor = await office.VisitAsync(language, width: 360);
        var path = string.Format(
            System.Globalization.CultureInfo.InvariantCulture, address, [.. office.Receipts.Select(receipt => receipt.GetProperty("code").GetString())]);
        if (person != Nobody)
        {
            await visitor.SignInAsync(person, path);
        }

        await visitor.GoAsync(path);
        await visitor.Page.EvaluateAsync("document.querySelectorAll('details').forEach(one => { one.open = true; })");

        Assert.Empty(await FaultsOfAsync(visitor.Page));
        await visitor.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
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
