using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using PublicAdmin.Embedded;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Tests.Embedded;

/// <summary>Whoever tries the office and closes it in its first seconds has the invented province all the same, each dossier of it once.</summary>
public sealed class SampleResumeTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4); // On a machine with nothing else to do the whole takes fifteen seconds.

    /// <summary>The day's linked filing is counted once and makes dossiers of its parts.</summary>
    private const int PartsOfLinked = 2;

    [Fact]
    public async Task Closed_in_the_morning_in_the_quarter_and_in_the_day_it_goes_on_where_it_was()
    {
        var folder = Directory.CreateTempSubdirectory("sample-");
        string[] stops = ["\"morning-4/", "\"quarter-150\"", "\"day-6/"];
        foreach (var stop in stops)
        {
            await using var broken = await OpenAsync(folder.FullName);
            await UntilAsync(() => NotesOf(folder.FullName).Contains(stop, StringComparison.Ordinal));
            await broken.StopAsync();
            Assert.False(File.Exists(Path.Combine(folder.FullName, "sample-province.json")));
        }

        await using (var office = await OpenAsync(folder.FullName))
        {
            await UntilAsync(() => NotesOf(folder.FullName) is "");
            await AssertWholeAsync(office, folder.FullName);
            await office.StopAsync();
        }

        await using (var again = await OpenAsync(folder.FullName))
        {
            Assert.Equal("", NotesOf(folder.FullName)); // Done once per folder.
            await again.StopAsync();
        }

        folder.Delete(recursive: true);
    }

    private static async Task AssertWholeAsync(Microsoft.AspNetCore.Builder.WebApplication office, string folder)
    {
        var whole = JsonElement.Parse(await File.ReadAllTextAsync(Path.Combine(folder, "sample-province.json")));
        var morning = JsonElement.Parse(await File.ReadAllTextAsync(Path.Combine(folder, "sample-receipts.json"))).GetArrayLength();
        var heads = await office.Services.GetRequiredService<ITables>()[Tables.Dossiers].WalkAllAsync(default).Where(row => row.Key is "head").CountAsync();
        Assert.Equal((0, morning + PartsOfLinked + whole.GetProperty("dossiers").GetInt32()), (whole.GetProperty("refused").GetInt32(), heads));
    }

    private static async Task<Microsoft.AspNetCore.Builder.WebApplication> OpenAsync(string folder)
    {
        var office = EmbeddedOffice.Build(["--urls=http://127.0.0.1:0", $"--Embedded:Folder={folder}", "--Logging:LogLevel:Default=Error"]);
        await office.StartAsync();
        return office;
    }

    private static string NotesOf(string folder)
    {
        var path = Path.Combine(folder, "sample-notes.jsonl");
        try
        {
            return File.Exists(path) ? File.ReadAllText(path) : "";
        }
        catch (IOException)
        {
            return "?"; // It is being written, or was just thrown away.
        }
    }

    private static async Task UntilAsync(Func<bool> holds)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!holds())
        {
            await Task.Delay(20, patience.Token);
        }
    }
}
