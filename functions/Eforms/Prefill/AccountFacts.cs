using PublicAdmin.Dossiers;
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
    /// <param name="sheet">As somebody filling in the form sees it.</param>
    public static IReadOnlyList<HeldAnswer>? Otherwise(CompiledForm form, AnswerSheet sheet, Caller caller)
    {
        List<HeldAnswer>? held = null;
        foreach (var field in form.OfTheFiler)
        {
            if (Otherwise(field, sheet, caller) is { } other)
            {
                (held ??= []).Add(other);
            }
        }

        return held;
    }

    private static HeldAnswer? Otherwise(CompiledField field, AnswerSheet sheet, Caller caller)
    {
        var known = field.Sources.Select(source => source.IsNow(new RuleScope(sheet)) ? Of(source.Text, caller) : null)
            .FirstOrDefault(value => value is not null);
        return known is null || Values.TextOf(sheet.At(field.Field.Key)) is not { } said || string.IsNullOrWhiteSpace(said) || SameWords.Are(said, known)
            ? null
            : new(field.Field.Key, known);
    }
}
