using Microsoft.Extensions.DependencyInjection;
using PublicAdmin.Platform.Lines;
using static Microsoft.Playwright.Assertions;

namespace PublicAdmin.Site.Tests;

/// <summary>An administrator of the province sees which line out of the office is down.</summary>
[Collection(nameof(SampleOffice))]
public sealed class AdminLinesTests(SampleOffice office)
{
    private const string OfCommune = "Nguyễn Đức Anh";
    private const string OfProvince = "Mai Xuân Bách";

    [BrowserTheory]
    [InlineData(390)]
    [InlineData(1366)]
    public async Task The_line_that_is_down_stands_first_with_its_cause_and_since_when(int width)
    {
        var watch = office.Services.GetRequiredService<LineWatch>();
        await watch.BadAsync(OutsideLines.Payments, "http-503", default);
        await using var administrator = await office.VisitAsync(width: width);
        await administrator.SignInAsync(OfProvince, "/admin");

        var first = administrator.Page.Locator("#lines [data-line]").First;
        await Expect(first).ToHaveAttributeAsync("data-line", "payments");
        await Expect(first).ToContainTextAsync("Mất kết nối");
        await Expect(first).ToContainTextAsync("bên kia trả lời lỗi 503 (http-503)");
        await Expect(first).ToContainTextAsync("Mất từ");
        await watch.GoodAsync(OutsideLines.Payments, default);
        await administrator.Page.ReloadAsync();

        await Expect(administrator.Page.Locator("[data-line=payments] .tag")).ToHaveTextAsync("Chạy");
        await Expect(administrator.Page.Locator("[data-line=mail] .tag")).ToHaveTextAsync("Không cấu hình");
        Assert.Empty(administrator.Complaints);
    }

    [BrowserFact]
    public async Task The_lines_and_dead_letters_of_the_province_are_not_shown_to_a_communes_administrator()
    {
        await using var administrator = await office.VisitAsync(width: 1366);
        await administrator.SignInAsync(OfCommune, "/admin");

        await Expect(administrator.Page.Locator("#staff")).ToContainTextAsync("Quàng Văn Dũng");
        await Expect(administrator.Page.Locator("#lines")).ToBeHiddenAsync();
        await Expect(administrator.Page.Locator("#dead")).ToBeHiddenAsync();
        Assert.Empty(administrator.Complaints);
    }
}
