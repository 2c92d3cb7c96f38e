using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using PublicAdmin.Tests.Support;
using Xunit.Abstractions;
using static Microsoft.Playwright.Assertions;

namespace PublicAdmin.Site.Tests;

/// <summary>
/// A birth with two parents is filed on a phone: what would have to be typed, counted in boxes and keys, and what of it stands there already from the
/// account, the father's own record and the parents' marriage certificate.
/// </summary>
[Collection(nameof(SampleOffice))]
public sealed class PrefillCountTests(SampleOffice office, ITestOutputHelper output)
{
    private const string Birth = "1.001193";
    private const string Mother = "Lò Thị Hoa";
    private const string MotherBorn = "1985-05-12";
    private const string MotherNumber = "011185000321";

    [BrowserFact]
    public async Task Most_of_a_birth_registration_is_filled_in_before_the_parents_type_anything()
    {
        var marriage = await MarriageAsync();
        await using var citizen = await office.VisitAsync();
        await citizen.SignInAsync("Quàng Văn Thanh", $"/filing?procedure={Birth}");

        await citizen.Page.Locator("#prefill-ask").ClickAsync();
        await Expect(citizen.Page.Locator("#prefill-said")).ToContainTextAsync("Đã điền sẵn");
        await Expect(citizen.Page.Locator("#residence")).ToHaveValueAsync("03325");
        Assert.Empty(await EveryPageTests.FaultsOfAsync(citizen.Page));
        await citizen.Page.Locator("#phone").FillAsync("0987654321");
        await citizen.ContinueAsync();
        var boxes = await CountAsync(citizen, Answers(marriage).ToJsonString());

        var (all, known) = (boxes.Count, boxes.Count(box => box.Known));
        var (keys, saved) = (boxes.Sum(box => box.Keys), boxes.Where(box => box.Known).Sum(box => box.Keys));
        output.WriteLine($"{known} of {all} boxes ({100 * known / all} %), {saved} of {keys} keys ({100 * saved / keys} %) are there already.");
        output.WriteLine(string.Join("; ", boxes.Where(box => !box.Known).Select(box => $"{box.Path} {box.Keys}")));
        Assert.True(known * 100 >= all * 60, $"Only {known} of {all} boxes.");
        Assert.True(saved * 100 >= keys * 60, $"Only {saved} of {keys} keys.");
        Assert.Empty(citizen.Complaints);
    }

    private static async Task<List<Box>> CountAsync(Visitor citizen, string answers)
    {
        var (count, fill) = (await ReadAsync("count.js"), await ReadAsync("answer.js"));
        var boxes = new List<Box>();
        for (var step = ""; step != StepOf(citizen) && StepOf(citizen).StartsWith("form-", StringComparison.Ordinal);)
        {
            step = StepOf(citizen);
            var json = await citizen.Page.EvaluateAsync<JsonElement>(count, answers);
            boxes.AddRange(json.Deserialize<Box[]>(JsonSerializerOptions.Web)!);
            await citizen.Page.EvaluateAsync(fill, answers);
            await citizen.ContinueAsync();
        }

        Assert.Equal("what", StepOf(citizen));
        return boxes;
    }

    private static string StepOf(Visitor citizen) => System.Web.HttpUtility.ParseQueryString(new Uri(citizen.Page.Url).Query)["step"] ?? "who";

    private static Task<string> ReadAsync(string script) => File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, script));

    private static JsonObject Couple()
    {
        var answers = JsonNode.Parse(ExampleAnswers.Of("1.000894").GetRawText())!.AsObject();
        (answers["brideName"], answers["brideBirthDate"], answers["bridePersonalNumber"]) = (Mother, MotherBorn, MotherNumber);
        (answers["groomName"], answers["groomBirthDate"], answers["groomPersonalNumber"]) = ("Quàng Văn Thanh", "1978-09-03", "011078000456");
        answers["groomResidence"] = Home();
        return answers;
    }

    private static JsonObject Home() => new() { ["kind"] = "1", ["province"] = "11", ["commune"] = "03325", ["detail"] = "Bản Co Cượm" };

    // As the register and the marriage certificate have the parents.
    private static JsonObject Answers(JsonNode marriage)
    {
        var answers = JsonNode.Parse(ExampleAnswers.Of(Birth, "du-cha-me").GetRawText())!.AsObject();
        answers["childBirthDate"] = DateTime.UtcNow.AddHours(7).AddDays(-12).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        (answers["requesterRelation"], answers["childName"]) = ("cha", "Quàng Minh An");
        (answers["motherName"], answers["motherBirthDate"], answers["motherPersonalNumber"]) = (Mother, MotherBorn, MotherNumber);
        (answers["fatherName"], answers["fatherBirthDate"], answers["fatherPersonalNumber"]) = ("Quàng Văn Thanh", "1978-09-03", "011078000456");
        answers["fatherResidence"] = Home();
        answers["childHometown"] = new JsonObject { ["province"] = "11", ["commune"] = "03325", ["detail"] = "Bản Co Cượm" };
        answers["requesterResidence"] = Home();
        (answers["parentsMarried"], answers["parentsMarriage"]) = (true, marriage.DeepClone());
        return answers;
    }

    // Filed by the groom, registered, and in his wallet.
    private async Task<JsonNode> MarriageAsync()
    {
        var filed = await office.TellAsync("thanh", "/api/dossiers", new
        {
            procedure = "1.000894",
            receipt = "H18.88",
            applicant = new { name = "Quàng Văn Thanh", personalNumber = "011078000456" },
            residenceUnit = "03256",
            form = Couple(),
        });
        var code = filed.GetProperty("code").GetString()!;
        await office.TellAsync("clerk-muong-ang", $"/api/dossiers/{code}/acceptance");
        await office.TellAsync("officer-muong-ang", $"/api/dossiers/{code}/taking");
        await office.ProposeAsync("officer-muong-ang", code);
        var hash = (await office.ReadAsync("leader-muong-ang", $"/api/dossiers/{code}")).GetProperty("proposal").GetProperty("hash").GetString();
        await office.TellAsync("leader-muong-ang", $"/api/dossiers/{code}/approval", new { proposalHash = hash });
        await office.TellAsync("registrar-muong-ang", $"/api/dossiers/{code}/issue", new { number = $"KH {code}" });
        var result = $"/api/dossiers/{code}/result";
        await UntilAsync(async () => (await office.SendAsync("clerk-muong-ang", HttpMethod.Get, result)).StatusCode is HttpStatusCode.OK);
        await office.TellAsync("clerk-muong-ang", $"/api/dossiers/{code}/return", new { });
        JsonNode? entry = null;
        await UntilAsync(async () => (entry = await EntryAsync(code)) is not null);
        return entry!;
    }

    private async Task<JsonNode?> EntryAsync(string code)
    {
        var made = JsonNode.Parse((await office.ReadAsync("thanh", $"/api/procedures/{Birth}/prefill")).GetRawText())!;
        return made["values"]!.AsArray().FirstOrDefault(value => (string?)value!["field"] == "parentsMarriage" && (string?)value["dossier"] == code)?["value"];
    }

    private static async Task UntilAsync(Func<Task<bool>> done)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (!await done())
        {
            await Task.Delay(100, patience.Token);
        }
    }

    private sealed record Box(string Path, int Keys, bool Known);
}
