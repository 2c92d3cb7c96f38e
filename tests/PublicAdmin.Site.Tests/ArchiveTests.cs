using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using PublicAdmin.Audit;
using static Microsoft.Playwright.Assertions;

namespace PublicAdmin.Site.Tests;

/// <summary>A registrar hands an ended dossier over to the archive: package, offer, two receipts, and a hold that is lifted again.</summary>
[Collection(nameof(SampleOffice))]
public sealed class ArchiveTests(SampleOffice office)
{
    [BrowserFact]
    public async Task A_registrar_hands_a_dossier_over_writes_two_receipts_down_and_holds_it_for_a_while()
    {
        var code = await office.FileAsync("citizen-781", "1.004873", "Xác nhận tình trạng hôn nhân");
        await office.TellAsync("clerk-muong-ang", $"/api/dossiers/{code}/refusal", new { reason = "Sai nơi nộp", ground = "Nghị định 118/2025/NĐ-CP" });
        await using var registrar = await office.VisitAsync();
        await SampleOffice.BecomeAsync(registrar, "registrar-muong-ang", "/archive");
        var line = registrar.Page.Locator($"li[data-code='{code}']");
        await Expect(line).ToContainTextAsync("Chưa lập gói");

        await PressAsync(line, "Lập gói");
        await Expect(registrar.Page.Locator("#said")).ToContainTextAsync("chưa được niêm phong");
        await office.Services.GetRequiredService<DaySealer>().SealAsync(DateOnly.FromDateTime(DateTime.UtcNow.AddHours(7)), null, default);
        await PressAsync(line, "Lập gói");
        await Expect(line).ToContainTextAsync("Đã lập gói");
        await PressAsync(line, "Đã giao lưu trữ");
        await ReceiveAsync(line, "BN-781-1");
        await ReceiveAsync(line, "BN-781-2");
        await Expect(line).ToContainTextAsync("BN-781-1, BN-781-2");
        await HoldAsync(line, "Giữ lại");
        await Expect(line).ToContainTextAsync("Đang giữ vì");
        Assert.Empty(await EveryPageTests.FaultsOfAsync(registrar.Page));
        await HoldAsync(line, "Thôi giữ");

        await Expect(line).Not.ToContainTextAsync("Đang giữ vì");
        Assert.Empty(registrar.Complaints);
    }

    private static Task PressAsync(ILocator line, string name) => line.GetByRole(AriaRole.Button, new() { Name = name }).ClickAsync();

    private static async Task ReceiveAsync(ILocator line, string receipt)
    {
        await line.Locator("summary", new() { HasText = "Lưu trữ trả lời" }).ClickAsync();
        await line.GetByLabel("Số biên nhận").FillAsync(receipt);
        await PressAsync(line, "Lưu trữ đã nhận");
        await Expect(line).ToContainTextAsync(receipt);
    }

    private static async Task HoldAsync(ILocator line, string name)
    {
        await line.Locator("summary", new() { HasText = name }).ClickAsync();
        await line.GetByLabel("Lý do: khiếu nại").FillAsync("Đơn khiếu nại số 781");
        await PressAsync(line, name);
    }
}
