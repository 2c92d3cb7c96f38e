using System.Text.Json;
using PublicAdmin.Dossiers;
using PublicAdmin.Eforms.Definitions;
using PublicAdmin.Eforms.Rules;
using PublicAdmin.Identity;
using PublicAdmin.Platform;

namespace PublicAdmin.Eforms.Prefill;

/// <summary>An earlier dossier of the same citizen.</summary>
internal sealed record EarlierForm(Dossier Dossier, FormDefinition Form, JsonElement Answers)
{
    public DateOnly On => DateOnly.FromDateTime(Dossier.SubmittedAt.Here().DateTime);
}

/// <summary>Proposes answers, each with where it comes from (once only: what the citizen has said is not asked again).</summary>
internal static class PrefillMaker
{
    private const string Population = "population(requesterPersonalNumber).";
    private const string Filer = "filer.";
    private const string NumberKey = "requesterPersonalNumber";

    public static PrefilledForm Make(FormDefinition form, Caller caller, EarlierForm? earlier)
    {
        var usable = earlier is not null && IsOf(caller, earlier) ? earlier : null;
        var values = form.Fields.Select(field => SignedIn(field, caller) ?? Earlier(field, usable)).OfType<PrefilledValue>();
        return new(form.Id, form.Version, form.Fields.Count(), [.. values]);
    }

    private static PrefilledValue? SignedIn(FormField field, Caller caller)
    {
        var known = SourcesOf(field).Select(source => AccountFacts.Of(source, caller)).FirstOrDefault(value => value is not null);
        return known is null ? null : new(field.Key, JsonSerializer.SerializeToElement(known), PrefillSource.SignIn, field.LockWhenPrefilled);
    }

    // The same fact about the same person: both fields name the same source.
    private static PrefilledValue? Earlier(FormField field, EarlierForm? earlier)
    {
        var wanted = SourcesOf(field).Where(IsOfTheFiler).ToList();
        var same = earlier?.Form.Fields.FirstOrDefault(one => one.Type == field.Type && SourcesOf(one).Intersect(wanted).Any());
        return same is not null && earlier!.Answers.TryGetProperty(same.Key, out var value) && Values.IsFilled(value)
            ? new(field.Key, value, PrefillSource.EarlierDossier, Dossier: earlier.Dossier.Code.ToString(), On: earlier.On)
            : null;
    }

    private static bool IsOfTheFiler(string source) =>
        source.StartsWith(Filer, StringComparison.Ordinal) || source.StartsWith(Population, StringComparison.Ordinal);

    private static bool IsOf(Caller caller, EarlierForm earlier) =>
        earlier.Answers.TryGetProperty(NumberKey, out var number) && Values.TextOf(number) is { } text && text == caller.PersonalNumber;

    // Sources with a condition are about others: they wait for what they depend on.
    private static IEnumerable<string> SourcesOf(FormField field) => field.Prefill.Select(Values.TextOf).OfType<string>();
}
