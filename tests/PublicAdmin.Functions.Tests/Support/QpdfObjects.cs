using System.Text;
using System.Text.Json;

namespace PublicAdmin.Tests.Support;

/// <summary>The objects of a PDF as qpdf sees them (qpdf --json=2): a reader nobody here wrote.</summary>
internal sealed class QpdfObjects
{
    private readonly Dictionary<string, JsonElement> _objects;

    public QpdfObjects(byte[] pdf, string decode = "none")
    {
        using var folder = new TempFolder();
        var answer = OutsideTool.Run(
            "qpdf", "--json=2", "--json-key=qpdf", "--json-stream-data=inline", $"--decode-level={decode}", folder.Write("file.pdf", pdf));
        var qpdf = JsonElement.Parse(answer.Output).GetProperty("qpdf")[1];
        _objects = qpdf.EnumerateObject().ToDictionary(entry => entry.Name.Replace("obj:", "", StringComparison.Ordinal), entry => entry.Value);
    }

    public JsonElement Trailer => _objects["trailer"].GetProperty("value");

    public JsonElement Catalog => Get(Trailer, "/Root")!.Value;

    /// <summary>Every object: a stream by its dictionary.</summary>
    public IEnumerable<JsonElement> All => _objects.Values.Select(Value);

    public IEnumerable<JsonElement> Streams =>
        _objects.Values.Where(entry => entry.TryGetProperty("stream", out _)).Select(entry => entry.GetProperty("stream"));

    /// <summary>All values within all objects.</summary>
    public IEnumerable<JsonElement> Values => All.SelectMany(Within);

    /// <summary>All names of entries within all objects.</summary>
    public IEnumerable<string> Names =>
        Values.Where(value => value.ValueKind is JsonValueKind.Object).SelectMany(value => value.EnumerateObject().Select(entry => entry.Name));

    public IEnumerable<JsonElement> OfType(string type) =>
        Values.Where(
            value => value.ValueKind is JsonValueKind.Object && Get(value, "/Type") is { ValueKind: JsonValueKind.String } named && named.GetString() == type);

    /// <summary>An entry, followed to what it refers to; null when it is not there.</summary>
    public JsonElement? Get(JsonElement dictionary, string name) =>
        dictionary.ValueKind is JsonValueKind.Object && dictionary.TryGetProperty(name, out var value) ? Follow(value) : null;

    public JsonElement Follow(JsonElement value) =>
        value.ValueKind is JsonValueKind.String && _objects.TryGetValue(value.GetString()!, out var found) ? Value(found) : value;

    /// <summary>The bytes of the stream an entry refers to, as far as they are decoded.</summary>
    public byte[] Data(JsonElement dictionary, string name) =>
        _objects[dictionary.GetProperty(name).GetString()!].GetProperty("stream").GetProperty("data").GetBytesFromBase64();

    public static string Text(JsonElement? value) => value?.GetString() switch
    {
        ['u', ':', .. var text] => text,
        ['b', ':', .. var digits] => Encoding.Latin1.GetString(Convert.FromHexString(digits)),
        var other => other ?? "",
    };

    private static JsonElement Value(JsonElement entry) =>
        entry.TryGetProperty("stream", out var stream) ? stream.GetProperty("dict") : entry.GetProperty("value");

    private static IEnumerable<JsonElement> Within(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().SelectMany(entry => Within(entry.Value)).Prepend(value),
        JsonValueKind.Array => value.EnumerateArray().SelectMany(Within).Prepend(value),
        _ => [value],
    };
}
