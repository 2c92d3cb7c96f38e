using System.Globalization;
using System.Text.Json;
using PublicAdmin.Platform;

namespace PublicAdmin.Embedded.SamplePlatform;

/// <summary>
/// The invented platform's memory over a restart of the office: a file of lines, the first saying since when it is open, each other an order as it then
/// was; the last line of an order holds. A line that death cut off was answered to nobody.
/// </summary>
internal sealed class PlatformJournal(string path)
{
    /// <summary>Since when it is open; a first opening is written down.</summary>
    public DateTimeOffset BeginOr(DateTimeOffset now)
    {
        if (File.Exists(path) && DateTimeOffset.TryParse(
            File.ReadLines(path).FirstOrDefault(), CultureInfo.InvariantCulture, DateTimeStyles.None, out var since))
        {
            return since;
        }

        File.Delete(path);
        Append(now.ToString("O", CultureInfo.InvariantCulture));
        return now;
    }

    public IReadOnlyList<HeldOrder> Read() => File.Exists(path) ? [.. File.ReadLines(path).Skip(1).Select(Parse).OfType<HeldOrder>()] : [];

    public void Write(HeldOrder held) => Append(JsonSerializer.Serialize(held, OfficeJson.Stored));

    private static HeldOrder? Parse(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<HeldOrder>(line, OfficeJson.Stored);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // A line of its own even behind one that was cut off.
    private void Append(string line)
    {
        using var file = new FileStream(path, FileMode.Append, FileAccess.Write);
        using var writer = new StreamWriter(file);
        writer.Write(file.Position is 0 ? line : $"\n{line}");
        writer.Flush();
        file.Flush(flushToDisk: true);
    }
}
