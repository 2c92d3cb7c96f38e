using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace PublicAdmin.Site.Tests;

/// <summary>At the desk an answer is put right with a reason; what was signed stands beside it, there and on the citizen's page.</summary>
[Collection(nameof(SampleOffice))]
public sealed class DeskCorrectionTests(SampleOffice office)
{
    [BrowserTheory]
    [InlineData(390)]
    [InlineData(1366)]
    public async Task A_name_is_corrected_at_the_desk_and_the_citizen_sees_both(int width)
    {
        await using var citizen = await office.VisitAsync();
        var code = await FileAsync(citizen);
        await using var clerk = await office.VisitAsync(width: width);
        await clerk.SignInAsync("Lò Thị Hương", $"/desk?code={code}");

        await CorrectAsync(clerk);

        await Expect(clerk.Page.Locator("#said")).ToContainTextAsync("Đã xong: Điều chỉnh thông tin");
        await clerk.Page.GotoAsync($"/desk?code={code}");
        await Expect(clerk.Page.Locator(".answers-card")).ToContainTextAsync("Lò Thị MâyĐã khai: Lò Thị Mai");
        await citizen.Page.GotoAsync($"/dossier?code={code}");
        await Expect(citizen.Page.Locator(".answers-card")).ToContainTextAsync("Lò Thị Mai → Lò Thị Mây");
        await Expect(citizen.Page.Locator(".answers-card")).ToContainTextAsync("Sổ hộ tịch ghi tên đệm khác.");
        await Expect(citizen.Page.Locator(".answers-card").GetByRole(AriaRole.Button)).ToHaveCountAsync(0);
        Assert.Empty(clerk.Complaints);
        Assert.Empty(citizen.Complaints);
    }

    private static async Task<string> FileAsync(Visitor citizen)
    {
        await citizen.SignInAsync("Lò Thị Mai", FilingPage.MaritalStatus);
        await citizen.FillWhoAsync();
        await citizen.FillWhatAsync();
        await citizen.ContinueAsync();
        await citizen.FillWayAsync();
        await citizen.SendAsync();
        return (await citizen.Page.Locator("#code").TextContentAsync())!;
    }

    // Nothing changed and a required answer taken away are said on the page, before the office is asked.
    private static async Task CorrectAsync(Visitor clerk)
    {
        await clerk.Page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Điều chỉnh") }).Nth(1).ClickAsync();
        var form = clerk.Page.Locator("#act-correctAnswers");
        var send = form.GetByRole(AriaRole.Button, new() { Name = "Điều chỉnh thông tin" });
        await form.Locator("#correct-reason").FillAsync("Sổ hộ tịch ghi tên đệm khác.");
        await send.ClickAsync();
        await Expect(form.Locator(".error")).ToContainTextAsync("Chưa có mục nào được thay đổi");
        await form.Locator("[name='form.personName']").FillAsync("");
        await send.ClickAsync();
        await Expect(form.Locator(".summary")).ToContainTextAsync("Hãy điền mục này");
        await form.Locator("[name='form.personName']").FillAsync("Lò Thị Mây");
        await send.ClickAsync();
    }
}
