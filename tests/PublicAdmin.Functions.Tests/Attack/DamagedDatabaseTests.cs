using System.Diagnostics;
using PublicAdmin.Embedded;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Attack;

/// <summary>A database that is whole at its head and damaged behind it, and one that is merely older than the folder knows.</summary>
public sealed class DamagedDatabaseTests
{
    [Fact]
    public async Task Pages_overwritten_behind_the_first_are_one_sentence_with_the_way_back()
    {
        await using var office = await FiledAsync(dossiers: 3);

        var refused = await Assert.ThrowsAsync<FolderLostException>(() => office.RestartAsync(Overwrite));

        Assert.Contains("--Embedded:Restore=true", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_program_says_the_sentence_without_a_trace_and_ends()
    {
        await using var office = await FiledAsync(dossiers: 3);
        await Assert.ThrowsAsync<FolderLostException>(() => office.RestartAsync(Overwrite));

        using var program = Process.Start(new ProcessStartInfo(
            "dotnet", [typeof(EmbeddedOffice).Assembly.Location, "--urls=http://127.0.0.1:0", $"--Embedded:Folder={office.Folder}"])
        { RedirectStandardError = true, RedirectStandardOutput = true })!;
        var said = await program.StandardError.ReadToEndAsync();
        await program.WaitForExitAsync();

        Assert.Equal(1, program.ExitCode);
        Assert.Contains("--Embedded:Restore=true", said, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_copy_made_since_this_start_lacks_dossiers_and_is_refused()
    {
        await using var office = await FiledAsync(dossiers: 1);
        var copy = Directory.CreateDirectory(Path.Combine(office.Folder, "copy")).FullName;
        foreach (var file in Directory.GetFiles(office.Folder, "office.db*").Where(file => !file.EndsWith(".lock", StringComparison.Ordinal)))
        {
            File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
        }

        await FileAsync(office, dossiers: 2);

        await Assert.ThrowsAsync<FolderLostException>(() => office.RestartAsync(folder =>
        {
            Array.ForEach(Directory.GetFiles(folder, "office.db*"), File.Delete);
            Array.ForEach(Directory.GetFiles(copy), file => File.Move(file, Path.Combine(folder, Path.GetFileName(file))));
        }));
    }

    [Fact]
    public async Task Without_a_signing_key_it_had_the_office_stays_closed_and_makes_no_other()
    {
        await using var office = await FiledAsync(dossiers: 1);
        await office.Http.GetStringAsync("/api/verification-key");
        await office.RestartAsync();

        var refused = await Assert.ThrowsAsync<FolderLostException>(
            () => office.RestartAsync(folder => Directory.Delete(Path.Combine(folder, "keys"), recursive: true)));

        Assert.Contains("keys/", refused.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(office.Folder, "keys")));
    }

    [Fact]
    public async Task A_note_whose_count_was_altered_is_not_believed()
    {
        await using var office = await FiledAsync(dossiers: 2);

        await Assert.ThrowsAsync<FolderLostException>(() => office.RestartAsync(folder =>
        {
            var words = File.ReadAllText(Path.Combine(folder, "office.note")).Split(' ');
            Assert.Equal("2", words[2]);
            words[2] = "0";
            File.WriteAllText(Path.Combine(folder, "office.note"), string.Join(' ', words));
        }));
    }

    private static async Task<Office> FiledAsync(int dossiers)
    {
        var office = await Office.OpenAsync();
        await FileAsync(office, dossiers);
        return office;
    }

    private static async Task FileAsync(Office office, int dossiers)
    {
        for (var n = 0; n < dossiers; n++)
        {
            await office.As("mai").FileAsync(Filings.MaritalStatus(office.OfficeOf("clerk-muong-ang")));
        }

        await office.DeliverMessagesAsync();
    }

    // The first pages stay: whoever only looks at the head finds a good database.
    private static void Overwrite(string folder)
    {
        var path = Path.Combine(folder, "office.db");
        var bytes = File.ReadAllBytes(path);
        for (var page = 8; page < bytes.Length / 8192; page += 2)
        {
            new Random(page).NextBytes(bytes.AsSpan(page * 8192, 4096));
        }

        File.WriteAllBytes(path, bytes);
    }
}
