using System.Net;
using System.Text.Json;
using PublicAdmin.Documents.Uploads;
using PublicAdmin.Platform.Http;
using PublicAdmin.Platform.Storage;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Documents;

public class UploadTests
{
    private const int Kib64 = 64 * 1024;

    [Fact]
    public async Task A_broken_line_goes_on_where_it_stopped_and_on_another_device()
    {
        await using var office = await Office.OpenAsync();
        using var phone = office.As("mai");
        var file = Noise(5 * Kib64 + 17);
        var upload = await (await phone.AnnounceAsync(file, chunkSize: Kib64)).ReadAsync();
        foreach (var chunk in (int[])[0, 3, 3])
        {
            await phone.SendChunkAsync(upload, file, chunk);
        }

        await office.RestartAsync();
        using var kiosk = office.As("mai");
        var there = await (await kiosk.GetAsync($"/api/uploads/{upload.IdOf()}")).ReadAsync();
        var open = await (await kiosk.GetAsync("/api/uploads")).ReadAsync();
        var announcedAgain = await (await kiosk.AnnounceAsync(file, chunkSize: Kib64 * 2)).ReadAsync();

        Assert.Equal([1, 2, 4, 5], Missing(there));
        Assert.Equal(upload.IdOf(), open.EnumerateArray().Single().IdOf());
        Assert.Equal((upload.IdOf(), Kib64), (announcedAgain.IdOf(), announcedAgain.GetProperty("chunkSize").GetInt32()));
        Assert.Equal(upload.IdOf(), await kiosk.SendFileAsync(file));
        Assert.Equal(file, await StoredAsync(office, upload.IdOf()));
    }

    [Fact]
    public async Task The_same_bytes_again_cost_no_transfer()
    {
        await using var office = await Office.OpenAsync();
        using var mai = office.As("mai");
        var file = Noise(3 * Kib64);
        var first = await mai.SendFileAsync(file);

        var again = await (await mai.AnnounceAsync(file, "bản quét lại.pdf")).ReadAsync();

        Assert.Equal(first, again.IdOf());
        Assert.True(again.GetProperty("complete").GetBoolean());
        Assert.Empty(Missing(again));
    }

    [Fact]
    public async Task The_clerk_scanning_for_a_citizen_meets_the_citizens_own_bytes()
    {
        await using var office = await Office.OpenAsync();
        using var mai = office.As("mai");
        using var clerk = office.As("clerk-muong-ang");
        var file = Noise(1000);
        await mai.SendFileAsync(file);

        var atTheCounter = await (await clerk.AnnounceAsync(file, onBehalfOf: "011195000123")).ReadAsync();
        var ofAnother = await (await clerk.AnnounceAsync(file, onBehalfOf: "011078000456")).ReadAsync();

        Assert.True(atTheCounter.GetProperty("complete").GetBoolean());
        Assert.False(ofAnother.GetProperty("complete").GetBoolean());
    }

    [Fact]
    public async Task Chunks_sent_within_another_file_are_not_sent_again()
    {
        await using var office = await Office.OpenAsync();
        using var mai = office.As("mai");
        var draft = Noise(4 * Kib64);
        byte[] longer = [.. draft, .. Noise(Kib64 + 5, seed: 2)];
        var upload = await (await mai.AnnounceAsync(draft, chunkSize: Kib64)).ReadAsync();
        await mai.SendFileAsync(draft);

        var next = await (await mai.AnnounceAsync(longer, chunkSize: Kib64, withChunks: true)).ReadAsync();

        Assert.NotEqual(upload.IdOf(), next.IdOf());
        Assert.Equal([4, 5], Missing(next));
        Assert.Equal(longer, await StoredAsync(office, await mai.SendFileAsync(longer)));
    }

    [Fact]
    public async Task A_chunk_changed_on_the_way_is_not_kept()
    {
        await using var office = await Office.OpenAsync();
        using var mai = office.As("mai");
        var file = Noise(Kib64 + 1);
        var upload = await (await mai.AnnounceAsync(file, chunkSize: Kib64)).ReadAsync();

        var refused = await mai.SendChunkAsync(upload, file, 0, digest: new byte[32]);

        Assert.Equal("content-digest-differs", await refused.RefusalAsync());
        Assert.Equal([0, 1], Missing(await (await mai.GetAsync($"/api/uploads/{upload.IdOf()}")).ReadAsync()));
    }

    [Fact]
    public async Task Completing_too_early_says_what_is_missing()
    {
        await using var office = await Office.OpenAsync();
        using var mai = office.As("mai");
        var file = Noise(3 * Kib64);
        var upload = await (await mai.AnnounceAsync(file, chunkSize: Kib64)).ReadAsync();
        await mai.SendChunkAsync(upload, file, 1);

        var early = await mai.PostAsync($"/api/uploads/{upload.IdOf()}/completion", null);

        Assert.Equal(HttpStatusCode.Conflict, early.StatusCode);
        Assert.Equal([0, 2], Missing(JsonElement.Parse(await early.Content.ReadAsStringAsync())));
    }

    [Fact]
    public async Task Good_chunks_that_are_not_the_announced_file_are_refused_as_a_whole_and_may_be_sent_again()
    {
        await using var office = await Office.OpenAsync();
        using var mai = office.As("mai");
        var (file, other) = (Noise(2 * Kib64), Noise(2 * Kib64, seed: 9));
        var upload = await (await mai.AnnounceAsync(file, chunkSize: Kib64)).ReadAsync();
        await mai.SendChunkAsync(upload, file, 0);
        await mai.SendChunkAsync(upload, other, 1);

        var refused = await mai.PostAsync($"/api/uploads/{upload.IdOf()}/completion", null);

        Assert.Equal("sha256-differs", await refused.RefusalAsync());
        Assert.Null(await office.The<IBlobs>().FindAsync(Id(upload.IdOf()).Blob, default));
        Assert.Equal(file, await StoredAsync(office, await mai.SendFileAsync(file)));
    }

    [Fact]
    public async Task Completing_twice_at_once_or_later_gives_one_paper()
    {
        await using var office = await Office.OpenAsync();
        using var mai = office.As("mai");
        var file = Noise(10);
        var upload = await (await mai.AnnounceAsync(file)).ReadAsync();
        await mai.SendChunkAsync(upload, file, 0);

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => mai.PostAsync($"/api/uploads/{upload.IdOf()}/completion", null)));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        Assert.Equal(HttpStatusCode.NoContent, (await mai.SendChunkAsync(upload, file, 0)).StatusCode);
    }

    [Fact]
    public async Task A_completion_that_died_after_the_bytes_were_committed_is_finished_by_the_next()
    {
        await using var office = await Office.OpenAsync();
        using var mai = office.As("mai");
        var file = Noise(100);
        var upload = await (await mai.AnnounceAsync(file)).ReadAsync();
        await mai.SendChunkAsync(upload, file, 0);
        await office.The<IBlobs>().CommitAsync(Id(upload.IdOf()).Blob, 1, BlobFacts.Of("application/octet-stream"), default);

        var completed = await mai.PostAsync($"/api/uploads/{upload.IdOf()}/completion", null);

        Assert.Null(await completed.RefusalAsync());
        Assert.Equal(file, await StoredAsync(office, upload.IdOf()));
    }

    private static async Task<byte[]> StoredAsync(Office office, string id)
    {
        await using var content = await office.The<IBlobs>().OpenAsync(Id(id).Blob, 0, null, default);
        using var bytes = new MemoryStream();
        await content!.CopyToAsync(bytes);
        return bytes.ToArray();
    }

    internal static UploadId Id(string text) => UploadId.TryParse(text, out var id) ? id : throw new ArgumentException(text);

    private static IEnumerable<int> Missing(JsonElement upload) => upload.GetProperty("missing").EnumerateArray().Select(chunk => chunk.GetInt32());

    internal static byte[] Noise(int length, int seed = 1)
    {
        var bytes = new byte[length];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }
}
