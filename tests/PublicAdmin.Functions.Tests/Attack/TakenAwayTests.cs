using System.Net;
using PublicAdmin.Embedded;
using PublicAdmin.Tests.Support;
using static PublicAdmin.Tests.Documents.DossierPapersTests;

namespace PublicAdmin.Tests.Attack;

/// <summary>Who takes away what the folder is held against, or changes papers round, opens no office and reads nobody's papers.</summary>
public sealed class TakenAwayTests
{
    [Theory]
    [InlineData("office.db*|office.note", "office.db")]
    [InlineData("office.note", "office.note")]
    [InlineData("older|office.note", "office.note")]
    [InlineData("hash.key|office.note", "hash.key")]
    [InlineData("other key|office.note", "hash.key")]
    public async Task Taking_the_note_away_makes_no_folder_a_new_one(string lost, string named)
    {
        await using var office = await Office.OpenAsync();
        await FileBirthAsync(office, SampleScans.Pdf());
        await office.RestartAsync(folder => File.Copy(Path.Combine(folder, "office.db"), Path.Combine(folder, "older")));
        await office.As("mai").FileAsync(Filings.MaritalStatus(office.OfficeOf("clerk-muong-ang")));

        var refused = await Assert.ThrowsAsync<FolderLostException>(() => office.RestartAsync(folder =>
        {
            foreach (var what in lost.Split('|'))
            {
                Lose(folder, what);
            }
        }));

        Assert.Contains(named, refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Papers_that_changed_places_on_the_disk_are_refused_and_never_shown_to_the_other()
    {
        await using var office = await Office.OpenAsync();
        var (first, _) = await FileBirthAsync(office, SampleScans.Pdf(content: "% first"));
        var (second, _) = await FileBirthAsync(office, SampleScans.Pdf(content: "% other"));
        await office.DeliverMessagesAsync();
        var files = Directory.GetFiles(Path.Combine(office.Folder, "blobs"), "*", SearchOption.AllDirectories)
            .GroupBy(file => new FileInfo(file).Length).Where(group => group.Count() > 1).SelectMany(group => group).ToList();
        var contents = files.ConvertAll(File.ReadAllBytes);

        for (var n = 0; n < files.Count; n++)
        {
            File.WriteAllBytes(files[n], contents[(n + 1) % files.Count]);
        }

        Assert.True(files.Count >= 2);
        foreach (var code in new[] { first, second })
        {
            Assert.Equal("file-lost", await office.As("mai").GetAsync($"/api/dossiers/{code}/documents/1").Problem(HttpStatusCode.ServiceUnavailable));
        }
    }

    private static void Lose(string folder, string what)
    {
        switch (what)
        {
            case "older":
                Array.ForEach(Directory.GetFiles(folder, "office.db*"), File.Delete);
                File.Move(Path.Combine(folder, "older"), Path.Combine(folder, "office.db"));
                break;
            case "other key":
                File.WriteAllText(Path.Combine(folder, "hash.key"), Convert.ToBase64String(new byte[32]));
                break;
            default:
                Array.ForEach(Directory.GetFiles(folder, what), File.Delete);
                break;
        }
    }
}
