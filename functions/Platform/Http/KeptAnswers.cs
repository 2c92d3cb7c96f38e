using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;

namespace PublicAdmin.Platform.Http;

/// <summary>
/// Answers made from reference data, kept while that data stays as it is: the list of offices is written as JSON and hashed once, not per caller.
/// Only what succeeded is kept, and only for addresses of ordinary length.
/// </summary>
public sealed class KeptAnswers(TimeProvider clock)
{
    private const int MostKept = 2_000;
    private const int LongestAddress = 160;

    private readonly ConcurrentDictionary<string, (object Data, TaggedJson Answer)> _kept = new(StringComparer.Ordinal);

    /// <param name="request">Its address, with today's date, is what an answer depends on.</param>
    /// <param name="data">What the answer is made from; another object means it has changed.</param>
    /// <param name="make">Makes the answer.</param>
    public IResult Of(HttpRequest request, object data, Func<IResult> make)
    {
        var address = $"{clock.Today():yyMMdd}{request.Path}{request.QueryString}";
        if (_kept.TryGetValue(address, out var kept) && ReferenceEquals(kept.Data, data))
        {
            return kept.Answer;
        }

        var made = make();
        if (made is TaggedJson answer && address.Length <= LongestAddress)
        {
            Keep(address, data, answer);
        }

        return made;
    }

    private void Keep(string address, object data, TaggedJson answer)
    {
        if (_kept.Count >= MostKept)
        {
            _kept.Clear(); // Yesterday's addresses and guessed ones go; the common ones are back at once.
        }

        _kept[address] = (data, answer);
    }
}
