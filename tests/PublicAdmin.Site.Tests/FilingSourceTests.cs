using static Microsoft.Playwright.Assertions;

namespace PublicAdmin.Site.Tests;

/// <summary>What need not be typed again says where it comes from; what is written otherwise than the account says reaches the office as a note.</summary>
[Collection(nameof(SampleOffice))]
public sealed class FilingSourceTests(SampleOffice office)
{
    private const string FromAccount = "Lấy từ tài khoản định danh VNeID.";

    private static readonly string Day = DateTime.UtcNow.AddHours(7).ToString("dd/MM/yyyy", System.Globalization.CultureInfo.InvariantCulture);

    [BrowserFact]
    public async Task Each_value_names_its_source_and_a_correction_of_it_is_seen_at_the_desk()
    {
        await using var citizen = await office.VisitAsync();
        var first = await FileAsync(citizen, "Lò Thị Mai");
        await citizen.Page.GotoAsync(FilingPage.MaritalStatus);
        await citizen.FillWhoAsync();

        await Expect(citizen.Page.Locator("fieldset[name='form.requesterResidence'] > .source")).ToHaveTextAsync($"Lấy từ hồ sơ {first} đã nộp ngày {Day}.");
        await Expect(citizen.Page.Locator("[name='form.requesterResidence.detail']")).ToHaveValueAsync("Bản Tát");
        var code = await GoOnAsync(citizen, "Lò Thị Mây");
        await using var clerk = await office.VisitAsync(width: 1366);
        await clerk.SignInAsync("Lò Thị Hương", $"/desk?code={code}");

        await Expect(clerk.Page.Locator(".answers-card .held")).ToHaveTextAsync("Tài khoản định danh điện tử (VNeID) ghi: Lò Thị Mai");
        Assert.Empty(citizen.Complaints);
    }

    private static async Task<string> FileAsync(Visitor citizen, string name)
    {
        await citizen.SignInAsync("Lò Thị Mai", FilingPage.MaritalStatus);
        await citizen.FillWhoAsync();
        return await GoOnAsync(citizen, name);
    }

    private static async Task<string> GoOnAsync(Visitor citizen, string name)
    {
        await citizen.AnswerAsync("1.004873");
        await citizen.ContinueAsync();
        await citizen.AnswerAsync("1.004873");
        var person = citizen.Page.Locator("[name='form.personName']");
        var note = citizen.Page.Locator(".field:has(> [name='form.personName']) > .source");
        await Expect(note).ToHaveTextAsync(FromAccount);
        await person.FillAsync(name);
        await Expect(note).ToHaveTextAsync(name == "Lò Thị Mai" ? FromAccount : "Tài khoản VNeID ghi: Lò Thị Mai. Cán bộ sẽ thấy cả hai nội dung.");
        await citizen.ContinueAsync();
        await citizen.AnswerAsync("1.004873");
        await citizen.ContinueAsync();
        await citizen.Page.Locator("#summary").FillAsync(FilingPage.Summary);
        await citizen.ContinueAsync();
        await citizen.ContinueAsync();
        await citizen.FillWayAsync();
        await citizen.SendAsync();
        return (await citizen.Page.Locator("#code").TextContentAsync())!;
    }
}
