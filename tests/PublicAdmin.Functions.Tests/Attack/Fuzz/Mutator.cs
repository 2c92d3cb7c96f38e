using System.Globalization;

namespace PublicAdmin.Tests.Attack.Fuzz;

/// <summary>Makes of a good request one that is wrong in one or two ways, or comes from somebody else. The same number makes the same change.</summary>
internal sealed class Mutator(ApiDescription description, ReachedOperations reached)
{
    private static readonly string?[] Callers =
    [
        null, "mai", "thanh", "cooperative", "clerk-muong-ang", "officer-muong-ang", "leader-muong-ang", "registrar-muong-ang", "cashier-muong-ang",
        "supervisor-muong-ang", "clerk-muong-phang", "portal", "supervisor-province", "auditor-province", "administrator-province", "administrator-muong-ang"
    ];

    private readonly JsonMutations _json = new(description);

    public SentRequest Change(Random random, SentRequest good)
    {
        var request = good with { Headers = [.. Anew(random, good)] };
        for (var n = random.Next(0, 3); n > 0; n--)
        {
            request = ChangeOne(random, request);
        }

        return random.Next(3) == 0 ? request with { Caller = Callers[random.Next(Callers.Length)] } : request;
    }

    // A new act from a new network: neither answered from what was kept nor stopped as one of too many.
    private static IEnumerable<(string Name, string Value)> Anew(Random random, SentRequest good) => good.Headers
        .Where(header => header.Name != "Idempotency-Key" || random.Next(4) == 0)
        .Append(("X-Forwarded-For", string.Create(CultureInfo.InvariantCulture, $"10.{random.Next(256)}.{random.Next(256)}.1")))
        .Concat(random.Next(8) == 0 ? [] : [("Idempotency-Key", random.NextInt64().ToString("D20", CultureInfo.InvariantCulture))]);

    private SentRequest ChangeOne(Random random, SentRequest request) => (request.Body, random.Next(10)) switch
    {
        (_, 0 or 1) => request with { Address = WithOtherPart(random, request) },
        (_, 2) => request with { Address = WithQuery(random, request) },
        (_, 3) => request with { Headers = [.. WithHeader(random, request)] },
        (not null, 4) when random.Next(3) == 0 => request with { BodyType = OddValues.ContentType(random) },
        (not null, _) => request with { Body = OtherBody(random, request) },
        (null, 4) when random.Next(3) == 0 => request with { Body = "{\"x\":1}"u8.ToArray(), BodyType = "application/json" },
        _ => request with { Address = WithOtherPart(random, request) },
    };

    private byte[] OtherBody(Random random, SentRequest request)
    {
        var body = request.Body!;
        if (request.Operation.BodyType is "application/json")
        {
            return _json.Change(random, body, request.Operation.Schema);
        }

        var changed = body[..(random.Next(3) == 0 ? random.Next(body.Length + 1) : body.Length)];
        for (var n = random.Next(6); n > 0 && changed.Length > 0; n--)
        {
            changed[random.Next(changed.Length)] = (byte)random.Next(256);
        }

        return changed;
    }

    private string WithOtherPart(Random random, SentRequest request)
    {
        var (path, query) = Split(request.Address);
        var parts = path.Split('/');
        var template = request.Operation.Path.Split('/');
        var open = Enumerable.Range(0, Math.Min(parts.Length, template.Length)).Where(n => template[n].StartsWith('{')).ToList();
        if (open.Count == 0)
        {
            return WithQuery(random, request);
        }

        var at = open[random.Next(open.Count)];
        var known = reached.Given.GetValueOrDefault(template[at][1..^1], []);
        parts[at] = Uri.EscapeDataString(known.Count > 0 && random.Next(2) == 0 ? known[random.Next(known.Count)] : OddValues.Text(random));
        return string.Join('/', parts) + query;
    }

    private static string WithQuery(Random random, SentRequest request)
    {
        var (path, query) = Split(request.Address);
        var kept = query.TrimStart('?').Split('&').Where(part => part.Length > 0 && random.Next(4) > 0);
        var named = request.Operation.Queries.Append("x").Where(_ => random.Next(2) == 0)
            .Select(name => $"{name}={Uri.EscapeDataString(random.Next(3) == 0 ? Number(random) : OddValues.Text(random))}");
        return $"{path}?{string.Join('&', kept.Concat(named))}";
    }

    private static IEnumerable<(string Name, string Value)> WithHeader(Random random, SentRequest request)
    {
        string[] names = [.. request.Operation.Headers, "If-Match", "If-None-Match", "Range", "Accept", "Prefer", "Cookie", "X-Request-Id"];
        var name = names[random.Next(names.Length)];
        return request.Headers.Where(header => header.Name != name).Append((name, OddValues.Header(random, name)));
    }

    private static string Number(Random random) => random.Next(-2, 200).ToString(CultureInfo.InvariantCulture);

    private static (string Path, string Query) Split(string address) =>
        address.IndexOf('?', StringComparison.Ordinal) is > 0 and var at ? (address[..at], address[at..]) : (address, "");
}
