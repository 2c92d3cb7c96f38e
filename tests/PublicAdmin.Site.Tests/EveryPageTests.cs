using System.Text.Json;

namespace PublicAdmin.Site.Tests;

/// <summary>What holds for every page, in both languages: no fault, nothing forbidden, no word missing, nothing wider than a telephone, and readable for everybody.</summary>
[Collection(nameof(SampleOffice))]
public sealed class EveryPageTests(SampleOffice office)
{
    private const string Nobody = "";
    private const string Citizen = "Lò Thị Mai";
    private const string Clerk = "Lò Thị Hương";
    private const string Supervisor = "Bạc Cầm Sơn";

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
            pages.Add(language, Citizen, "/dossier?code={3}");
            pages.Add(language, Citizen, "/dossier?code={7}");
            pages.Add(language, Clerk, "/dossier?code={0}");
            pages.Add(language, Clerk, "/work");
            pages.Add(language, Clerk, "/inbox");
            pages.Add(language, Supervisor, "/morning");
        }

        return pages;
    }

    [BrowserTheory]
    [MemberData(nameof(Pages))]
    public async Task Nothing_is_wrong_with_it(string language, string person, string address)
    {
        await using var visitor = await office.VisitAsync(language, width: 360);
        var path = string.Format(System.Globalization.CultureInfo.InvariantCulture, address, [.. office.Receipts.Select(receipt => receipt.GetProperty("code").GetString())]);
        if (person != Nobody)
        {
            await visitor.SignInAsync(person, path);
        }

        await visitor.GoAsync(path);
        await visitor.Page.EvaluateAsync("document.querySelectorAll('details').forEach(one => { one.open = true; })");

        var found = await visitor.Page.EvaluateAsync<JsonElement>(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "accessible.js")));
        Assert.Empty(found.EnumerateArray().Select(one => one.GetString()));
        Assert.Equal(language, await visitor.Page.EvaluateAsync<string>("document.documentElement.lang"));
        Assert.Empty(visitor.Complaints);
    }
}
