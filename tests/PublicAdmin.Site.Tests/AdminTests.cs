using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Playwright;
using PublicAdmin.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace PublicAdmin.Site.Tests;

/// <summary>What an administrator changes is seen as a difference, and with what it touches, before it holds.</summary>
[Collection(nameof(SampleOffice))]
public sealed class AdminTests(SampleOffice office)
{
    private const string OfCommune = "Nguyễn Đức Anh";
    private const string OfProvince = "Mai Xuân Bách";

    [BrowserTheory]
    [InlineData(390)]
    [InlineData(1366)]
    public async Task Staff_from_a_file_are_compared_before_anything_is_written(int width)
    {
        var place = (await office.ReadAsync("clerk-muong-ang", "/api/me")).GetProperty("duties")[0].GetProperty("office").GetString();
        var present = (await office.ReadAsync("administrator-muong-ang", $"/api/staff?office={place}&limit=100")).GetProperty("items").EnumerateArray()
            .First(one => one.GetProperty("name").GetString() == "Quàng Văn Dũng");
        var (id, duty) = (present.GetProperty("id").GetString(), present.GetProperty("duties")[0]);
        var known = $"{id};Quàng Văn Dũng;officer;{place};{duty.GetProperty("from").GetString()};09{width:D8}";
        var lines = $"id;name;role;office;from;phone\nmoi-{width};Lò Văn Mới;officer;{place};2026-01-01;\n"
            + $"sai-{width};Lò Văn Sai;officer;H18.999;2026-01-01;\n{known}\n";
        await using var administrator = await office.VisitAsync(width: width);
        await administrator.SignInAsync(OfCommune, "/admin");
        await administrator.Page.Locator("#staff-import summary").ClickAsync();

        await administrator.Page.Locator("#import-file").SetInputFilesAsync(
            new FilePayload { Name = "can-bo.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(lines) });
        var found = administrator.Page.Locator("#import-found");
        await Expect(found).ToContainTextAsync("3 người trong tệp, 3 người mới hoặc có thay đổi. Chưa ghi gì.");
        await Expect(found.Locator($"[data-id={id}]")).ToContainTextAsync($"09{width:D8}");
        await administrator.Button("Ghi những người đã chọn").ClickAsync();

        await Expect(administrator.Page.Locator("#said")).ToContainTextAsync("Đã ghi 2 trên 3 người.");
        await Expect(found.Locator($"[data-id=sai-{width}]")).ToContainTextAsync("H18.999");
        await Expect(administrator.Page.Locator("#staff")).ToContainTextAsync("Lò Văn Mới");
        Assert.Empty(administrator.Complaints);
    }

    [BrowserTheory]
    [InlineData(390, "2027-12-29")]
    [InlineData(1366, "2027-12-30")]
    public async Task A_day_off_is_entered_after_its_impact_was_seen(int width, string day)
    {
        await using var administrator = await office.VisitAsync(width: width);
        await administrator.SignInAsync(OfProvince, "/admin");
        await Expect(administrator.Page.Locator("#year[aria-busy=false]")).ToBeVisibleAsync();
        await administrator.Page.Locator("#calendar-year").SelectOptionAsync("2027");
        await Expect(administrator.Page.Locator("#day-day")).ToHaveAttributeAsync("min", "2027-01-01");
        await administrator.Page.Locator("#day-day").FillAsync(day);
        await administrator.Page.Locator("#day-vi").FillAsync("Nghỉ theo công điện");
        await administrator.Page.Locator("#day-en").FillAsync("Off by dispatch");
        await administrator.Page.Locator("#day-source").FillAsync("Công điện 99");
        await administrator.Button("Thêm ngày").ClickAsync();

        await administrator.Page.Locator("#plan-reason").FillAsync("Công điện của Thủ tướng");
        await administrator.Page.Locator("#look-plan").ClickAsync();
        await Expect(administrator.Page.Locator("#year ins")).ToContainTextAsync("Nghỉ theo công điện");
        await Expect(administrator.Page.Locator("#year .verdict")).ToContainTextAsync("hồ sơ đang mở có thời gian thay đổi");
        await administrator.Page.Locator("#enter-plan").ClickAsync();

        await Expect(administrator.Page.Locator("#said")).ToContainTextAsync("Đã áp dụng lịch năm 2027.");
        Assert.Empty(administrator.Complaints);
        await using var auditor = await office.VisitAsync(width: width);
        await auditor.SignInAsync("Đinh Công Tráng", "/audit");
        await Expect(auditor.Page.Locator("#edits li").First).ToContainTextAsync("Lịch nghỉ, làm bù: 2027");
        await Expect(auditor.Page.Locator("#edits li").First).ToContainTextAsync("Mai Xuân Bách");
        await Expect(auditor.Page.Locator("#edits li").First).ToContainTextAsync("Công điện của Thủ tướng");
    }

    [BrowserFact]
    public async Task A_version_to_come_shows_its_differences_and_what_a_citizen_will_see()
    {
        const string Code = "2.000815";
        var versions = await office.ReadAsync("administrator-province", $"/api/procedures/{Code}/versions");
        var next = JsonNode.Parse(versions.GetProperty("items").EnumerateArray().Last().GetProperty("version").GetRawText())!.AsObject();
        next["validFrom"] = "2028-01-01";
        next["name"] = new JsonObject { ["vi"] = "Chứng thực bản sao (mới)", ["en"] = "Certify copies (new)" };
        await office.TellAsync("administrator-province", $"/api/procedures/{Code}/versions", next);
        await using var administrator = await office.VisitAsync(width: 1366);
        await administrator.SignInAsync(OfProvince, "/admin");
        await administrator.Page.Locator("#procedure").SelectOptionAsync(Code);
        await administrator.Page.Locator("#versions summary").Last.ClickAsync();
        await Expect(administrator.Page.Locator("#versions ins").Last).ToHaveTextAsync("Chứng thực bản sao (mới)");

        await administrator.Page.Locator("#versions").GetByRole(AriaRole.Link, new() { Name = "Công dân thấy gì" }).Last.ClickAsync();

        await Expect(administrator.Page.Locator("h1")).ToHaveTextAsync("Chứng thực bản sao (mới)");
        Assert.Empty(administrator.Complaints);
    }

    [BrowserFact]
    public async Task A_new_form_is_tried_and_kept_nowhere()
    {
        var form = Directory.EnumerateFiles(Path.Combine(Repository.Root, "functions", "Eforms"), "*.json", SearchOption.AllDirectories)
            .Select(File.ReadAllText).Select(text => JsonNode.Parse(text)).OfType<JsonObject>().First(one => one["sections"] is not null);
        var contradictory = form.DeepClone().ToJsonString();
        var before = (string)form["version"]!;
        (form["version"], form["validFrom"]) = ("9", "2028-01-01");
        form["migration"] = JsonNode.Parse($$"""{"from": "{{before}}", "steps": []}""");
        await using var administrator = await office.VisitAsync(width: 1366);
        await administrator.SignInAsync(OfProvince, "/admin");
        await administrator.Page.Locator("#form-trial summary").ClickAsync();

        await administrator.Page.Locator("#trial-file").SetInputFilesAsync(FileOf(contradictory));
        await Expect(administrator.Page.Locator("#trial-found [role=alert]")).ToBeVisibleAsync();
        await administrator.Page.Locator("#trial-file").SetInputFilesAsync(FileOf(form.ToJsonString()));

        await Expect(administrator.Page.Locator("#trial-found .verdict.good")).ToContainTextAsync("bản 9: hợp lệ");
        await Expect(administrator.Page.Locator("#trial-found")).ToContainTextAsync("bản nháp đang mở");
        Assert.Empty(administrator.Complaints);
    }

    private static FilePayload FileOf(string json) => new() { Name = "to-khai.json", MimeType = "application/json", Buffer = Encoding.UTF8.GetBytes(json) };
}
