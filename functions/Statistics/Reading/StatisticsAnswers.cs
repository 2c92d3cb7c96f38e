using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;
using PublicAdmin.Statistics.Equations;

namespace PublicAdmin.Statistics.Reading;

/// <summary>
/// Public answers, made once for each state of the books and each minute: the more people look, the less it costs. While an equation fails, nothing is answered
/// but that.
/// </summary>
public sealed class StatisticsAnswers(BookReader reader, CheckBook checks, TimeProvider clock)
{
    private const int MostKept = 500;
    private const int LongestAddress = 300;

    private readonly ConcurrentDictionary<string, TaggedJson> _kept = new(StringComparer.Ordinal);

    public async Task<IResult> OfAsync(HttpRequest request, Func<Task<Result<TaggedJson>>> make, CancellationToken ct)
    {
        var head = await reader.HeadAsync(ct);
        var key = $"{head.Sequence}|{clock.Now():yyyyMMddHHmm}|{request.Language()}|{request.Path}{request.QueryString}";
        if (_kept.TryGetValue(key, out var kept))
        {
            return kept;
        }

        try
        {
            return (await make()).Try(out var answer, out var refusal) ? Keep(key, answer) : refusal.ToProblem();
        }
        catch (BooksUnbalancedException)
        {
            return Unbalanced.ForAnybody(await checks.LastAsync(ct)).ToProblem(); // A check of everything is not for anybody to ask for.
        }
    }

    private TaggedJson Keep(string key, TaggedJson answer)
    {
        if (_kept.Count >= MostKept)
        {
            _kept.Clear(); // Those of the minute are back at once.
        }

        if (key.Length <= LongestAddress)
        {
            _kept[key] = answer;
        }

        return answer;
    }
}
