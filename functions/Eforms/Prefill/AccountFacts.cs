using System.Text.Json;
using PublicAdmin.Dossiers;
using PublicAdmin.Eforms.Answers;
using PublicAdmin.Eforms.Rules;
using PublicAdmin.Identity;

namespace PublicAdmin.Eforms.Prefill;

/// <summary>What the account a citizen signed in with vouches for.</summary>
internal static class AccountFacts
{
    /// <summary>Null for what the account does not say.</summary>
    public static string? Of(string source, Caller caller) => caller is not { Kind: CallerKind.Citizen, Organisation: null } ? null : source switch
    {
        "filer.fullName" => caller.Name,
        "filer.personalNumber" => caller.PersonalNumber,
        _ => null,
    };

    /// <summary>Where the answers say otherwise than the account: a note for the officer.</summary>
    /// <param name="answers">As they are kept.</param>
    public static IReadOnlyList<HeldAnswer>? Otherwise(CompiledForm form, string answers, DateOnly today, string? formCase, Caller caller)
    {
        var vouched = form.Fields.Where(field => field.Sources.Any(source => Of(source.Text, caller) is not null)).ToList();
        if (vouched.Count == 0)
        {
            return null; // Nearly always: a clerk's account vouches for nothing, and most forms ask for nothing the account knows.
        }

        using var json = JsonDocument.Parse(answers);
        var scope = new RuleScope(AnswerCheck.Seen(form, json.RootElement, today, formCase).Sheet);
        HeldAnswer[] held = [.. vouched.Select(field => Otherwise(field, json.RootElement, scope, caller)).OfType<HeldAnswer>()];
        return held.Length > 0 ? held : null;
    }

    private static HeldAnswer? Otherwise(CompiledField field, JsonElement answers, RuleScope scope, Caller caller)
    {
        var known = field.Sources.Where(source => source.IsNow(scope)).Select(source => Of(source.Text, caller)).FirstOrDefault(value => value is not null);
        var said = known is not null && answers.TryGetProperty(field.Field.Key, out var answer) ? Values.TextOf(answer) : null;
        return said is null || SameWords.Are(said, known!) ? null : new(field.Field.Key, known!);
    }
}
