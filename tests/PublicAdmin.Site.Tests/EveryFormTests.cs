using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using PublicAdmin.Eforms;
using PublicAdmin.Eforms.Definitions;
using PublicAdmin.Procedures;
using PublicAdmin.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace PublicAdmin.Site.Tests;

/// <summary>Whatever the catalogue lets a citizen file online is filed on the page, on a telephone, with every type of answer its form has.</summary>
[Collection(nameof(SampleOffice))]
public sealed class EveryFormTests(SampleOffice office)
{
    private static readonly ProcedureCatalogue Catalogue = new();
    private static readonly FormBook Forms = new();

    public static TheoryData<string> Online() =>
        [.. All().Where(one => one.Route.System is ServiceSystem.Province && one.Mode.Kind is not ServiceModeKind.InPerson).Select(one => one.Code)];

    [BrowserTheory]
    [MemberData(nameof(Online))]
    public async Task A_citizen_files_it_on_a_telephone(string procedure)
    {
        await using var citizen = await office.VisitAsync();
        await citizen.SignInAsync("Lò Thị Mai", $"/filing?procedure={procedure}");
        await citizen.Page.Locator("#email").FillAsync("mai@example.vn");
        await citizen.FillWhoAsync();
        await citizen.FillOwnFormAsync(procedure);
        await citizen.FillPlaceAsync();
        await citizen.ContinueAsync();
        await citizen.GivePapersAsync(Catalogue.Find(procedure, Today)!);
        await citizen.ContinueAsync();
        await citizen.FillWayAsync();

        await citizen.SendAsync();

        await Expect(citizen.Page.Locator("#secret, .summary")).Not.ToBeEmptyAsync();
        Assert.Empty(await citizen.Page.Locator(".summary li, #filing .error").AllTextContentsAsync());
        await Expect(citizen.Page.Locator("#code")).ToContainTextAsync("H18");
        Assert.Empty(Expected(procedure).Except(await KeptAsync((await citizen.Page.Locator("#code").TextContentAsync())!)));
        Assert.Empty(citizen.Complaints);
    }

    [BrowserFact]
    public async Task What_the_office_finds_wrong_in_an_entry_of_a_list_stands_at_that_entry()
    {
        await using var citizen = await office.VisitAsync();
        await citizen.SignInAsync("Lò Thị Mai", "/filing?procedure=1.013978");
        await citizen.FillWhoAsync();
        await citizen.FillOwnFormAsync("1.013978");
        await citizen.FillPlaceAsync();
        await citizen.ContinueAsync();
        await citizen.ContinueAsync();
        await citizen.FillWayAsync();
        await citizen.Page.RouteAsync("**/api/dossiers", async route =>
        {
            var filing = JsonNode.Parse(route.Request.PostData!)!;
            filing["form"]!["users"]![0]!["name"] = "Mai 2";
            filing["form"]!.AsObject().Remove("purposes");
            await route.ContinueAsync(new() { PostData = Encoding.UTF8.GetBytes(filing.ToJsonString()) });
        });

        await citizen.SendAsync();

        await Expect(citizen.Page.Locator(".summary li")).ToHaveCountAsync(2);
        await Expect(citizen.Page.Locator("#form-users-0-name-error")).ToBeVisibleAsync();
        await citizen.Page.Locator(".summary a").Last.ClickAsync();
        await Expect(citizen.Page.Locator("[data-step=form-parcel] .error")).ToBeVisibleAsync();
    }

    // What the example answers, but portraits: those are files.
    private static IEnumerable<string> Expected(string procedure)
    {
        if (Forms.Of(procedure, Today) is not { } form)
        {
            return [];
        }

        var kept = JsonElement.Parse(Forms.Check(form, ExampleAnswers.Of(procedure), Today, null).Answers!);
        return form.Fields.Where(field => field.Type is not FieldType.Photo && kept.TryGetProperty(field.Key, out _)).Select(field => field.Key);
    }

    private async Task<IEnumerable<string>> KeptAsync(string code)
    {
        var kept = await office.ReadAsync("mai", $"/api/dossiers/{code}/answers");
        return kept.GetProperty("answers").EnumerateObject().Select(one => one.Name).ToList();
    }

    private static DateOnly Today => DateOnly.FromDateTime(DateTime.UtcNow.AddHours(7));

    private static IEnumerable<ProcedureVersion> All() => Catalogue.All(Today);
}
