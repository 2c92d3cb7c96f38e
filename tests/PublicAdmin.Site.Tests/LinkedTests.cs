using System.Text.Json;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace PublicAdmin.Site.Tests;

/// <summary>A linked case as its citizen and the desk see it: one case, its parts by agency, and what another agency says written down.</summary>
[Collection(nameof(SampleOffice))]
public sealed class LinkedTests(SampleOffice office)
{
    [BrowserFact]
    public async Task The_citizen_sees_one_case_with_its_parts_and_the_desk_writes_down_what_another_agency_says()
    {
        var code = await office.FileAsync("citizen-97", "3.000722", "Khai sinh, thường trú, thẻ bảo hiểm y tế");
        await IssueBirthAsync(await PartAsync(code, "khai-sinh"));
        await UntilAsync(async () =>
            (await ReadAsync("clerk-muong-ang", code)).GetProperty("linked").GetProperty("parts")[1].TryGetProperty("forwarding", out _));

        await using var clerk = await office.VisitAsync(width: 1366);
        await clerk.SignInAsync("Lò Thị Hương", $"/desk?code={code}");
        var residence = clerk.Page.Locator("#parts li", new() { HasText = "Đăng ký thường trú" });
        await Expect(residence).ToContainTextAsync("Chuyển dữ liệu trước");
        await residence.Locator("summary").ClickAsync();
        await residence.GetByLabel("Nội dung ghi nhận").SelectOptionAsync("newlyRegistered");
        await residence.GetByLabel("Căn cứ").FillAsync("Gói tin 0001");
        await residence.GetByRole(AriaRole.Button, new() { Name = "Ghi nhận", Exact = true }).ClickAsync();
        await UntilAsync(async () => (await ReadAsync("clerk-muong-ang", code)).GetProperty("linked").GetProperty("parts")[1]
            .GetProperty("forwarding").TryGetProperty("at", out var at) && at.ValueKind is JsonValueKind.String);
        Assert.Empty(clerk.Complaints);

        await using var citizen = await office.VisitAsync(width: 390);
        await SampleOffice.BecomeAsync(citizen, "citizen-97", $"/dossier?code={code}");
        await Expect(citizen.Page.Locator("#parts li")).ToHaveCountAsync(3);
        await Expect(citizen.Page.Locator("#parts")).ToContainTextAsync("Công an cấp xã");
        await Expect(citizen.Page.Locator("#parts a")).ToHaveCountAsync(1);
        Assert.Empty(citizen.Complaints);
    }

    private async Task<string> PartAsync(string code, string part)
    {
        string? found = null;
        await UntilAsync(async () =>
        {
            var parts = (await ReadAsync("clerk-muong-ang", code)).GetProperty("linked").GetProperty("parts").EnumerateArray();
            return parts.Single(one => one.GetProperty("id").GetString() == part).TryGetProperty("code", out var its) && (found = its.GetString()) is not null;
        });
        return found!;
    }

    private async Task IssueBirthAsync(string birth)
    {
        await ActAsync("clerk", birth, "acceptance");
        await ActAsync("officer", birth, "taking");
        await office.ProposeAsync("officer-muong-ang", birth);
        var hash = (await ReadAsync("leader-muong-ang", birth)).GetProperty("proposal").GetProperty("hash").GetString();
        await ActAsync("leader", birth, "approval", new { proposalHash = hash });
        await ActAsync("registrar", birth, "issue", new { number = $"GKS {birth}" });
    }

    private Task<JsonElement> ActAsync(string role, string code, string act, object? body = null) =>
        office.TellAsync($"{role}-muong-ang", $"/api/dossiers/{code}/{act}", body);

    private Task<JsonElement> ReadAsync(string persona, string code) => office.ReadAsync(persona, $"/api/dossiers/{code}");

    private static async Task UntilAsync(Func<Task<bool>> holds)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!await holds())
        {
            await Task.Delay(100, patience.Token);
        }
    }
}
