using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace PublicAdmin.Site.Tests;

/// <summary>An administrator reads what certificates must be for, by name and not by number, on a phone as on a desk.</summary>
[Collection(nameof(SampleOffice))]
public sealed class AdminPurposesTests(SampleOffice office)
{
    [BrowserTheory]
    [InlineData(390)]
    [InlineData(1366)]
    public async Task What_certificates_are_for_stands_on_the_administrators_page(int width)
    {
        await using var visitor = await office.VisitAsync(width: width);
        await SampleOffice.BecomeAsync(visitor, "administrator-province", "/admin");

        var rules = visitor.Page.Locator("#purposes");

        await Expect(rules).ToContainTextAsync("Mọi chứng thư gốc không có quy định riêng");
        await Expect(rules).ToContainTextAsync("ký văn bản");
        await Expect(rules).ToContainTextAsync("máy chủ web");
        Assert.Empty(visitor.Complaints);
    }

    [BrowserFact]
    public async Task A_rule_for_a_day_to_come_is_entered_where_the_rules_stand()
    {
        await using var visitor = await office.VisitAsync(width: 390);
        await SampleOffice.BecomeAsync(visitor, "administrator-province", "/admin");
        var rules = visitor.Page.Locator("#purposes");

        await rules.GetByText("Nhập quy định mới").ClickAsync();
        await rules.GetByLabel("Áp dụng từ ngày").FillAsync("2031-05-02");
        await rules.GetByLabel("Chính sách").FillAsync("1.2.3.4.5");
        await rules.GetByLabel("Lý do").FillAsync("Cơ quan cấp chứng thư đổi chính sách");
        await rules.GetByRole(AriaRole.Button, new() { Name = "Nhập quy định" }).ClickAsync();

        await Expect(rules.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "02/05/2031" })).ToContainTextAsync("1.2.3.4.5");
        Assert.Empty(visitor.Complaints);
    }
}
