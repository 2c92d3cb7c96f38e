using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace PublicAdmin.Site.Tests;

/// <summary>Supervisors see what needs a hand and act beside it; the screen on the wall says the same to everybody, without anybody's name.</summary>
[Collection(nameof(SampleOffice))]
public sealed class BoardTests(SampleOffice office)
{
    [BrowserTheory]
    [InlineData(390)]
    [InlineData(1366)]
    public async Task The_wall_says_five_numbers_renews_itself_and_names_nobody(int width)
    {
        await using var wall = await office.VisitAsync(width: width);
        await wall.Page.Clock.InstallAsync();
        await wall.GoAsync("/wall");
        await Expect(wall.Page.Locator("#wall-numbers li")).ToHaveCountAsync(5);
        await Expect(wall.Page.Locator("body")).Not.ToContainTextAsync("Lò Thị");

        var again = await wall.Page.RunAndWaitForResponseAsync(
            () => wall.Page.Clock.FastForwardAsync(60_000), answer => answer.Url.EndsWith("/board", StringComparison.Ordinal));

        Assert.Equal(200, again.Status);
        Assert.Empty(wall.Complaints);
    }

    [BrowserTheory]
    [InlineData(390)]
    [InlineData(1366)]
    public async Task An_office_that_is_late_is_urged_on_beside_the_number(int width)
    {
        await CarriedOverAsync($"QH-{width}");
        await using var supervisor = await office.VisitAsync(width: width);
        await SampleOffice.BecomeAsync(supervisor, "supervisor-province", "/board");
        var hand = supervisor.Page.Locator("#now li", new() { HasText = "hồ sơ quá hạn" }).First;
        await Expect(supervisor.Page.Locator("#now .heat")).ToContainTextAsync("Mường Phăng");
        await Expect(hand).ToContainTextAsync("Mường Phăng");

        await hand.Locator("summary").ClickAsync();
        await hand.GetByLabel("Trả lời trước hết ngày").FillAsync("2027-12-31");
        await hand.GetByRole(AriaRole.Button, new() { Name = "Đôn đốc" }).ClickAsync();

        await Expect(supervisor.Page.Locator("#said")).ToContainTextAsync("Đã gửi đôn đốc.");
        Assert.Empty(supervisor.Complaints);
    }

    [BrowserFact]
    public async Task A_leader_gives_what_will_be_late_to_whoever_could_take_it()
    {
        await CarriedOverAsync("QH-giao");
        await using var leader = await office.VisitAsync(width: 1366);
        await leader.SignInAsync("Quàng Thị Yến", "/board");

        await leader.Page.Locator("#forecast li").GetByRole(AriaRole.Button).First.ClickAsync();

        await Expect(leader.Page.Locator("#said")).ToContainTextAsync("Đã giao cho Vàng A Páo.");
        Assert.Empty(leader.Complaints);
    }

    // What another system left, past its promise.
    private async Task CarriedOverAsync(string name)
    {
        const string Head = "ma_ho_so_cu;ma_tthc;ma_don_vi;ten_chu_ho_so;loai_doi_tuong;so_dinh_danh;kenh;ngay_nop;ngay_tiep_nhan;ngay_hen_tra;trang_thai;"
            + "ngay_yeu_cau_bo_sung;ngay_ket_thuc\n";
        var place = (await office.ReadAsync("clerk-muong-phang", "/api/me")).GetProperty("duties")[0].GetProperty("office").GetString();
        var lines = $"{name};1.004873;{place};Vàng Thị Sua;1;;3;;01/10/2026;05/10/2026 17:00;4;;\n";
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/imports");
        request.Headers.Authorization = new("Bearer", await office.TokenOfAsync("administrator-province"));
        request.Content = new ByteArrayContent([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Head + lines)]);
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        using var answer = await office.Http.SendAsync(request);
        var import = await answer.Content.ReadFromJsonAsync<JsonElement>();
        await office.TellAsync("administrator-province", $"/api/imports/{import.GetProperty("id").GetString()}/commit");
        await office.RollUpAsync();
    }
}
