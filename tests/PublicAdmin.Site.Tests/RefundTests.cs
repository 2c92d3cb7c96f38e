using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace PublicAdmin.Site.Tests;

/// <summary>Money that came twice goes back through the platform: one person asks, another decides, both at the cash desk.</summary>
[Collection(nameof(SampleOffice))]
public sealed class RefundTests(SampleOffice office)
{
    [BrowserFact]
    public async Task What_was_paid_twice_goes_back_when_one_asks_and_another_decides()
    {
        var code = await office.OwingAsync();
        var order = await office.TellAsync("mai", $"/api/dossiers/{code}/payment-order");
        await office.TellAsync("clerk-muong-ang", $"/api/dossiers/{code}/payment", new { amount = 8_000, receipt = "BL-AA/26E 000777" });
        await using var payer = await office.VisitAsync();
        await payer.Page.GotoAsync($"/dev/payments/{order.GetProperty("reference").GetString()}");
        await payer.Button("Thanh toán").ClickAsync();
        await UntilExcessAsync(code);

        await using var cashier = await office.VisitAsync();
        await SampleOffice.BecomeAsync(cashier, "cashier-muong-ang", "/cash");
        var refund = cashier.Page.Locator("#refunds li", new() { HasText = code });
        await refund.Locator("summary").ClickAsync();
        await refund.GetByLabel("Lý do").FillAsync("Nộp hai lần");
        await refund.GetByRole(AriaRole.Button, new() { Name = "Đề nghị hoàn trả" }).ClickAsync();
        await Expect(refund).ToContainTextAsync("người khác duyệt");
        Assert.Empty(await EveryPageTests.FaultsOfAsync(cashier.Page));

        await using var leader = await office.VisitAsync(width: 1366);
        await SampleOffice.BecomeAsync(leader, "leader-muong-ang", "/cash");
        var asked = leader.Page.Locator("#refunds li", new() { HasText = code });
        await asked.Locator("summary").ClickAsync();
        await asked.GetByRole(AriaRole.Button, new() { Name = "Duyệt, chuyển tiền lại" }).ClickAsync();
        await Expect(asked).ToContainTextAsync(new System.Text.RegularExpressions.Regex("Đã hoàn|Đã lệnh hoàn"));
        Assert.Empty(cashier.Complaints);
        Assert.Empty(leader.Complaints);
    }

    private async Task UntilExcessAsync(string code)
    {
        for (var n = 0; n < 100; n++)
        {
            var excess = await office.ReadAsync("cashier-muong-ang", "/api/offices/H18.88/excess-payments?limit=100");
            if (excess.GetProperty("items").EnumerateArray().Any(one => one.GetProperty("code").GetString() == code))
            {
                return;
            }

            await Task.Delay(200);
        }

        Assert.Fail("The money the platform holds twice was not found.");
    }
}
