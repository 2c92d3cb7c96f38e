using System.Net;
using PublicAdmin.Documents.Uploads;
using PublicAdmin.Platform.Http;
using PublicAdmin.Platform.Storage;
using PublicAdmin.Tests.Support;
using static PublicAdmin.Tests.Documents.UploadTests;

namespace PublicAdmin.Tests.Documents;

/// <summary>What an upload may not be, who may not see it, and when it goes.</summary>
public class UploadLimitTests
{
    [Fact]
    public async Task Nobody_but_the_owner_and_the_desk_that_scanned_finds_an_upload()
    {
        await using var office = await Office.OpenAsync();
        using var clerk = office.As("clerk-muong-ang");
        var (file, mai) = (Noise(100), "011195000123");
        var upload = await (await clerk.AnnounceAsync(file, onBehalfOf: mai)).ReadAsync();

        foreach (var (persona, finds) in ((string, bool)[])[
            ("mai", true), ("thanh", false), ("clerk-muong-ang", true), ("clerk-dien-bien-phu", false), ("portal", false)])
        {
            using var http = office.As(persona);
            var expected = finds ? HttpStatusCode.OK : HttpStatusCode.NotFound;
            Assert.Equal(expected, (await http.GetAsync($"/api/uploads/{upload.IdOf()}")).StatusCode);
            Assert.Equal(finds, (await http.SendChunkAsync(upload, file, 0)).IsSuccessStatusCode);
        }

        Assert.Equal(HttpStatusCode.Unauthorized, (await office.Http.GetAsync($"/api/uploads/{upload.IdOf()}")).StatusCode);
    }

    [Theory]
    [InlineData("""{"name":"a/b","size":1,"sha256":"H"}""", "file-name-invalid")]
    [InlineData("""{"name":" ","size":1,"sha256":"H"}""", "file-name-invalid")]
    [InlineData("""{"name":"a","size":0,"sha256":"H"}""", "file-too-large")]
    [InlineData("""{"name":"a","size":52428801,"sha256":"H"}""", "file-too-large")]
    [InlineData("""{"name":"a","size":1,"sha256":"abc"}""", "sha256-invalid")]
    [InlineData("""{"name":"a","size":1,"sha256":"H","chunkSize":65537}""", "chunk-size-invalid")]
    [InlineData("""{"name":"a","size":1,"sha256":"H","chunkSize":32768}""", "chunk-size-invalid")]
    [InlineData("""{"name":"a","size":1,"sha256":"H","chunkSize":65536,"chunks":[]}""", "chunks-invalid")]
    [InlineData("""{"name":"a","size":1,"sha256":"H","chunks":["H"]}""", "chunks-invalid")]
    [InlineData("""{"name":"a","size":1,"sha256":"H","onBehalfOf":"011078000456"}""", "owner-not-yourself")]
    [InlineData("""{"name":"a","size":1}""", "body-unreadable")]
    public async Task A_faulty_announcement_is_refused(string body, string because)
    {
        await using var office = await Office.OpenAsync();
        using var mai = office.As("mai");

        var refused = await mai.PostAsync("/api/uploads", Json(body.Replace("\"H\"", $"\"{new string('a', 64)}\"", StringComparison.Ordinal)));

        Assert.Equal(because, await refused.RefusalAsync());
    }

    [Fact]
    public async Task A_clerk_says_for_whom_and_a_chunk_says_its_digest_number_and_length()
    {
        await using var office = await Office.OpenAsync();
        using var clerk = office.As("clerk-muong-ang");
        using var mai = office.As("mai");
        var file = Noise(100);
        var upload = await (await mai.AnnounceAsync(file)).ReadAsync();
        var chunks = $"/api/uploads/{upload.IdOf()}/chunks";

        Assert.Equal("owner-missing", await (await clerk.AnnounceAsync(file)).RefusalAsync());
        Assert.Equal("content-digest-missing", await (await mai.PutAsync($"{chunks}/0", new ByteArrayContent(file))).RefusalAsync());
        Assert.Equal("chunk-unknown", await (await mai.PutAsync($"{chunks}/1", new ByteArrayContent(file))).RefusalAsync());
        Assert.Equal("chunk-unknown", await (await mai.PutAsync($"{chunks}/-1", new ByteArrayContent(file))).RefusalAsync());
        Assert.Equal("chunk-length", await (await mai.SendChunkAsync(upload, [.. file, 1], 0)).RefusalAsync());
        Assert.Equal("chunk-length", await (await mai.SendChunkAsync(upload, file[..99], 0)).RefusalAsync());
        Assert.Equal("upload-unknown", await (await mai.GetAsync("/api/uploads/nonsense")).RefusalAsync());
    }

    [Fact]
    public async Task Forty_unfinished_uploads_are_enough()
    {
        await using var office = await Office.OpenAsync();
        using var mai = office.As("mai");
        var answers = await Task.WhenAll(Enumerable.Range(0, UploadAllowance.MaxOpen + 3).Select(i => mai.AnnounceAsync(Noise(10, seed: i))));

        Assert.Equal(UploadAllowance.MaxOpen, answers.Count(answer => answer.IsSuccessStatusCode));
        Assert.All(answers.Where(answer => !answer.IsSuccessStatusCode),
            answer => Assert.Contains(answer.StatusCode, (HttpStatusCode[])[HttpStatusCode.TooManyRequests, HttpStatusCode.ServiceUnavailable]));
    }

    [Fact]
    public async Task A_gigabyte_a_day_is_enough()
    {
        await using var office = await Office.OpenAsync();
        using var mai = office.As("mai");
        for (var i = 0; i < 20; i++)
        {
            await AnnounceSizeAsync(mai, ChunkPlan.MaxSize, i);
        }

        var more = await AnnounceSizeAsync(mai, ChunkPlan.MaxSize, 21);
        office.Clock.Advance(TimeSpan.FromHours(11));
        var small = await AnnounceSizeAsync(mai, 1, 22);
        office.Clock.Advance(TimeSpan.FromHours(11));
        using var tomorrow = office.As("mai");

        Assert.Equal("too-many-bytes", await more.RefusalAsync());
        Assert.Null(await small.RefusalAsync());
        Assert.Null(await (await AnnounceSizeAsync(tomorrow, ChunkPlan.MaxSize, 21)).RefusalAsync());
    }

    [Fact]
    public async Task Unfinished_uploads_go_after_seven_days_and_unused_papers_after_thirty()
    {
        await using var office = await Office.OpenAsync();
        using var mai = office.As("mai");
        var left = await (await mai.AnnounceAsync(Noise(10))).ReadAsync();
        var unused = await mai.SendFileAsync(Noise(20));
        var used = await mai.SendFileAsync(Noise(30));
        var store = office.The<UploadStore>();
        await store.ReplaceAsync((await store.FindStoredAsync(Id(used), default))! with { UsedAt = office.Clock.GetUtcNow() }, default);

        office.Clock.Advance(TimeSpan.FromDays(7));
        await office.RunTimerAsync(nameof(PurgeStaleUploads));
        using var after = office.As("mai");
        Assert.Equal("upload-unknown", await (await after.GetAsync($"/api/uploads/{left.IdOf()}")).RefusalAsync());
        Assert.Null(await (await after.GetAsync($"/api/uploads/{unused}")).RefusalAsync());
        Assert.Equal(0, (await store.FindAllowanceAsync(Id(used).Owner, default))!.Open);

        office.Clock.Advance(TimeSpan.FromDays(24));
        await office.RunTimerAsync(nameof(PurgeStaleUploads));
        using var later = office.As("mai");
        Assert.Equal("upload-unknown", await (await later.GetAsync($"/api/uploads/{unused}")).RefusalAsync());
        Assert.Null(await office.The<IBlobs>().FindAsync(Id(unused).Blob, default));
        Assert.Null(await (await later.GetAsync($"/api/uploads/{used}")).RefusalAsync());
    }

    private static Task<HttpResponseMessage> AnnounceSizeAsync(HttpClient http, long size, int seed) =>
        http.PostAsync("/api/uploads", Json($$"""{"name":"a","size":{{size}},"sha256":"{{Uploads.Sha256(Noise(8, seed))}}"}"""));

    private static StringContent Json(string body) => new(body, System.Text.Encoding.UTF8, "application/json");
}
