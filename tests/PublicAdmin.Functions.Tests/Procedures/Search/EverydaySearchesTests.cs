using System.Net.Http.Json;
using PublicAdmin.Platform;
using PublicAdmin.Procedures.Search;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Procedures.Search;

/// <summary>What people type who do not know the official name: each with the procedures of which one must stand among the first four.</summary>
public sealed class EverydaySearchesTests
{
    private static readonly IReadOnlyList<string[]> Everyday =
    [
        .. File.ReadAllLines(Path.Combine(Repository.Root, "tests", "PublicAdmin.Functions.Tests", "Procedures", "Search", "everyday-searches.tsv"))
            .Skip(1).Where(line => line.Length > 0).Select(line => line.Split('\t')),
    ];

    [Fact]
    public async Task Every_one_finds_what_was_meant_or_says_whose_matter_it_is()
    {
        await using var office = await Office.OpenAsync();
        List<string> lost = [];
        foreach (var search in Everyday)
        {
            var found = await office.Http.GetFromJsonAsync<ProcedureList>($"/api/procedures?limit=4&q={Uri.EscapeDataString(search[0])}", OfficeJson.Options);
            var meant = search[1].StartsWith("none here", StringComparison.Ordinal)
                ? found!.Say is not null : found!.Items.Any(item => search[1].Contains(item.Code, StringComparison.Ordinal));
            if (!meant)
            {
                lost.Add($"{search[0]} → {string.Join(", ", found.Items.Select(item => item.Name.Vi))}");
            }
        }

        Assert.Empty(lost);
    }

    [Fact]
    public async Task Nobody_leaves_empty_handed()
    {
        await using var office = await Office.OpenAsync();

        var found = await office.Http.GetFromJsonAsync<ProcedureList>("/api/procedures?limit=4&q=zzzz%20qqq", OfficeJson.Options);

        Assert.Equal((true, 4), (found!.Nearest, found.Items.Count));
    }

    [Fact]
    public async Task What_happens_in_a_life_leads_to_procedures_there_are()
    {
        await using var office = await Office.OpenAsync();

        var events = await office.Http.GetFromJsonAsync<LifeEventList>("/api/life-events", OfficeJson.Options);

        Assert.InRange(events!.Items.Count, 8, 20);
        Assert.All(events.Items, one => Assert.NotEmpty(one.Procedures));
    }
}
