using System.Net;

namespace PublicAdmin.Tests.Attack.Fuzz;

/// <summary>Which operations were answered well, with what; and what the others said last.</summary>
internal sealed class ReachedOperations
{
    private const int Kept = 4; // Of each operation: enough to have different callers and rows.

    private readonly Dictionary<ApiOperation, List<SentRequest>> _good = [];
    private readonly Dictionary<ApiOperation, string> _bad = [];

    public IReadOnlyList<SentRequest> Requests => [.. _good.Values.SelectMany(requests => requests)];

    /// <summary>What was given for a parameter of an address in a good request, such as <c>code</c>.</summary>
    public Dictionary<string, List<string>> Given { get; } = [];

    public bool Has(ApiOperation operation) => _good.ContainsKey(operation);

    public void Note(SentRequest request, HttpStatusCode status, string body)
    {
        if (!request.Operation.IsGood(status))
        {
            _bad[request.Operation] = $"{(int)status} {request.Caller} {request.Address} {body}";
            return;
        }

        var kept = _good.TryGetValue(request.Operation, out var known) ? known : _good[request.Operation] = [];
        if (kept.Count < Kept)
        {
            kept.Add(request);
        }

        Remember(request);
    }

    /// <summary>The operations of a description that were never answered well, each with its last answer.</summary>
    public IEnumerable<string> Missing(ApiDescription description) => description.Operations.Where(operation => !Has(operation))
        .Select(operation => $"{operation.Method} {operation.Path} {operation.Id}: {_bad.GetValueOrDefault(operation, "never asked")}");

    private void Remember(SentRequest request)
    {
        var values = request.Address.Split('?')[0].Split('/');
        foreach (var (part, value) in request.Operation.Path.Split('/').Zip(values).Where(pair => pair.First.StartsWith('{')))
        {
            var given = Given.TryGetValue(part[1..^1], out var known) ? known : Given[part[1..^1]] = [];
            if (given.Count < 40 && !given.Contains(Uri.UnescapeDataString(value)))
            {
                given.Add(Uri.UnescapeDataString(value));
            }
        }
    }
}
