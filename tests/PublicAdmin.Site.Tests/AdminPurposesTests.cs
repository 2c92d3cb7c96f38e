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
}
