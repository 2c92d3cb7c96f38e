using Microsoft.Playwright;
using PublicAdmin.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace PublicAdmin.Site.Tests;

/// <summary>A birth filed on its own form is read beside its papers, sent back by the paper that will not do, and proposed as the very certificate.</summary>
[Collection(nameof(SampleOffice))]
public sealed class DeskFormTests(SampleOffice office)
{
    [BrowserFact]
    public async Task What_was_filled_in_becomes_the_certificate_and_nobody_types_it_again()
    {
        var code = await FileBirthAsync();
        await using var clerk = await office.VisitAsync(width: 1366);
        await clerk.SignInAsync("Lò Thị Hương", $"/desk?code={code}");
        await Expect(clerk.Page.Locator("#pane")).ToContainTextAsync("Lò Minh An");
        await clerk.Page.Locator("[data-key=a]").ClickAsync();
        await Expect(clerk.Page.Locator("#said")).ToContainTextAsync("Đã xong: Tiếp nhận.");

        await using var officer = await office.VisitAsync(width: 1366);
        await officer.SignInAsync("Quàng Văn Dũng", $"/desk?code={code}");
        await officer.Page.Locator("[data-key=t]").ClickAsync();
        await Expect(officer.Page.Locator("#said")).ToContainTextAsync("Đã xong");
        await officer.Page.GotoAsync($"/desk?code={code}");
        await officer.Page.Locator("[data-key=p]").ClickAsync();
        await officer.Page.Locator("#propose-summary").FillAsync("Đủ điều kiện đăng ký khai sinh.");
        await officer.Page.Locator("#act-propose button").First.ClickAsync();
        await Expect(officer.Page.Locator("#act-propose .summary")).ToContainTextAsync("Hãy điền mục này");
        await FillWhatIsTheOfficersAsync(officer);
        var paper = await officer.Page.RunAndWaitForResponseAsync(() => officer.Page.Locator("#preview").ClickAsync(), "**/result-preview");
        Assert.Equal("application/pdf", paper.Headers["content-type"]);
        await officer.Page.Locator("#act-propose button").First.ClickAsync();

        await Expect(officer.Page.Locator("#said")).ToContainTextAsync("Đã xong: Trình");
        await AssertPaperIsReadAsync(officer, code);
        Assert.Empty(officer.Complaints);
    }

    private static async Task FillWhatIsTheOfficersAsync(Visitor officer)
    {
        foreach (var input in await officer.Page.Locator("#act-propose input").AllAsync())
        {
            await input.FillAsync("12/2026");
        }
    }

    // What will be signed stands there in the paper's own lines, not as data.
    private static async Task AssertPaperIsReadAsync(Visitor officer, string code)
    {
        await officer.Page.GotoAsync($"/desk?code={code}");
        var proposal = officer.Page.Locator("#pane .card", new() { Has = officer.Page.GetByText("Nội dung sẽ ký") });
        await Expect(proposal.Locator("dd", new() { HasText = "Lò Minh An" }).First).ToBeVisibleAsync();
        await Expect(proposal.Locator("pre")).ToHaveCountAsync(0);
    }

    [BrowserFact]
    public async Task A_page_that_will_not_do_becomes_a_line_of_the_request_with_a_ready_reason()
    {
        var code = await FileBirthAsync();
        await using var clerk = await office.VisitAsync(width: 1366);
        await clerk.SignInAsync("Lò Thị Hương", $"/desk?code={code}");
        await Expect(clerk.Page.Locator(".page-frame img")).ToHaveJSPropertyAsync("complete", true);
        await clerk.Page.Keyboard.PressAsync("v");
        await Expect(clerk.Page.Locator("#items")).ToBeHiddenAsync();

        await clerk.Button("Chưa đạt, yêu cầu lại").ClickAsync();

        var reason = clerk.Page.Locator("#act-requestSupplement input[name^='reason.']:focus");
        var ready = await clerk.Page.Locator("#act-requestSupplement datalist option").First.GetAttributeAsync("value");
        await reason.FillAsync(ready!);
        await clerk.Page.Locator("#act-requestSupplement button").ClickAsync();
        await Expect(clerk.Page.Locator("#said")).ToContainTextAsync("Yêu cầu bổ sung");
        Assert.Empty(clerk.Complaints);
    }

    private async Task<string> FileBirthAsync()
    {
        await using var citizen = await office.VisitAsync();
        await citizen.SignInAsync("Lò Thị Mai", "/filing?procedure=1.001193");
        await citizen.FillWhoAsync();
        await citizen.FillOwnFormAsync("1.001193");
        await citizen.ContinueAsync();
        await citizen.Page.Locator("#file-chung-sinh")
            .SetInputFilesAsync(new FilePayload { Name = "chung-sinh.png", MimeType = "image/png", Buffer = SampleScans.Png() });
        await Expect(citizen.Page.Locator("#papers")).ToContainTextAsync("✓");
        await citizen.ContinueAsync();
        await citizen.FillWayAsync();
        await citizen.SendAsync();
        return (await citizen.Page.Locator("#code").TextContentAsync())!;
    }
}
