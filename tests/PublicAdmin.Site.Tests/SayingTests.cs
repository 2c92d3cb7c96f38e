using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace PublicAdmin.Site.Tests;

/// <summary>What people say of the office, and what the office has to say to it.</summary>
[Collection(nameof(SampleOffice))]
public sealed class SayingTests(SampleOffice office)
{
    [BrowserFact]
    public async Task A_petition_without_a_name_is_answered_on_the_board_and_its_sender_reads_the_answer()
    {
        await using var visitor = await office.VisitAsync();
        await visitor.GoAsync("/petition");
        await visitor.Page.Locator("#office").SelectOptionAsync(new SelectOptionValue { Label = "Xã Mường Ảng" });
        await visitor.Page.Locator("#text").FillAsync("Đến ba lần mới có người nhận hồ sơ.");
        await visitor.Button("Gửi").ClickAsync();
        var shown = visitor.Page.Locator("#sent .big");
        await Expect(shown).ToHaveCountAsync(2);
        var (code, secret) = (await shown.Nth(0).TextContentAsync(), await shown.Nth(1).TextContentAsync());

        await AskAsync(code!, "Đến ngày nào?");
        await visitor.Page.Locator("#code").FillAsync(code!);
        await visitor.Page.Locator("#secret").FillAsync(secret!);
        await visitor.Button("Xem").ClickAsync();
        await Expect(visitor.Page.Locator("#answer blockquote")).ToContainTextAsync("Đến ngày nào?");
        await visitor.Page.Locator("#reply").FillAsync("Thứ hai và thứ ba.");
        await visitor.Page.Locator("#answer button").ClickAsync();
        await Expect(visitor.Page.Locator("#answer")).ToContainTextAsync("Ông/bà đã trả lời: Thứ hai và thứ ba.");

        await AnswerAsync(code!);

        await visitor.Button("Xem").ClickAsync();
        await Expect(visitor.Page.Locator("#answer blockquote").Last).ToContainTextAsync("Đã bố trí người trực quầy.");
        await visitor.Button("Thỏa đáng").ClickAsync();
        await Expect(visitor.Button("Thỏa đáng")).ToHaveCountAsync(0);
        Assert.Empty(visitor.Complaints);
    }

    [BrowserFact]
    public async Task Whoever_holds_the_receipt_of_a_returned_dossier_rates_it_without_signing_in()
    {
        await using var visitor = await office.VisitAsync();
        var returned = office.Receipts[7];
        await visitor.GoAsync($"/track#{returned.GetProperty("code").GetString()}&{returned.GetProperty("secret").GetString()}");

        await visitor.Page.Locator("summary", new() { HasText = "Đánh giá" }).ClickAsync();
        await visitor.Page.GetByLabel("Hài lòng", new() { Exact = true }).CheckAsync();
        await visitor.Button("Gửi đánh giá").ClickAsync();

        await Expect(visitor.Page.Locator("details .good")).ToContainTextAsync("Cảm ơn");
        Assert.Empty(visitor.Complaints);
    }

    private async Task AskAsync(string code, string question)
    {
        await using var supervisor = await office.VisitAsync(width: 390);
        await supervisor.SignInAsync("Bạc Cầm Sơn", "/board");
        var petition = supervisor.Page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = code });
        await petition.GetByText("Hỏi lại người gửi").First.ClickAsync();
        await petition.GetByLabel("Điều cần hỏi").FillAsync(question);
        await petition.GetByRole(AriaRole.Button, new() { Name = "Hỏi lại người gửi" }).ClickAsync();
        await Expect(petition).ToContainTextAsync($"Đã hỏi: {question}");
        Assert.Empty(supervisor.Complaints);
    }

    private async Task AnswerAsync(string code)
    {
        await using var supervisor = await office.VisitAsync(width: 1366);
        await supervisor.SignInAsync("Bạc Cầm Sơn", "/board");
        var petition = supervisor.Page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = code });
        await Expect(petition).ToContainTextAsync("Người gửi trả lời: Thứ hai và thứ ba.");
        await petition.Locator("summary").ClickAsync();
        await petition.Locator("textarea[name=text]").FillAsync("Đã bố trí người trực quầy.");
        await petition.Locator("textarea[name=published]").FillAsync("Đã bố trí người trực.");
        await petition.Locator("button").ClickAsync();
        await Expect(petition.Locator("blockquote")).ToHaveTextAsync("Đã bố trí người trực quầy.");
        Assert.Empty(supervisor.Complaints);
    }
}
