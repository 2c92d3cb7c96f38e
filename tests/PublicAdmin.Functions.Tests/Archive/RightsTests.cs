using System.Net;
using System.Net.Http.Json;
using PublicAdmin.Processing;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Archive;

/// <summary>A person takes away everything held about them, sealed, and nothing about anybody else; what is wrong is noted beside it.</summary>
public sealed class RightsTests
{
    [FactNeeding("unzip")]
    public async Task Everything_held_about_a_person_comes_in_one_sealed_file()
    {
        await using var office = await Office.OpenAsync("2026-11-20T02:00Z");
        var (code, scan) = await PackageTests.EndedAsync(office);
        var mai = office.As("mai");
        var unused = await mai.SendFileAsync(SampleScans.Pdf(pages: 2), "chưa dùng.pdf");
        await office.As("thanh").FileAsync(Filings.MaritalStatus(office.OfficeOf("clerk-muong-ang")) with { Applicant = Filings.Thanh });
        (await mai.PutAsJsonAsync("/api/drafts/abcdefgh12345678", new { form = new { ghiChu = "đang khai dở" } })).EnsureSuccessStatusCode();
        await office.DeliverMessagesAsync();

        using var bag = new UnpackedBag(await ExportAsync(mai));

        Assert.Equal(0, bag.CheckHashes().ExitCode);
        Assert.Equal(0, bag.CheckSeal().ExitCode);
        Assert.Contains("Trung tâm", bag.Signer, StringComparison.OrdinalIgnoreCase);
        var folder = $"data/dossiers/{code}";
        Assert.Equal(scan, await File.ReadAllBytesAsync(bag[$"{folder}/documents/papers/01-chung-sinh.pdf"]));
        Assert.True(File.Exists(bag[$"{folder}/documents/result.pdf"]));
        Assert.False(File.Exists(bag[$"{folder}/documents/forms/06.pdf"])); // It travels between desks.
        Assert.Contains(bag.Json($"{folder}/accesses.json").EnumerateArray(), seen => seen.GetProperty("as").GetString() == "Clerk");
        Assert.Contains(bag.Json("data/files.json").EnumerateArray(), one => unused.EndsWith(one.GetProperty("sha256").GetString()!, StringComparison.Ordinal));
        Assert.Equal("011195000123", bag.Json("data/person.json").GetProperty("personalNumber").GetString());
        Assert.Contains("đang khai dở", await File.ReadAllTextAsync(bag["data/drafts.json"]), StringComparison.Ordinal);
        Assert.NotEqual(0, bag.Json("data/wallet.json").GetArrayLength());
        Assert.Empty(bag.Json("data/left-out.json").EnumerateArray());
        Assert.DoesNotContain(bag.Files, file => File.ReadAllText(bag[file]).Contains(Filings.Thanh.PersonalNumber, StringComparison.Ordinal));
    }

    [Fact]
    public async Task It_is_for_the_person_alone_and_not_all_day_long()
    {
        await using var office = await Office.OpenAsync("2026-11-20T02:00Z");

        Assert.Equal(HttpStatusCode.Unauthorized, (await office.Http.GetAsync("/api/me/export")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await office.As("clerk-muong-ang").GetAsync("/api/me/export")).StatusCode);
        for (var n = 0; n < 5; n++)
        {
            await ExportAsync(office.As("mai"));
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, (await office.As("mai").GetAsync("/api/me/export")).StatusCode);
        Assert.Empty(Directory.GetFiles(Path.GetTempPath(), "du-lieu-cua-toi*"));
    }

    [Fact]
    public async Task A_correction_is_noted_beside_a_record_that_stays()
    {
        await using var office = await Office.OpenAsync("2026-11-20T02:00Z");
        var (code, _) = await PackageTests.EndedAsync(office);
        var before = await office.As("mai").ReadDossierAsync(code);

        var after = await office.As("mai").ActAsync(code, "correction-notes", new { about = "Nơi sinh", text = "Xã Mường Ảng, không phải Mường Phăng" });

        Assert.Equal((before.Phase, before.Applicant, before.Portal.Version), (after.Phase, after.Applicant, after.Portal.Version));
        var line = (await office.As("clerk-muong-ang").HistoryAsync(code)).Single(one => one.What == "correctionNoted");
        Assert.Equal(new HistoryNote("Nơi sinh: Xã Mường Ảng, không phải Mường Phăng"), line.Note);
        var stranger = await office.As("thanh").SendActAsync(code, "correction-notes", new { about = "a", text = "b" });
        Assert.Equal("dossier-not-found", await stranger.RefusalAsync());
        var official = await office.As("clerk-muong-ang").SendActAsync(code, "correction-notes", new { about = "a", text = "b" });
        Assert.Equal(HttpStatusCode.Forbidden, official.StatusCode);
    }

    private static async Task<byte[]> ExportAsync(HttpClient http)
    {
        var answer = await http.GetAsync("/api/me/export");
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadAsByteArrayAsync();
    }
}
