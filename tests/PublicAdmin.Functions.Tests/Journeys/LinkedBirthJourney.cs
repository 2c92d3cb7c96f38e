using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using PublicAdmin.Dossiers;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;
using PublicAdmin.Processing.Lists;
using PublicAdmin.Tests.Notifications;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Journeys;

/// <summary>Birth, residence and health card filed once: a case with a part for each agency, two of which work in systems of their own.</summary>
public sealed class LinkedBirthJourney
{
    [Fact]
    public async Task One_filing_makes_a_case_and_its_part_at_the_commune_and_the_citizen_sees_one()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var (receipt, birth) = await office.FiledLinkedAsync();

        var seen = await office.As("mai").ReadDossierAsync(receipt.Code);
        Assert.Equal(
            [("khai-sinh", false), ("thuong-tru", true), ("the-bhyt", true)], seen.Linked!.Parts.Select(part => (part.Waits, part)).Select(
                one => (one.part.Id, one.Waits)));
        var child = await office.As("mai").ReadDossierAsync(birth);
        Assert.Equal(("1.001193", receipt.Code, seen.SubmittedAt), (child.Procedure.Code, child.Linked!.Case, child.SubmittedAt));
        Assert.NotEqual(receipt.Code, birth);

        var mine = await office.As("mai").GetFromJsonAsync<PageOf<DossierSummary>>("/api/dossiers", OfficeJson.Stored);
        Assert.Equal(receipt.Code, Assert.Single(mine!.Items).Code);
        Assert.Equal(birth, Assert.Single(await office.As("clerk-muong-ang").WorkAsync()).Code);
        var tracked = await office.Http.TrackAsync(receipt.Code, receipt.Secret);
        Assert.Equal(["Mới đăng ký", "Mới đăng ký", "Mới đăng ký"], tracked.Parts.Select(part => part.Status.Vi));
    }

    [Fact]
    public async Task Nothing_is_decided_on_the_case_itself()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var (receipt, birth) = await office.FiledLinkedAsync();

        var refused = await office.As("clerk-muong-ang").SendActAsync(receipt.Code, "acceptance").ProblemAsync(HttpStatusCode.Conflict);

        Assert.Equal("linked-case-act-on-parts", refused.Code);
        Assert.Contains(birth.ToString(), refused.Detail, StringComparison.Ordinal);
        Assert.DoesNotContain(Act.Withdraw, (await office.As("mai").ReadDossierAsync(receipt.Code)).MayDo);
        Assert.Contains(Act.Withdraw, (await office.As("mai").ReadDossierAsync(birth)).MayDo);
    }

    [Fact]
    public async Task Its_state_is_that_of_the_part_that_is_least_advanced()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var (receipt, birth) = await office.FiledLinkedAsync();
        Assert.Equal(Phase.Registered, await office.PhaseOfAsync(receipt.Code));

        await office.As("clerk-muong-ang").ActAsync(birth, "acceptance");
        await office.DeliverMessagesAsync();
        Assert.Equal(Phase.Received, await office.PhaseOfAsync(receipt.Code));

        await office.ProcessToTheEndAsync("muong-ang", birth, "12/GKS");
        await office.DeliverMessagesAsync();
        Assert.Equal(Phase.Received, await office.PhaseOfAsync(receipt.Code)); // two agencies have not begun

        await office.DoneElsewhereAsync(receipt.Code, "thuong-tru", "CA-77");
        Assert.Equal(Phase.Received, await office.PhaseOfAsync(receipt.Code));
        await office.DoneElsewhereAsync(receipt.Code, "the-bhyt", "BH-88");

        Assert.Equal(Phase.Returned, await office.PhaseOfAsync(receipt.Code));
        Assert.Equal(10, (await office.Http.TrackAsync(receipt.Code, receipt.Secret)).StatusCode);
        await office.DeliverMessagesAsync();
        Assert.Empty(await office.As("clerk-muong-ang").WorkAsync("list=linked"));
    }

    [Fact]
    public async Task The_citizen_hears_of_each_part_when_it_is_done_and_the_desk_follows_it_among_the_mirrors()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var (receipt, birth) = await office.FiledLinkedAsync();
        await office.As("clerk-muong-ang").ActAsync(birth, "acceptance");
        await office.ProcessToTheEndAsync("muong-ang", birth, "12/GKS");
        await office.DeliverMessagesAsync();
        Assert.Equal(receipt.Code, Assert.Single(await office.As("clerk-muong-ang").WorkAsync("list=linked")).Code);

        await office.DoneElsewhereAsync(receipt.Code, "thuong-tru", "CA-77");
        await office.DeliverMessagesAsync();

        var letters = Directory.GetFiles(office.Folder, "*.eml", SearchOption.AllDirectories).Select(path => EmlText.BodyOf(File.ReadAllText(path))).ToList();
        var letter = Assert.Single(letters, text => text.Contains("phần «Đăng ký thường trú» đã có kết quả", StringComparison.Ordinal));
        Assert.Contains("số TT-77 ngày 20/11/2026", letter, StringComparison.Ordinal);
        Assert.Contains("Công an cấp xã, mã hồ sơ CA-77", letter, StringComparison.Ordinal);
        var mirrors = await office.As("officer-muong-ang").GetFromJsonAsync<JsonElement>($"/api/mirrors?office={office.OfficeOf("clerk-muong-ang")}");
        Assert.Equal("CA-77", Assert.Single(mirrors.GetProperty("items").EnumerateArray().ToList()).GetProperty("code").GetString());
    }

    [Fact]
    public async Task A_birth_that_is_refused_takes_with_it_what_waited_for_it()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var (receipt, birth) = await office.FiledLinkedAsync();

        await office.As("clerk-muong-ang").ActAsync(birth, "refusal", new { reason = "Trẻ đã được đăng ký khai sinh", ground = "Luật Hộ tịch, Điều 16" });
        await office.DeliverMessagesAsync();

        var seen = await office.As("mai").ReadDossierAsync(receipt.Code);
        Assert.Equal(Phase.NotAccepted, seen.Phase);
        Assert.All(seen.Linked!.Parts, part => Assert.Equal((Phase.NotAccepted, "Trẻ đã được đăng ký khai sinh"), (part.Phase, part.Reason)));
    }
}
