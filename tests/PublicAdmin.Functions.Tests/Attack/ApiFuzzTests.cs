using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Attack;

/// <summary>
/// Requests made from the API description itself: every operation, every kind of caller, bodies of the right shape and of every wrong one. None may end in a
/// fault, none in a refusal without its code, none without an answer. Small by default; <c>FUZZ_REQUESTS</c> makes it large.
/// </summary>
public sealed class ApiFuzzTests
{
    private static readonly string?[] Callers = [
        null, "mai", "thanh", "clerk-muong-ang", "officer-muong-ang", "leader-muong-ang", "registrar-muong-ang", "portal", "supervisor-province",
        "auditor-province", "administrator-province"];
    private static readonly string[] Odd =
        ["", " ", "0", "-1", "*", "H18.88", "1.004873", "011195000123", "2026-11-20", "9999-12-31", "\u0000", "\uFFFE", "\u202E", "😀", "<script>", "../..",
            "' OR 1=1--", new('a', 5_000), "%00", "null", "1e400"];

    [Fact]
    public async Task Whatever_is_sent_is_answered_and_refused_with_a_code()
    {
        await using var office = await Office.OpenAsync();
        var total = int.Parse(Environment.GetEnvironmentVariable("FUZZ_REQUESTS") ?? "2000", CultureInfo.InvariantCulture);
        var codes = await PrepareAsync(office);
        var description = JsonNode.Parse(await office.Http.GetStringAsync("/api/openapi.json"))!;
        var operations = Operations(description).ToList();
        var clients = Callers.Select(caller => caller is null ? office.Http : office.As(caller)).ToList();
        var wrong = new List<string>();

        for (var n = 0; n < total; n++)
        {
            var random = new Random(n); // The same number is the same request.
            var (path, method, operation) = operations[n % operations.Count];
            using var request = Make(random, description, path, method, operation, codes);
            using var answer = await clients[random.Next(clients.Count)].SendAsync(request);
            if (await FaultOf(answer) is { } fault)
            {
                wrong.Add($"{n}: {method} {request.RequestUri} {fault}");
            }
        }

        Assert.Empty(wrong);
    }

    private static async Task<List<string>> PrepareAsync(Office office)
    {
        var codes = new List<string>();
        for (var n = 0; n < 6; n++)
        {
            var code = (await office.As("mai").FileAsync(Filings.MaritalStatus(office.OfficeOf("clerk-muong-ang")))).Code;
            codes.Add(code.ToString());
            if (n > 1)
            {
                await office.As("clerk-muong-ang").ActAsync(code, "acceptance");
            }

            if (n > 3)
            {
                await office.As("officer-muong-ang").ActAsync(code, "taking");
            }
        }

        await office.DeliverMessagesAsync();
        return codes;
    }

    private static IEnumerable<(string Path, HttpMethod Method, JsonNode Operation)> Operations(JsonNode description) =>
        from path in description["paths"]!.AsObject()
        where path.Key.StartsWith("/api/", StringComparison.Ordinal) // Pages answer people, in HTML.
        from operation in path.Value!.AsObject()
        where operation.Key is "get" or "post" or "put" or "delete" or "patch"
        select (path.Key, new HttpMethod(operation.Key.ToUpperInvariant()), operation.Value!);

    private static HttpRequestMessage Make(Random random, JsonNode description, string path, HttpMethod method, JsonNode operation, List<string> codes)
    {
        var parts = path.Split('/')
            .Select(part => part.StartsWith('{') ? Uri.EscapeDataString(Word(random, part.Contains("code", StringComparison.Ordinal) ? codes : [])) : part);
        var query = (operation["parameters"]?.AsArray() ?? []).Where(parameter => parameter?["in"]?.GetValue<string>() is "query" && random.Next(2) == 0)
            .Select(parameter => $"{parameter!["name"]}={Uri.EscapeDataString(Word(random, codes))}");
        var request = new HttpRequestMessage(method, $"{string.Join('/', parts)}?{string.Join('&', query)}");
        if (random.Next(4) > 0)
        {
            request.Headers.TryAddWithoutValidation(
                "Idempotency-Key", random.Next(3) == 0 ? "short" : random.NextInt64(1_000_000_000, long.MaxValue).ToString(CultureInfo.InvariantCulture));
        }

        if (random.Next(3) == 0)
        {
            request.Headers.TryAddWithoutValidation(
                "If-Match", random.Next(6) switch
                {
                    0 => "*",
                    1 => "\"a\"",
                    2 => "W/\"1\"",
                    3 => "\"99999999999999999999\"",
                    4 => "\"1\", \"2\"",
                    _ => "\"2\""
                });
        }

        if (operation["requestBody"]?["content"]?.AsObject().FirstOrDefault() is { Key: { } type } content)
        {
            request.Content = type == "application/json"
                ? new StringContent(Value(random, description, content.Value!["schema"], codes, 0)?.ToJsonString() ?? "null", Encoding.UTF8, "application/json")
                : new ByteArrayContent(Bytes(random)) { Headers = { { "Content-Type", type } } };
        }

        return request;
    }

    // Mostly of the shape the description asks for; sometimes something else.
    private static JsonNode? Value(Random random, JsonNode description, JsonNode? schema, List<string> codes, int depth)
    {
        if (schema?["$ref"]?.GetValue<string>() is { } reference)
        {
            return Value(random, description, description["components"]!["schemas"]![reference[(reference.LastIndexOf('/') + 1)..]], codes, depth);
        }

        if (random.Next(25) == 0 || depth > 6 || schema is null)
        {
            return random.Next(5) switch
            {
                0 => null,
                1 => JsonValue.Create(random.Next(-5, 5)),
                2 => new JsonArray(),
                3 => new JsonObject(),
                _ => JsonValue.Create(Word(random, codes))
            };
        }

        if (schema["enum"]?.AsArray() is { Count: > 0 } choices)
        {
            return choices[random.Next(choices.Count)]?.DeepClone();
        }

        var type = schema["type"] is JsonArray types ? types[0]?.GetValue<string>() : (schema["type"] as JsonValue)?.GetValue<string>();
        return type switch
        {
            "object" => Object(random, description, schema, codes, depth),
            "array" => new JsonArray([.. Enumerable.Range(0, random.Next(3)).Select(_ => Value(random, description, schema["items"], codes, depth + 1))]),
            "integer" or "number" => JsonValue.Create(random.Next(4) switch { 0 => -1, 1 => long.MaxValue, 2 => 0, _ => random.Next(1, 100) }),
            "boolean" => JsonValue.Create(random.Next(2) == 0),
            _ => JsonValue.Create(Word(random, codes)),
        };
    }

    private static JsonObject Object(Random random, JsonNode description, JsonNode schema, List<string> codes, int depth)
    {
        var made = new JsonObject();
        var required = (schema["required"]?.AsArray() ?? []).Select(name => name!.GetValue<string>()).ToHashSet();
        foreach (var (name, of) in schema["properties"]?.AsObject() ?? [])
        {
            if (required.Contains(name) ? random.Next(30) > 0 : random.Next(2) == 0)
            {
                made[name] = Value(random, description, of, codes, depth + 1);
            }
        }

        return made;
    }

    private static string Word(Random random, List<string> codes) =>
        codes.Count > 0 && random.Next(2) == 0 ? codes[random.Next(codes.Count)] : Odd[random.Next(Odd.Length)];

    private static byte[] Bytes(Random random)
    {
        var bytes = new byte[random.Next(2_000)];
        random.NextBytes(bytes);
        return random.Next(2) == 0 ? bytes : [.. "%PDF-1.7\n"u8, .. bytes];
    }

    private static async Task<string?> FaultOf(HttpResponseMessage answer)
    {
        var status = (int)answer.StatusCode;
        if (status < 400)
        {
            return null;
        }

        if (status >= 500 && status != 503)
        {
            return $"{status} {await answer.Content.ReadAsStringAsync()}";
        }

        var type = answer.Content.Headers.ContentType?.MediaType;
        return type != "application/problem+json" ? $"{status} as {type}"
            : JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.TryGetProperty("code", out _) ? null
            : $"{status} without a code";
    }
}
