using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using PublicAdmin.Platform;

namespace PublicAdmin.Tests.Support;

/// <summary>A good value with a few fields changed, as a caller might send it.</summary>
internal static class Json
{
    public static JsonObject Changed<T>(T value, string change)
    {
        var json = JsonSerializer.SerializeToNode(value, OfficeJson.Options)!.AsObject();
        foreach (var (name, replacement) in JsonNode.Parse(change)!.AsObject())
        {
            json[name] = replacement?.DeepClone();
        }

        return json;
    }

    public static StringContent Body(JsonObject json) => new(json.ToJsonString(), Encoding.UTF8, "application/json");
}
