using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using PublicAdmin.Audit;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Reference;
using PublicAdmin.Statistics.Replay.Quarter;

namespace PublicAdmin.Embedded.SampleData;

/// <summary>
/// The rest of an invented province, so that every page has something to show: today a dossier of every procedure that is filed here, papers with it, through
/// the doors; a few petitions; and the three months before, told by the heart. Written down in <c>sample-province.json</c> when it is whole.
/// </summary>
internal sealed partial class SampleProvince(
    SampleDoors doors, SampleLife tales, SampleNotes notes, QuarterLoader quarter, SealRound seals, TimeProvider clock,
    ILogger<SampleProvince> log)
{
    public async Task LiveAsync(CancellationToken ct)
    {
        var loaded = await LoadQuarterAsync(ct);
        var refused = 0;
        foreach (var (n, story) in Resources.Json<SampleStory[]>("Embedded.SampleData.sample-day.json").Index())
        {
            refused += await ToldAsync(() => tales.LiveAsync(story, $"day-{n}", ct)) ? 0 : 1;
            loaded++;
        }

        foreach (var (n, petition) in Resources.Json<SamplePetition[]>("Embedded.SampleData.sample-petitions.json").Index())
        {
            ct.ThrowIfCancellationRequested();
            refused += await ToldAsync(() => TellAsync(petition, $"sample-petition-{n}", ct)) ? 0 : 1;
        }

        await quarter.CountAsync(ct);
        await seals.RunAsync(ct);
        await File.WriteAllTextAsync(
            Path.Combine(notes.Folder, "sample-province.json"), JsonSerializer.Serialize(new { dossiers = loaded, refused }, OfficeJson.Options), ct);
        LogWhole(loaded, refused);
    }

    // Broken off and begun again, it stops at the same instant, and each dossier has the code it was given then.
    private async Task<int> LoadQuarterAsync(CancellationToken ct)
    {
        var now = await notes.OnceAsync("quarter", () => Task.FromResult(clock.GetUtcNow().ToString("O", CultureInfo.InvariantCulture)), ct);
        return await quarter.LoadAsync(
            QuarterPlan.Shipped, DateTimeOffset.Parse(now, CultureInfo.InvariantCulture),
            (told, give) => notes.OnceAsync(string.Create(CultureInfo.InvariantCulture, $"quarter-{told}"), give, ct), ct);
    }

    // A story that no longer fits a rule is left where it stopped; the others are told all the same, and the file says how many were not.
    private async Task<bool> ToldAsync(Func<Task> tell)
    {
        try
        {
            await tell();
            return true;
        }
        catch (InvalidOperationException refusal)
        {
            LogRefused(refusal);
            return false;
        }
    }

    private async Task TellAsync(SamplePetition petition, string key, CancellationToken ct)
    {
        var filed = await doors.TellAsync(petition.By, "/api/petitions", doors.Filled(petition.Petition), ct, key);
        if (petition is { Answer: { } answer, AnsweredBy: { } head })
        {
            var (office, id) = (filed.GetProperty("petition").GetProperty("office"), filed.GetProperty("petition").GetProperty("id"));
            var code = office.ValueKind is JsonValueKind.String ? office.GetString() : office.GetProperty("code").GetString();
            await doors.TellAsync(head, $"/api/offices/{code}/petitions/{id.GetString()}/answer", answer.GetRawText(), ct);
        }
    }

    [LoggerMessage(LogLevel.Information, "The invented province is whole: {Count} dossiers, {Refused} stories refused.")]
    private partial void LogWhole(int count, int refused);

    [LoggerMessage(LogLevel.Warning, "A story of the sample was refused.")]
    private partial void LogRefused(Exception refusal);
}

/// <param name="By">Who files it.</param>
/// <param name="AnsweredBy">A head or supervisor of the office; null while nobody answered.</param>
internal sealed record SamplePetition(string By, JsonElement Petition, string? AnsweredBy = null, JsonElement? Answer = null);
