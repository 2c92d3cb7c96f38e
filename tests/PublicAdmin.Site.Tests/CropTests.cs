using System.Text.RegularExpressions;
using static Microsoft.Playwright.Assertions;

namespace PublicAdmin.Site.Tests;

/// <summary>A photographed paper loses the table it lay on: by the arrow keys, and by a finger.</summary>
[Collection(nameof(SampleOffice))]
public sealed class CropTests(SampleOffice office)
{
    [BrowserFact]
    public async Task The_edges_of_a_picture_are_cut_away_by_key_and_by_pointer_and_what_is_left_is_sent()
    {
        await using var citizen = await office.VisitAsync();
        var picture = await citizen.Page.ScreenshotAsync(); // 390 by 844.
        await citizen.SignInAsync("Lò Thị Mai", FilingPage.MaritalStatus);
        await citizen.FillWhoAsync();
        await citizen.FillWhatAsync();
        await citizen.ChooseAsync(new() { Name = "anh.png", MimeType = "image/png", Buffer = picture });
        await Expect(citizen.Page.Locator("#papers")).ToContainTextAsync("✓ anh.png");

        await citizen.Button("Cắt ảnh anh.png").ClickAsync();
        await citizen.Page.GetByLabel("Bỏ phía trên").FocusAsync();
        await citizen.Page.Keyboard.PressAsync("ArrowRight");
        await citizen.Page.Keyboard.PressAsync("ArrowRight");
        await DrawTheLeftEdgeAsync(citizen);
        Assert.Empty(await EveryPageTests.FaultsOfAsync(citizen.Page));
        await citizen.Button("Cắt").ClickAsync();

        await Expect(citizen.Page.Locator("#papers")).ToContainTextAsync("✓ anh.jpg");
        var left = await citizen.Page.Locator("img.thumb").EvaluateAsync<int[]>("one => [one.naturalWidth, one.naturalHeight]");
        Assert.InRange(left[0], 280, 345); // A fifth less, as far as a finger is exact.
        Assert.InRange(left[1], 826, 829); // Two hundredths less.
        await Expect(citizen.Page.Locator("#papers .sent")).ToHaveCountAsync(1);
        Assert.Empty(citizen.Complaints);
    }

    private static async Task DrawTheLeftEdgeAsync(Visitor citizen)
    {
        var box = (await citizen.Page.Locator(".crop").BoundingBoxAsync())!;
        var middle = box.Y + (box.Height / 2);
        await citizen.Page.Mouse.MoveAsync(box.X + 3, middle);
        await citizen.Page.Mouse.DownAsync();
        await citizen.Page.Mouse.MoveAsync(box.X + (box.Width / 5), middle, new() { Steps = 4 });
        await citizen.Page.Mouse.UpAsync();
        await Expect(citizen.Page.GetByLabel("Bỏ bên trái")).ToHaveValueAsync(new Regex("^(1[5-9]|2[0-5])$"));
    }
}
