using Microsoft.Playwright;
using PublicAdmin.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace PublicAdmin.Site.Tests;

/// <summary>A stack scanned in one go is split at the sheets the office prints, each part at its component; what does not fit is taken nowhere.</summary>
[Collection(nameof(SampleOffice))]
public sealed class CounterStackTests(SampleOffice office)
{
    private const string Clerk = "Lò Thị Hương";
    private const string Birth = "1.001193";

    [BrowserFact]
    public async Task Each_part_behind_a_printed_sheet_lands_at_its_component()
    {
        await using var clerk = await AtCounterAsync();
        var sheets = await SheetsAsync(clerk);

        await clerk.Page.Locator("#stack").SetInputFilesAsync(
        [
            Named("10.png", SampleScans.Png(width: 1600)), // Scanners number without noughts: this one is behind the ninth.
            Named("1.png", sheets["chung-sinh"]), Named("2.png", SampleScans.Png()),
            Named("8.png", sheets["to-khai"]), Named("9.png", SampleScans.Png(width: 1640)),
        ]);

        await Expect(clerk.Page.Locator("#stack-scan")).ToContainTextAsync("Đã chia tập trang");
        var birth = clerk.Page.Locator("section.paper:has(#file-chung-sinh)");
        var form = clerk.Page.Locator("section.paper:has(#file-to-khai)");
        await Expect(birth.Locator(".sent")).ToHaveCountAsync(1);
        await Expect(birth).ToContainTextAsync("✓ 2");
        await Expect(form.Locator(".sent")).ToHaveCountAsync(2);
        await Expect(form).ToContainTextAsync("✓ 9");
        await Expect(form).ToContainTextAsync("✓ 10");
        Assert.Empty(clerk.Complaints);
    }

    [BrowserFact]
    public async Task A_stack_without_a_first_sheet_is_taken_nowhere_and_one_that_is_no_picture_neither()
    {
        await using var clerk = await AtCounterAsync();

        await clerk.Page.Locator("#stack").SetInputFilesAsync([Named("1.png", SampleScans.Png()), Named("2.png", SampleScans.Png())]);
        await Expect(clerk.Page.Locator("#stack-scan [role=alert]")).ToContainTextAsync("Trang đầu không phải tờ ngăn cách");
        await clerk.Page.Locator("#stack").SetInputFilesAsync(FilingPage.Text("hong.jpg"));
        await Expect(clerk.Page.Locator("#stack-scan [role=alert]")).ToContainTextAsync("không phải ảnh đọc được");

        await Expect(clerk.Page.Locator("#papers .sent")).ToHaveCountAsync(0);
    }

    [BrowserFact]
    public async Task Any_reader_of_bar_codes_reads_a_sheet()
    {
        if (!File.Exists("/usr/bin/zbarimg"))
        {
            return;
        }

        await using var clerk = await AtCounterAsync();
        foreach (var (component, picture) in await SheetsAsync(clerk))
        {
            var file = Path.Combine(Directory.CreateTempSubdirectory("sheet-").FullName, "sheet.png");
            await File.WriteAllBytesAsync(file, picture);

            Assert.Equal($"PA-{component}", OutsideTool.Run("zbarimg", "-q", "--raw", file).Output.Split('\n')[0]);
        }
    }

    private async Task<Visitor> AtCounterAsync()
    {
        var clerk = await office.VisitAsync(width: 1366);
        await clerk.SignInAsync(Clerk, $"/counter?procedure={Birth}");
        await Expect(clerk.Page.Locator("[data-own]").First).ToBeVisibleAsync();
        await clerk.Page.Locator("#number").FillAsync("011195000779");
        await clerk.Page.Locator("#on-paper").CheckAsync();
        await Expect(clerk.Page.Locator("#stack-scan")).ToBeVisibleAsync();
        return clerk;
    }

    // As the scanner would give them: the sheets of the page, each a picture.
    private static async Task<IReadOnlyDictionary<string, byte[]>> SheetsAsync(Visitor clerk)
    {
        var page = await clerk.NewTabAsync();
        await page.GotoAsync($"/separators?procedure={Birth}");
        await Expect(page.Locator("#sheets[aria-busy=false] .sheet").First).ToBeVisibleAsync();
        var sheets = new Dictionary<string, byte[]>();
        foreach (var sheet in await page.Locator(".sheet").AllAsync())
        {
            sheets[(await sheet.GetAttributeAsync("data-component"))!] = await sheet.ScreenshotAsync();
        }

        await page.CloseAsync();
        return sheets;
    }

    private static FilePayload Named(string name, byte[] picture) => new() { Name = name, MimeType = "image/png", Buffer = picture };
}
