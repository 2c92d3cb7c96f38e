using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PublicAdmin.Tests.Attack.Fuzz;

/// <summary>Bodies in JSON that are nearly right: one or two places of a good one changed, or made from the schema, or no JSON any more.</summary>
internal sealed class JsonMutations(ApiDescription description)
{
    private static readonly string[] Broken =
    [
        "", "{", "[", "nul", "{\"a\":1,}", "{\"a\":1}{", "\"\\uD800\"", "{\"a\":\"\\u0000\"}", "01", "1e999999", "\uFEFF{}", "{\"a\":1,\"a\":2}", "//", "'x'",
        new string('[', 3_000), string.Concat(Enumerable.Repeat("{\"a\":", 3_000)), $"{{\"{new string('k', 9_000)}\":1}}", "[[[[[[[[[[]]]]]]]]]]"
    ];

    public byte[] Change(Random random, byte[] body, JsonNode? schema) => random.Next(10) switch
    {
        0 => Encoding.UTF8.GetBytes(Broken[random.Next(Broken.Length)]),
        1 => Bent(random, body),
        2 or 3 => Encoding.UTF8.GetBytes(Made(random, schema, 0)?.ToJsonString() ?? "null"),
        _ => Places(random, body),
    };

    // Bytes that are no text, or a text cut short.
    private static byte[] Bent(Random random, byte[] body)
    {
        var bent = body[..(body.Length == 0 ? 0 : random.Next(body.Length))];
        return random.Next(2) == 0 ? bent : [.. bent, 0xC3, 0x28, 0xFF, .. body.AsSpan(bent.Length)];
    }

    private static byte[] Places(Random random, byte[] body)
    {
        try
        {
            var root = JsonNode.Parse(body, documentOptions: new JsonDocumentOptions { AllowDuplicateProperties = false }) ?? new JsonObject();
            for (var n = random.Next(1, 3); n > 0; n--)
            {
                var places = Containers(root).DefaultIfEmpty(root).ToList();
                ChangeOne(random, places[random.Next(places.Count)]);
            }

            return Encoding.UTF8.GetBytes(root.ToJsonString());
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return Bent(random, body); // It was broken before.
        }
    }

    private static void ChangeOne(Random random, JsonNode place)
    {
        if (place is JsonArray { Count: > 0 } list)
        {
            var at = random.Next(list.Count);
            list[at] = random.Next(3) == 0 ? list[^1]?.DeepClone() : OddValues.Node(random);
        }
        else if (place is JsonObject { Count: > 0 } form)
        {
            var name = form.ElementAt(random.Next(form.Count)).Key;
            switch (random.Next(5))
            {
                case 0: form.Remove(name); break;
                case 1: form[OddValues.Text(random)] = OddValues.Node(random); break;
                default: form[name] = OddValues.Node(random); break;
            }
        }
    }

    private static IEnumerable<JsonNode> Containers(JsonNode node) => node switch
    {
        JsonObject form => form.Where(one => one.Value is not null).SelectMany(one => Containers(one.Value!)).Prepend(form),
        JsonArray list => list.Where(one => one is not null).SelectMany(one => Containers(one!)).Prepend(list),
        _ => [],
    };

    // Of the shape the description asks for, and of odd content.
    private JsonNode? Made(Random random, JsonNode? named, int depth)
    {
        var schema = description.Resolve(named);
        if (schema is null || depth > 6 || random.Next(25) == 0)
        {
            return OddValues.Node(random);
        }

        if (schema["enum"] is JsonArray { Count: > 0 } choices)
        {
            return choices[random.Next(choices.Count)]?.DeepClone();
        }

        return TypeOf(schema) switch
        {
            "object" => new JsonObject((schema["properties"]?.AsObject() ?? []).Where(_ => random.Next(8) > 0)
                .Select(one => KeyValuePair.Create(one.Key, Made(random, one.Value, depth + 1)))),
            "array" => new JsonArray([.. Enumerable.Range(0, random.Next(3)).Select(_ => Made(random, schema["items"], depth + 1))]),
            "integer" or "number" => JsonValue.Create(random.Next(4) switch { 0 => -1, 1 => long.MaxValue, 2 => 0, _ => random.Next(1, 100) }),
            "boolean" => JsonValue.Create(random.Next(2) == 0),
            _ => JsonValue.Create(OddValues.Text(random)),
        };
    }

    private static string? TypeOf(JsonNode schema) => schema["type"] is JsonArray types ? (string?)types[0] : (string?)schema["type"];
}
