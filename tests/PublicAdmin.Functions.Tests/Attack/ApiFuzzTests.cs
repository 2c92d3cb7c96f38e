using System.Collections.Concurrent;
using System.Text.Json;
using PublicAdmin.Tests.Attack.Fuzz;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Attack;

/// <summary>
/// Requests made from the API description and from good ones: every operation is answered well once, then wrongly asked in every way. None may end in a
/// fault, none in a refusal without its code, none without an answer. Small by default; <c>FUZZ_REQUESTS</c> makes it large.
/// </summary>
public sealed class ApiFuzzTests
{
    private const int AtOnce = 8;

    [Fact]
    public async Task Every_operation_answers_well_once_and_whatever_is_sent_is_answered_and_refused_with_a_code()
    {
        await using var world = await SeededWorld.OpenAsync();
        var missing = world.Reached.Missing(world.Description).ToList();
        Assert.True(missing.Count == 0, $"Never answered well:\n{string.Join('\n', missing)}");

        var total = HowMany.Of("FUZZ_REQUESTS", 4_000);
        var good = world.Reached.Requests.GroupBy(request => request.Operation).Select(group => group.ToList()).ToList();
        var mutator = new Mutator(world.Description, world.Reached);
        var wrong = new ConcurrentBag<string>();

        await Parallel.ForAsync(0, total, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (n, _) =>
        {
            var random = new Random(n); // The same number is the same change.
            var samples = good[n % good.Count];
            if (await FaultOfAsync(random, mutator.Change(random, samples[random.Next(samples.Count)])) is { } fault)
            {
                wrong.Add($"{n}: {fault}");
            }
        });

        Assert.True(wrong.IsEmpty, $"{wrong.Count} of {total}:\n{string.Join('\n', wrong.Take(50))}");
    }

    private static async Task<string?> FaultOfAsync(Random random, SentRequest request)
    {
        try
        {
            using var answer = await request.Office.SendAsync(request, request.Operation.Method == "GET" && random.Next(12) == 0 ? HttpMethod.Head : null);
            var fault = await FaultOfAsync(request, answer);
            return fault is null ? null : $"{request.Operation.Method} {request.Address} as {request.Caller}: {fault}";
        }
        catch (HttpRequestException unanswered)
        {
            return $"{request.Operation.Method} {request.Address} as {request.Caller}: no answer ({unanswered.Message} {unanswered.InnerException?.Message})";
        }
    }

    private static async Task<string?> FaultOfAsync(SentRequest request, HttpResponseMessage answer)
    {
        var status = (int)answer.StatusCode;
        var body = await answer.Content.ReadAsStringAsync();
        if (status >= 500)
        {
            return $"{status} {body}";
        }

        var type = answer.Content.Headers.ContentType?.MediaType;
        return status < 400 || (type == "text/html" && !request.Operation.IsForPrograms) ? null
            : type != "application/problem+json" ? $"{status} as {type}"
            : answer.RequestMessage?.Method == HttpMethod.Head || JsonDocument.Parse(body).RootElement.TryGetProperty("code", out _) ? null
            : $"{status} without a code";
    }
}
