using PublicAdmin.Procedures;
using static Microsoft.Playwright.Assertions;

namespace PublicAdmin.Site.Tests;

/// <summary>Somebody stands at the counter: card read, procedure in three letters, its own form, fee, receipt.</summary>
[Collection(nameof(SampleOffice))]
public sealed class CounterTests(SampleOffice office)
{
    private const string Clerk = "Lò Thị Hương";
    private const string Card = "011195000777||Quàng Thị Ánh|02031995|Nữ|Bản Tát, Mường Ảng, Điện Biên|01082021";

    private static readonly ProcedureCatalogue Catalogue = new();

    public static TheoryData<string> AtTheCounter() =>
        [.. Catalogue.All(Today).Where(one => one.Route.System is ServiceSystem.Province).Select(one => one.Code)];

    [BrowserTheory]
    [MemberData(nameof(AtTheCounter))]
    public async Task Its_own_form_is_filled_in_there_and_the_receipt_printed(string procedure)
    {
        await using var clerk = await office.VisitAsync(width: 1366);
        await clerk.SignInAsync(Clerk, $"/counter?procedure={procedure}");
        await Expect(clerk.Page.Locator("#card")).ToBeFocusedAsync();
        await clerk.Page.Locator("#card").FillAsync(Card);
        await Expect(clerk.Page.Locator("#name")).ToHaveValueAsync("Quàng Thị Ánh");
        await clerk.Page.Locator("#phone").FillAsync("0912345678");
        await clerk.FillPlaceAsync();
        await clerk.AnswerAsync(procedure);
        await clerk.GivePapersAsync(Catalogue.Find(procedure, Today)!);

        await clerk.Button("Tiếp nhận và in giấy hẹn").ClickAsync();

        Assert.Empty(await clerk.Page.Locator(".summary li").AllTextContentsAsync());
        await Expect(clerk.Page.Locator("#taken .good .secret").First).ToContainTextAsync("H18");
        Assert.Empty(clerk.Complaints);
    }

    [BrowserFact]
    public async Task A_form_signed_on_paper_is_not_typed_again()
    {
        await using var clerk = await office.VisitAsync(width: 1366);
        await clerk.SignInAsync(Clerk, "/counter?procedure=1.004873");
        await Expect(clerk.Page.Locator("[data-own]").First).ToBeVisibleAsync();
        await clerk.Page.Locator("#card").FillAsync(Card);

        await clerk.Page.Locator("#on-paper").CheckAsync();

        await Expect(clerk.Page.Locator("[data-own]").First).ToBeHiddenAsync();
        await clerk.Page.Locator("#file-to-khai").SetInputFilesAsync(FilingPage.Pdf("to-khai.pdf"));
        await Expect(clerk.Page.Locator("#papers")).ToContainTextAsync("✓ to-khai.pdf");
        await clerk.Button("Tiếp nhận và in giấy hẹn").ClickAsync();
        await Expect(clerk.Page.Locator("#taken .secret").First).ToContainTextAsync("H18");
        Assert.Empty(clerk.Complaints);
    }

    private static DateOnly Today => DateOnly.FromDateTime(DateTime.UtcNow.AddHours(7));
}
