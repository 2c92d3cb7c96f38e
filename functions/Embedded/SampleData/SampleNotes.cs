using System.Text.Json;

namespace PublicAdmin.Embedded.SampleData;

/// <summary>
/// What of the sample is done, a line for each step, so that an office closed in the midst of it goes on where it was. The file is there from the first step
/// to the last.
/// </summary>
internal sealed class SampleNotes(string folder)
{
    public const string FileName = "sample-notes.jsonl";

    private readonly string _path = Path.Combine(folder, FileName);
    private readonly Lazy<Dictionary<string, string>> _done = new(() => Read(Path.Combine(folder, FileName)));

    /// <summary>Where they lie, and what comes of the sample beside them.</summary>
    public string Folder => folder;

    /// <summary>Does a step that is not done yet, to its end whoever closes the office meanwhile.</summary>
    /// <param name="step">Its name.</param>
    /// <param name="make">Does it; sent a second time, it does nothing.</param>
    /// <param name="ct">Keeps the next step from beginning.</param>
    /// <returns>What it gave, now or then.</returns>
    public async Task<string> OnceAsync(string step, Func<Task<string>> make, CancellationToken ct)
    {
        if (_done.Value.TryGetValue(step, out var known))
        {
            return known;
        }

        ct.ThrowIfCancellationRequested();
        var made = await make();
        await File.AppendAllTextAsync(_path, JsonSerializer.Serialize(new[] { step, made }) + "\n", CancellationToken.None);
        _done.Value[step] = made;
        return made;
    }

    /// <summary>All is done.</summary>
    public void Close() => File.Delete(_path);

    // The last line may have been cut off with the office: its step is done again.
    private static Dictionary<string, string> Read(string path)
    {
        if (!File.Exists(path))
        {
            return [];
        }

        var text = File.ReadAllText(path);
        var whole = text[..(text.LastIndexOf('\n') + 1)];
        if (whole.Length < text.Length)
        {
            File.WriteAllText(path, whole);
        }

        return whole.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize<string[]>(line)!)
            .ToDictionary(step => step[0], step => step[1]);
    }
}
