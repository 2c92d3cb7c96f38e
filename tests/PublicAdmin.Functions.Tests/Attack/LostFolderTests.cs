using System.Net;
using PublicAdmin.Embedded;
using PublicAdmin.Tests.Support;
using static PublicAdmin.Tests.Documents.DossierPapersTests;

namespace PublicAdmin.Tests.Attack;

/// <summary>A folder that has lost something says so in one sentence, and is not opened as if it were new.</summary>
public sealed class LostFolderTests
{
    [Fact]
    public async Task Without_its_database_the_office_stays_closed_and_names_the_way_back()
    {
        await using var office = await FiledAsync();

        var refused = await Assert.ThrowsAsync<FolderLostException>(
            () => office.RestartAsync(folder => Array.ForEach(Directory.GetFiles(folder, "office.db*"), File.Delete)));

        Assert.Contains("office.db", refused.Message, StringComparison.Ordinal);
        Assert.Contains("--Embedded:Restore=true", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_older_copy_of_the_database_is_not_taken_for_the_present_one()
    {
        await using var office = await FiledAsync();
        var copy = Path.Combine(office.Folder, "copy");
        await office.RestartAsync(folder => File.Copy(Path.Combine(folder, "office.db"), copy));

        await Assert.ThrowsAsync<FolderLostException>(() => office.RestartAsync(folder =>
        {
            Array.ForEach(Directory.GetFiles(folder, "office.db*"), File.Delete);
            File.Move(copy, Path.Combine(folder, "office.db"));
        }));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("not base64")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    public async Task Without_its_own_hash_key_the_office_stays_closed(string? other)
    {
        await using var office = await FiledAsync();

        await Assert.ThrowsAsync<FolderLostException>(() => office.RestartAsync(folder =>
        {
            File.Delete(Path.Combine(folder, "hash.key"));
            if (other is not null)
            {
                File.WriteAllText(Path.Combine(folder, "hash.key"), other);
            }
        }));
    }

    [Fact]
    public async Task Without_its_blobs_the_office_stays_closed()
    {
        await using var office = await Office.OpenAsync();
        await FileBirthAsync(office, SampleScans.Pdf());

        await Assert.ThrowsAsync<FolderLostException>(() => office.RestartAsync(folder => Directory.Delete(Path.Combine(folder, "blobs"), recursive: true)));
    }

    [Fact]
    public async Task A_database_that_is_none_is_one_sentence()
    {
        await using var office = await FiledAsync();

        var refused = await Assert.ThrowsAsync<FolderLostException>(() => office.RestartAsync(folder =>
        {
            Array.ForEach(Directory.GetFiles(folder, "office.db-*"), File.Delete);
            File.WriteAllBytes(Path.Combine(folder, "office.db"), new byte[16 * 1024]);
        }));

        Assert.DoesNotContain("   at ", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_put_back_opens_again_with_everything_in_it()
    {
        await using var office = await FiledAsync();
        var (database, away) = (Path.Combine(office.Folder, "office.db"), Path.Combine(office.Folder, "away"));
        await Assert.ThrowsAsync<FolderLostException>(() => office.RestartAsync(_ => File.Move(database, away)));

        await office.RestartAsync(_ => File.Move(away, database));

        Assert.Equal(HttpStatusCode.OK, (await office.As("mai").GetAsync("/api/dossiers")).StatusCode);
    }

    [Theory]
    [InlineData("gone")]
    [InlineData("cut")]
    [InlineData("changed")]
    public async Task A_file_that_is_not_what_was_stored_is_refused_and_not_sent(string how)
    {
        await using var office = await Office.OpenAsync();
        var (code, _) = await FileBirthAsync(office, SampleScans.Pdf());
        await office.DeliverMessagesAsync();
        foreach (var file in Directory.GetFiles(Path.Combine(office.Folder, "blobs"), "*", SearchOption.AllDirectories))
        {
            Damage(file, how);
        }

        Assert.Equal("file-lost", await office.As("mai").GetAsync($"/api/dossiers/{code}/documents/1").Problem(HttpStatusCode.ServiceUnavailable));
    }

    [Fact]
    public async Task Nobody_else_on_the_machine_reads_a_file_of_the_office()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        await using var office = await Office.OpenAsync();
        await FileBirthAsync(office, SampleScans.Pdf());
        await office.DeliverMessagesAsync();
        const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute | UnixFileMode.OtherRead
            | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

        var open = new DirectoryInfo(office.Folder).EnumerateFileSystemInfos("*", SearchOption.AllDirectories).Prepend(new DirectoryInfo(office.Folder))
            .Where(entry => (entry.UnixFileMode & Others) != 0).Select(entry => entry.Name);

        Assert.Empty(open);
    }

    private static async Task<Office> FiledAsync()
    {
        var office = await Office.OpenAsync();
        await office.As("mai").FileAsync(Filings.MaritalStatus(office.OfficeOf("clerk-muong-ang")));
        await office.DeliverMessagesAsync();
        return office;
    }

    private static void Damage(string file, string how)
    {
        var bytes = File.ReadAllBytes(file);
        switch (how)
        {
            case "gone":
                File.Delete(file);
                break;
            case "cut":
                File.WriteAllBytes(file, bytes[..5]);
                break;
            default:
                bytes[^3] ^= 1;
                File.WriteAllBytes(file, bytes);
                break;
        }
    }
}
