using static Microsoft.Playwright.Assertions;

namespace PublicAdmin.Site.Tests;

/// <summary>What a citizen was asked for waits on the telephone as a filing does, and becomes exactly one supplement when the line is back.</summary>
[Collection(nameof(SampleOffice))]
public sealed class OfflineSupplementTests(SampleOffice office)
{
    private const string Controlled = "() => Boolean(navigator.serviceWorker.controller)";

    private const string Seen =
        "async path => (await Promise.all([path, '/waiting'].map(one => caches.match(one, { ignoreVary: true })))).every(Boolean)";

    [BrowserFact]
    public async Task A_supplement_given_without_a_line_is_sent_once_with_its_papers_when_the_line_is_back()
    {
        var code = await AskedAsync("citizen-791");
        await using var citizen = await office.VisitAsync(keeps: true);
        await SampleOffice.BecomeAsync(citizen, "citizen-791", "/dossiers");
        await citizen.Page.WaitForFunctionAsync(Controlled, null, new() { Timeout = 60_000 });
        await citizen.Page.GotoAsync($"/dossier?code={code}");
        await Expect(citizen.Page.Locator("#supplement")).ToBeVisibleAsync();
        await citizen.Page.WaitForFunctionAsync(Seen, $"/api/dossiers/{code}", new() { Timeout = 60_000 });
        await citizen.LineAsync(up: false);
        await citizen.Page.GotoAsync($"/dossier?code={code}");

        await citizen.Page.Locator("#supplement input[type=file][multiple]").SetInputFilesAsync(FilingPage.Pdf());
        await citizen.Page.Locator("[name='answer.1']").FillAsync("Trước đây chưa đăng ký kết hôn với ai.");
        await citizen.Button("Gửi bổ sung").ClickAsync();

        await Expect(citizen.Page.Locator("#held")).ToContainTextAsync("CHƯA gửi bổ sung");
        await Expect(citizen.Page.Locator("#held")).ToContainTextAsync($"Bổ sung cho hồ sơ {code}");
        await citizen.Page.GotoAsync($"/dossier?code={code}");
        await Expect(citizen.Page.Locator("#asked")).ToContainTextAsync("đang chờ gửi trên máy này");
        Assert.Equal(0, await SuppliedAsync("citizen-791", code));

        await citizen.LineAsync(up: true);
        await citizen.Page.GotoAsync("/waiting");
        await Expect(citizen.Page.Locator("#held")).ToContainTextAsync("✓ Đã gửi bổ sung", new() { Timeout = 120_000 });
        Assert.Equal(1, await SuppliedAsync("citizen-791", code));
        await citizen.Page.Locator("#held a").ClickAsync();
        await Expect(citizen.Page.Locator("#supplement")).ToHaveCountAsync(0);
    }

    [BrowserFact]
    public async Task Where_the_office_went_on_meanwhile_what_is_no_longer_asked_stays_with_its_reason()
    {
        var code = await AskedAsync("citizen-793");
        await using var citizen = await office.VisitAsync(keeps: true);
        await SampleOffice.BecomeAsync(citizen, "citizen-793", "/dossiers");
        await citizen.Page.WaitForFunctionAsync(Controlled, null, new() { Timeout = 60_000 });
        await citizen.Page.GotoAsync($"/dossier?code={code}");
        await citizen.Page.WaitForFunctionAsync(Seen, $"/api/dossiers/{code}", new() { Timeout = 60_000 });
        await Expect(citizen.Page.Locator("#supplement input[type=file][multiple]")).ToBeAttachedAsync();
        await citizen.LineAsync(up: false);
        await citizen.Page.Locator("#supplement input[type=file][multiple]").SetInputFilesAsync(FilingPage.Pdf());
        await citizen.Page.Locator("[name='answer.1']").FillAsync("Chưa đăng ký kết hôn với ai.");
        await citizen.Button("Gửi bổ sung").ClickAsync();
        await Expect(citizen.Page.Locator("#held")).ToContainTextAsync("CHƯA gửi bổ sung");
        await office.TellAsync("citizen-793", $"/api/dossiers/{code}/withdrawal", new { reason = "Tôi sẽ nộp lại sau" });

        await citizen.LineAsync(up: true);
        await citizen.Page.ReloadAsync();

        await Expect(citizen.Page.Locator("#held [role=alert]")).ToContainTextAsync("Chưa nộp được", new() { Timeout = 120_000 });
        Assert.Equal(0, await SuppliedAsync("citizen-793", code));
    }

    private async Task<string> AskedAsync(string persona)
    {
        var code = await office.FileAsync(persona, "1.004873", "Bổ sung khi không có mạng");
        await office.TellAsync("clerk-muong-ang", $"/api/dossiers/{code}/supplement-request", new
        {
            items = new object[]
            {
                new { component = Component, what = "Giấy tờ chứng minh", reason = "Bản chụp bị mờ", ground = "Luật Hộ tịch" },
                new { what = "Tình trạng hôn nhân trước đây", reason = "Chưa khai rõ", ground = "Luật Hộ tịch" },
            },
            contact = "Lò Văn Hoa, 0912345678",
        });
        return code;
    }

    private async Task<int> SuppliedAsync(string persona, string code) => (await office.ReadAsync(persona, $"/api/dossiers/{code}/history")).EnumerateArray()
        .Count(line => line.GetProperty("what").GetString() is "supplemented");

    private const string Component = "uy-quyen";
}
