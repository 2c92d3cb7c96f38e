using static Microsoft.Playwright.Assertions;

namespace PublicAdmin.Site.Tests;

/// <summary>A person takes away what is held about them, and notes what is wrong, on the pages.</summary>
[Collection(nameof(SampleOffice))]
public sealed class OwnDataTests(SampleOffice office)
{
    [BrowserFact]
    public async Task The_account_page_gives_everything_held_as_one_file()
    {
        await using var mai = await office.VisitAsync();
        await mai.SignInAsync("Lò Thị Mai", "/me");

        var file = await mai.Page.RunAndWaitForDownloadAsync(() => mai.Button("Tải toàn bộ dữ liệu").ClickAsync());

        Assert.Equal("du-lieu-cua-toi.zip", file.SuggestedFilename);
        Assert.Equal("PK"u8.ToArray(), (await File.ReadAllBytesAsync(await file.PathAsync()))[..2]);
        Assert.Empty(mai.Complaints);
    }

    [BrowserFact]
    public async Task A_correction_is_noted_on_the_page_of_the_dossier()
    {
        var code = (await office.TellAsync("mai", "/api/dossiers", new
        {
            procedure = "2.000815",
            receipt = "H18.88",
            applicant = new { name = "Lò Thị Mai", personalNumber = "011195000123" },
            residenceUnit = "03256",
        })).GetProperty("code").GetString()!;
        await using var mai = await office.VisitAsync();
        await mai.SignInAsync("Lò Thị Mai", $"/dossier?code={code}");

        var note = mai.Page.Locator("details", new() { HasText = "Ghi đính chính thông tin" });
        await note.Locator("summary").ClickAsync();
        await note.GetByLabel("Thông tin nào chưa đúng").FillAsync("Địa chỉ");
        await note.GetByLabel("Thông tin đúng").FillAsync("Bản Tát, xã Mường Ảng");
        await note.Locator("form button").ClickAsync();

        await Expect(mai.Page.GetByText("Người dân ghi đính chính")).ToBeVisibleAsync();
        Assert.Empty(mai.Complaints);
    }
}
