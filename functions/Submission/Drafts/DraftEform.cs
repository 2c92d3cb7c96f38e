using System.Text.Json;
using PublicAdmin.Eforms.Definitions;
using PublicAdmin.Platform;

namespace PublicAdmin.Submission.Drafts;

/// <summary>The procedure's own form within a draft, as far as it is filled in.</summary>
/// <param name="Id">Of the form.</param>
/// <param name="Version">By which it was filled in.</param>
/// <param name="Answers">Also those hidden just now: whoever goes back and forth loses nothing.</param>
/// <param name="Case">The case chosen.</param>
public sealed record DraftEform(string Id, string Version, JsonElement Answers, string? Case = null);

/// <summary>The same as it is gone on with: by the version of today.</summary>
/// <param name="CarriedFrom">The version it was filled in by, when that is not today's any more.</param>
/// <param name="Lost">What could not be carried over and is asked again, or not at all.</param>
public sealed record CarriedEform(
    string Id, string Version, JsonElement Answers, string? Case = null, string? CarriedFrom = null, IReadOnlyList<LostAnswer>? Lost = null);

/// <param name="Key">In the version before.</param>
public sealed record LostAnswer(string Key, Text Label);

/// <summary>Carries a draft over to the form of today, version by version; says what is lost. Filed dossiers are never carried.</summary>
internal static class DraftCarrier
{
    private static readonly JsonElement Nothing = JsonElement.Parse("{}");

    /// <param name="versions">Of that form, oldest first, up to the one of today.</param>
    public static CarriedEform Carry(DraftEform draft, FormDefinition? today, IReadOnlyList<FormDefinition> versions)
    {
        if (today is null || today.Id != draft.Id || today.Version == draft.Version)
        {
            return new(draft.Id, draft.Version, draft.Answers, draft.Case);
        }

        var way = versions.SkipWhile(form => form.Version != draft.Version).TakeWhile(form => form.ValidFrom <= today.ValidFrom).ToList();
        var (answers, lost) = (way.Count > 0 ? draft.Answers : Nothing, way.Count > 0 ? [] : Everything(draft));
        foreach (var (before, next) in way.Zip(way.Skip(1)))
        {
            (answers, var gone) = Step(before, next, answers);
            lost.AddRange(gone);
        }

        var formCase = today.Cases.Any(one => one.Id == draft.Case) ? draft.Case : null;
        return new(today.Id, today.Version, answers, formCase, draft.Version, lost.Count > 0 ? lost : null);
    }

    private static (JsonElement Answers, IEnumerable<LostAnswer> Lost) Step(FormDefinition before, FormDefinition next, JsonElement answers)
    {
        var moved = next.Migration?.From == before.Version ? next.Migration.Apply(answers) : new(answers, []);
        var has = next.Fields.Select(field => field.Key).ToHashSet();
        var gone = moved.Answers.EnumerateObject().Select(answer => answer.Name).Where(key => !has.Contains(key)).ToList();
        var kept = moved.Answers.EnumerateObject().Where(answer => has.Contains(answer.Name)).ToDictionary(answer => answer.Name, answer => answer.Value);
        return (JsonSerializer.SerializeToElement(kept), moved.Lost.Concat(gone).Select(key => Of(before, key)));
    }

    private static LostAnswer Of(FormDefinition form, string key) =>
        new(key, form.Fields.FirstOrDefault(field => field.Key == key)?.Label.ToText() ?? Text.Same(key));

    private static List<LostAnswer> Everything(DraftEform draft) =>
        [.. draft.Answers.EnumerateObject().Select(answer => new LostAnswer(answer.Name, Text.Same(answer.Name)))];
}
