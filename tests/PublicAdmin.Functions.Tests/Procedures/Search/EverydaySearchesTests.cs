using System.Net.Http.Json;
using PublicAdmin.Platform;
using PublicAdmin.Procedures.Search;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Procedures.Search;

/// <summary>What people type who do not know the official name: each with the procedures of which one must stand among the first four.</summary>
public sealed class EverydaySearchesTests
{
    private static readonly IReadOnlyList<string[]> Everyday = Read("everyday-searches.tsv");

    // Written down before any of them was tried, with left-overs of Telex and VNI, missing marks, old and regional words.
    private static readonly IReadOnlyList<string[]> Peoples = Read("people-searches.tsv");

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
    public async Task Of_a_hundred_more_ninety_five_are_among_the_first_three()
    {
        await using var office = await Office.OpenAsync();
        List<string> lost = [];
        foreach (var search in Peoples)
        {
            var found = await office.Http.GetFromJsonAsync<ProcedureList>($"/api/procedures?limit=3&q={Uri.EscapeDataString(search[0])}", OfficeJson.Options);
            if (!found!.Items.Any(item => search[1].Contains(item.Code, StringComparison.Ordinal)))
            {
                lost.Add($"{search[0]} → {string.Join(", ", found.Items.Select(item => item.Name.Vi))}");
            }
        }

        Assert.InRange(Peoples.Count, 100, int.MaxValue);
        Assert.True(lost.Count * 100 <= Peoples.Count * 5, string.Join("; ", lost));
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

    private static string[][] Read(string file) =>
    [
        .. File.ReadAllLines(Path.Combine(Repository.Root, "tests", "PublicAdmin.Functions.Tests", "Procedures", "Search", file))
            .Skip(1).Where(line => line.Length > 0).Select(line => line.Split('\t')),
    ];
}
