using System.Text.Json.Nodes;

namespace PublicAdmin.Tests.Attack.Fuzz;

/// <summary>What nobody should send, and somebody does.</summary>
internal static class OddValues
{
    private static readonly string[] Texts =
    [
        "", " ", "0", "-1", "*", "H18.88", "1.004873", "011195000123", "2026-11-20", "9999-12-31", "0001-01-01", "2026-02-30", "24:00", "\0", "\uFFFE",
        "\uFFFF", "\u202E", "\u200B", "\uD83D\uDE00", "e\u0301", "<script>", "../..", "..\\..", "' OR 1=1--", "%00", "%", "null", "1e400", "NaN", "\r\n", "\t",
        new('a', 300), new('a', 3_990), new('a', 5_000), new('\u1ED9', 2_100), new('a', 40_000),
        "99999999999999999999", "{}", "[]", "true", "$ref", "urn:x", "2026-11-20T08:00:00+99:00",
        "9999-12-31T23:59:59.9999999-14:00", "0001-01-01T00:00:00+14:00", "/", "?", "#", "H18.61-261120-0001", "H18.61-261120-99999999999"
    ];

    private static readonly string[] Tags =
    [
        "*", "\"a\"", "W/\"1\"", "\"99999999999999999999\"", "\"1\", \"2\"", "\"2\"", "\"-1\"", "\"\"", "abc", "\"0\"", "\"1", "\"\\\"", "\u00FF"
    ];

    private static readonly string[] Types =
    [
        "text/plain", "application/xml", "application/json; charset=utf-16", "application/json; charset=none", "multipart/form-data", "x", "application/json/x",
        "application/pdf", "application/octet-stream", "application/x-www-form-urlencoded", "image/png", "text/csv; charset=\"", "", "application/problem+json"
    ];

    private static readonly string[] Ranges =
        ["bytes=0-", "bytes=-1", "bytes=5-2", "bytes=999999999-", "bytes=0-0,2-3", "lines=1-2", "bytes=a", "bytes=99999999999999999999-"];

    private static readonly string[] Digests = ["sha-256=:AAAA:", "sha-256=:%%:", "md5=:AA==:", "", "sha-256=", ":::"];

    public static string Text(Random random) => Texts[random.Next(Texts.Length)];

    public static string ContentType(Random random) => Types[random.Next(Types.Length)];

    /// <summary>For a header of the description, or any other.</summary>
    public static string Header(Random random, string name) => name switch
    {
        "If-Match" or "If-None-Match" => Tags[random.Next(Tags.Length)],
        "Range" => Ranges[random.Next(Ranges.Length)],
        "Content-Digest" => Digests[random.Next(Digests.Length)],
        _ => new string([.. Text(random).Where(letter => letter is >= ' ' and <= '\u00FF' and not '\u007F')]), // What HTTP can carry at all.
    };

    public static JsonNode? Node(Random random) => random.Next(14) switch
    {
        0 => null,
        1 => JsonValue.Create(random.Next(-5, 5)),
        2 => JsonValue.Create(long.MaxValue),
        3 => JsonValue.Create(long.MinValue),
        4 => JsonValue.Create(1e300),
        5 => JsonValue.Create(0.5),
        6 => JsonValue.Create(random.Next(2) == 0),
        7 => new JsonArray(),
        8 => new JsonObject(),
        9 => new JsonArray([.. Enumerable.Range(0, 1_200).Select(n => (JsonNode)JsonValue.Create(n)!)]),
        10 => new JsonArray(null, null),
        _ => JsonValue.Create(Text(random)),
    };
}
