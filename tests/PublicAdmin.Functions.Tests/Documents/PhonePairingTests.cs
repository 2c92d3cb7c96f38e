using System.Net;
using PublicAdmin.Documents.Checking;
using PublicAdmin.Documents.Pairing;
using PublicAdmin.Platform.Storage;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Documents;

/// <summary>One telephone is one clerk's scanner for ten minutes, and its pages are uploads like every other.</summary>
public sealed partial class PhonePairingTests
{
    private const string Clerk = "clerk-muong-ang";
    private static readonly byte[] Page = SampleScans.Jpeg();

    [Fact]
    public async Task Its_pages_are_judged_as_the_clerks_uploads_and_make_a_dossier()
    {
        await using var office = await Office.OpenAsync();
        var pairing = await BeginAsync(office);
        var before = await ShownAsync(office, pairing);
        var token = await ClaimAsync(office, pairing);

        Assert.Equal(1, (await SendAsync(office, pairing, token, Page)).Count);
        Assert.Equal(1, (await SendAsync(office, pairing, token, Page)).Count); // The line broke behind it, and it came again.
        Assert.Equal(2, (await SendAsync(office, pairing, token, SampleScans.Jpeg(width: 1653))).Count);
        await office.DeliverMessagesAsync();
        var shown = await ShownAsync(office, pairing);

        Assert.Equal((false, true), (before.IsPaired, shown.IsPaired));
        Assert.Equal(["dien-thoai-01.jpg", "dien-thoai-02.jpg"], shown.Pages.Select(page => page.Name));
        Assert.All(shown.Pages, page => Assert.NotEqual(CheckState.Pending, page.Check!.State));
        var direct = await office.As(Clerk).SendFileAsync(Page, "quet.jpg", onBehalfOf: "011195000123");
        Assert.Equal(direct, shown.Pages[0].Id.ToString()); // The same person's same bytes.
    }

    [Fact]
    public async Task The_code_is_good_for_one_telephone()
    {
        await using var office = await Office.OpenAsync();
        var pairing = await BeginAsync(office);
        await ClaimAsync(office, pairing);

        var second = await ClaimsAsync(office, pairing.Id, SecretOf(pairing)).ProblemAsync(HttpStatusCode.NotFound);

        Assert.Equal("pairing-over", second.Code);
    }

    [Fact]
    public async Task Of_many_telephones_at_one_moment_one_has_it()
    {
        await using var office = await Office.OpenAsync();
        var pairing = await BeginAsync(office);

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => ClaimsAsync(office, pairing.Id, SecretOf(pairing))));

        Assert.Single(answers, answer => answer.StatusCode is HttpStatusCode.OK);
    }

    [Fact]
    public async Task After_ten_minutes_nothing_of_it_is_good_and_the_next_pairing_takes_it_away()
    {
        await using var office = await Office.OpenAsync();
        var (late, pairing) = (await BeginAsync(office), await BeginAsync(office));
        var token = await ClaimAsync(office, pairing);
        await SendAsync(office, pairing, token, Page);
        office.Clock.Advance(TimeSpan.FromMinutes(10));

        var claim = await ClaimsAsync(office, late.Id, SecretOf(late)).ProblemAsync(HttpStatusCode.NotFound);
        var page = await SendsAsync(office, pairing.Id, token, Page).ProblemAsync(HttpStatusCode.NotFound);
        var shown = await office.As(Clerk).GetAsync($"/api/phone-pairings/{pairing.Id}").ProblemAsync(HttpStatusCode.NotFound);
        var next = await BeginAsync(office);
        Assert.All([claim, page, shown], problem => Assert.Equal("pairing-over", problem.Code));
        var left = await office.The<ITables>()[Tables.Sessions].WalkAllAsync(default).Where(row => row.Partition.StartsWith("q-", StringComparison.Ordinal))
            .Select(row => row.Partition).Distinct().ToListAsync();
        Assert.Equal([$"q-{next.Id}"], left);
    }

    [Fact]
    public async Task What_is_wrong_opens_nothing_and_what_is_no_picture_is_not_taken()
    {
        await using var office = await Office.OpenAsync();
        var pairing = await BeginAsync(office);
        var wrong = await ClaimsAsync(office, pairing.Id, "wrong").ProblemAsync(HttpStatusCode.NotFound);
        var early = await SendsAsync(office, pairing.Id, "", Page).ProblemAsync(HttpStatusCode.NotFound);
        var token = await ClaimAsync(office, pairing);

        var strange = await SendsAsync(office, pairing.Id, SecretOf(pairing), Page).ProblemAsync(HttpStatusCode.NotFound);
        var text = await SendsAsync(office, pairing.Id, token, "%PDF-1.7"u8.ToArray()).ProblemAsync(HttpStatusCode.UnprocessableEntity);
        var large = await SendsAsync(office, pairing.Id, token, new byte[(4 * 1024 * 1024) + 1]).ProblemAsync(HttpStatusCode.RequestEntityTooLarge);
        var others = await office.As("clerk-muong-phang").GetAsync($"/api/phone-pairings/{pairing.Id}").ProblemAsync(HttpStatusCode.NotFound);

        Assert.All([wrong, early, strange, others], problem => Assert.Equal("pairing-over", problem.Code));
        Assert.Equal(("page-not-a-picture", "body-too-large"), (text.Code, large.Code));
        Assert.Empty((await ShownAsync(office, pairing)).Pages);
    }

    [Fact]
    public async Task Guessing_is_slowed_down()
    {
        await using var office = await Office.OpenAsync();
        var pairing = await BeginAsync(office);

        var answers = await Task.WhenAll(Enumerable.Range(0, 80).Select(guess => ClaimsAsync(office, pairing.Id, $"guess-{guess}")));

        Assert.Equal(60, answers.Count(answer => answer.StatusCode is HttpStatusCode.NotFound));
        Assert.Equal(20, answers.Count(answer => answer.StatusCode is HttpStatusCode.TooManyRequests));
    }

    [Fact]
    public async Task Pages_that_come_at_one_moment_are_all_kept()
    {
        await using var office = await Office.OpenAsync();
        var pairing = await BeginAsync(office);
        var token = await ClaimAsync(office, pairing);

        var counts = await Task.WhenAll(
            Enumerable.Range(1, 8).Select(async page => (await SendAsync(office, pairing, token, SampleScans.Jpeg(width: 1000 + page))).Count));

        Assert.Equal(Enumerable.Range(1, 8), counts.Order());
        Assert.Equal(8, (await ShownAsync(office, pairing)).Pages.Select(page => page.Id).Distinct().Count());
    }

    [Fact]
    public async Task One_pairing_takes_a_hundred_pages()
    {
        await using var office = await Office.OpenAsync();
        var pairing = await BeginAsync(office);
        var token = await ClaimAsync(office, pairing);
        for (var width = 1; width <= PairingDesk.MostPages; width++)
        {
            await SendAsync(office, pairing, token, SampleScans.Jpeg(width: 1000 + width));
        }

        var more = await SendsAsync(office, pairing.Id, token, Page).ProblemAsync(HttpStatusCode.TooManyRequests);

        Assert.Equal("too-many-pages", more.Code);
    }
}
