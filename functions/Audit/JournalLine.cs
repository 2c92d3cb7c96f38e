using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Audit;

/// <summary>
/// A table row as one line of JSON, always the same bytes for the same row: <c>{"p":partition,"k":key,"v":{…}}</c>, values in the order of their
/// names. A row that is not of table Dossiers says so first: <c>{"t":table,"p":…</c>. Text, numbers and truth stand as in JSON; an instant is
/// <c>{"at":"…"}</c> in UTC, bytes are <c>{"bytes":"…"}</c> in base64.
/// </summary>
internal static class JournalLine
{
    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Of(TableRow row, string? table = null)
    {
        var bytes = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(bytes, Writing))
        {
            json.WriteStartObject();
            if (table is not null)
            {
                json.WriteString("t", table);
            }

            json.WriteString("p", row.Partition);
            json.WriteString("k", row.Key);
            json.WriteStartObject("v");
            foreach (var (name, value) in row.Values.Where(value => value.Value is not null).OrderBy(value => value.Key, StringComparer.Ordinal))
            {
                Write(json, name, value!);
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        bytes.Write("\n"u8);
        return bytes.WrittenSpan.ToArray();
    }

    /// <exception cref="InvalidDataException">This is no line of a journal.</exception>
    public static (string Table, TableRow Row) Read(string line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            var values = root.GetProperty("v").EnumerateObject().ToDictionary(value => value.Name, value => ValueOf(value.Value), StringComparer.Ordinal);
            return (root.TryGetProperty("t", out var table) ? table.GetString()! : Tables.Dossiers,
                new TableRow(root.GetProperty("p").GetString()!, root.GetProperty("k").GetString()!, values));
        }
        catch (Exception broken) when (broken is JsonException or KeyNotFoundException or FormatException or InvalidOperationException)
        {
            throw new InvalidDataException("This is no line of a journal.", broken);
        }
    }

    private static void Write(Utf8JsonWriter json, string name, object value)
    {
        switch (value)
        {
            case string text:
                json.WriteString(name, text);
                break;
            case long number:
                json.WriteNumber(name, number);
                break;
            case bool flag:
                json.WriteBoolean(name, flag);
                break;
            case DateTimeOffset instant:
                json.WriteStartObject(name);
                json.WriteString("at", instant.UtcDateTime.ToString("O", CultureInfo.InvariantCulture));
                json.WriteEndObject();
                break;
            case byte[] bytes:
                json.WriteStartObject(name);
                json.WriteBase64String("bytes", bytes);
                json.WriteEndObject();
                break;
            default:
                throw new InvalidDataException($"A row holds a {value.GetType().Name}.");
        }
    }

    private static object? ValueOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.GetInt64(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ when value.TryGetProperty("at", out var at) =>
            new DateTimeOffset(DateTime.Parse(at.GetString()!, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind)),
        _ => value.GetProperty("bytes").GetBytesFromBase64(),
    };
}
