using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace PublicAdmin.Site.Tests;

/// <summary>What anybody can do without signing in.</summary>
[Collection(nameof(SampleOffice))]
public sealed class PublicPagesTests(SampleOffice office)
{
    [BrowserFact]
    public async Task A_procedure_is_found_without_accents_and_says_what_to_bring()
    {
        await using var visitor = await office.VisitAsync();
        await visitor.GoAsync("/");

        await visitor.Page.Locator("#q").FillAsync("giay doc than");
        await visitor.Page.GetByRole(AriaRole.Link, new() { Name = "Cấp Giấy xác nhận tình trạng hôn nhân", Exact = true }).ClickAsync();

        await Expect(visitor.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Cấp Giấy xác nhận tình trạng hôn nhân");
        await Expect(visitor.Text("Tờ khai cấp Giấy xác nhận tình trạng hôn nhân")).ToBeVisibleAsync();
        await Expect(visitor.Text("3 ngày làm việc").First).ToBeVisibleAsync();
        Assert.Empty(visitor.Complaints);
    }

    [BrowserFact]
    public async Task Code_and_secret_show_how_far_a_dossier_is_and_a_wrong_secret_says_so_at_once()
    {
        await using var visitor = await office.VisitAsync();
        var receipt = office.Receipts[0];
        await visitor.GoAsync("/track");

        await visitor.Page.Locator("#code").FillAsync(receipt.GetProperty("code").GetString()!);
        await visitor.Page.Locator("#secret").FillAsync("0000000000");
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Tra cứu", Exact = true }).ClickAsync();
        await Expect(visitor.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Không tìm thấy hồ sơ");

        await visitor.Page.Locator("#secret").FillAsync(receipt.GetProperty("secret").GetString()!);
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Tra cứu", Exact = true }).ClickAsync();
        await Expect(visitor.Page.Locator("#answer")).ToContainTextAsync("Mới đăng ký");
        await Expect(visitor.Page.GetByRole(AriaRole.Alert)).ToHaveCountAsync(0);
        await Expect(visitor.Page.Locator("main")).Not.ToContainTextAsync("Lò Thị Mai");
        Assert.Empty(visitor.Complaints);
    }

    [BrowserFact]
    public async Task A_signed_result_is_intact_and_one_changed_byte_is_seen()
    {
        await using var visitor = await office.VisitAsync();
        var pdf = await ResultAsync();
        await visitor.GoAsync("/verify");

        await CheckAsync(visitor, pdf);
        await Expect(visitor.Page.Locator("#verdict .good").First).ToContainTextAsync("Nguyên vẹn");

        pdf[pdf.Length / 3] ^= 1;
        await CheckAsync(visitor, pdf);
        await Expect(visitor.Page.Locator("#verdict .bad").First).ToBeVisibleAsync();
        Assert.Empty(visitor.Complaints);
    }

    [BrowserFact]
    public async Task A_QR_code_of_somebody_else_is_told_apart()
    {
        await using var visitor = await office.VisitAsync();

        await visitor.GoAsync("/verify/eyJjIjoiSDE4In0.c2ln");

        await Expect(visitor.Page.Locator("#verdict")).ToContainTextAsync("Không phải giấy của hệ thống");
        Assert.Empty(visitor.Complaints);
    }

    [BrowserFact]
    public async Task The_language_is_switched_on_any_page_and_stays()
    {
        await using var visitor = await office.VisitAsync();
        await visitor.GoAsync("/procedure?code=1.004873");

        await visitor.Page.Locator(".menu-button").ClickAsync();
        await visitor.Page.GetByRole(AriaRole.Link, new() { Name = "English" }).ClickAsync();

        await Expect(visitor.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Certificate of marital status");
        await visitor.GoAsync("/track");
        await Expect(visitor.Page.Locator("html")).ToHaveAttributeAsync("lang", "en");
        Assert.Empty(visitor.Complaints);
    }

    [BrowserFact]
    public async Task Tracking_needs_no_script_and_puts_no_secret_into_an_address()
    {
        await using var visitor = await office.VisitAsync(scripts: false);
        var receipt = office.Receipts[0];
        await visitor.Page.GotoAsync("/track");
        await visitor.Page.Locator("#code").FillAsync(receipt.GetProperty("code").GetString()!);
        await visitor.Page.Locator("#secret").FillAsync(receipt.GetProperty("secret").GetString()!);

        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Tra cứu", Exact = true }).ClickAsync();

        await Expect(visitor.Page.Locator("#answer")).ToContainTextAsync("Mới đăng ký");
        Assert.Equal("/track", new Uri(visitor.Page.Url).PathAndQuery);
    }

    [BrowserFact]
    public async Task What_is_found_stands_below_the_search_on_a_telephone_while_somebody_types()
    {
        await using var visitor = await office.VisitAsync();
        await visitor.GoAsync("/");
        await visitor.Page.Locator("#q").FillAsync("sinh con");

        await Expect(visitor.Page.Locator("#found a").First).ToHaveTextAsync("Đăng ký khai sinh");
        Assert.InRange((await visitor.Page.Locator("#q").BoundingBoxAsync())!.Y, 0, 300);
        Assert.InRange((await visitor.Page.Locator("#found a").First.BoundingBoxAsync())!.Y, 0, 600);
    }

    private static async Task CheckAsync(Visitor visitor, byte[] pdf)
    {
        await visitor.Page.Locator("#file").SetInputFilesAsync(new FilePayload { Name = "ket-qua.pdf", MimeType = "application/pdf", Buffer = pdf });
        var answered = visitor.Page.WaitForResponseAsync("**/api/verification");
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Kiểm tra" }).ClickAsync();
        await answered;
    }

    // The eighth of the sample morning has been returned.
    private async Task<byte[]> ResultAsync()
    {
        using var response = await office.SendAsync("mai", HttpMethod.Get, $"/api/dossiers/{office.Receipts[7].GetProperty("code").GetString()}/result");
        return await response.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync();
    }
}
