using System.Text.Json;
using PublicAdmin.Identity;

namespace PublicAdmin.Eforms.Prefill;

/// <summary>Proposes answers, each with where it comes from (once only: what is known already is not asked again).</summary>
internal static class PrefillMaker
{
    public static PrefilledForm Make(CompiledForm form, Caller caller, KnownFacts known) => new(
        form.Definition.Id, form.Definition.Version, form.Fields.Length,
        [
            .. form.Fields.SelectMany(field => field.Sources.SelectMany(source => OfSource(field, source, caller, known))
                .DistinctBy(value => (string.Join('|', value.If?.Select(one => $"{one.Field}={one.Number}") ?? []), value.When?.ToString()))),
        ]);

    /// <summary>What one source knows for a field, the best first; what is said of whoever else the form names is good while it names them.</summary>
    /// <param name="caller">Whose account vouches for something; null for nobody's.</param>
    public static IEnumerable<PrefilledValue> OfSource(CompiledField field, FieldSource source, Caller? caller, KnownFacts known) =>
        [.. OfAccount(field, source, caller), .. OfPeople(field, source, caller, known), .. OfMarriages(field, source, known)];

    private static IEnumerable<PrefilledValue> OfAccount(CompiledField field, FieldSource source, Caller? caller) =>
        caller is not null && AccountFacts.Of(source.Text, caller) is { } text
            ? [new(field.Field.Key, JsonSerializer.SerializeToElement(text), PrefillSource.SignIn, field.Field.LockWhenPrefilled, When: source.When)]
            : [];

    private static IEnumerable<PrefilledValue> OfPeople(CompiledField field, FieldSource source, Caller? caller, KnownFacts known) =>
        from fact in source.PersonKey is null ? [] : known.Facts
        where FactFit.Says(fact, source.Path) && (source.Holder is not FieldSource.Filer || caller is null || fact.Person == caller.PersonalNumber)
        let value = FactFit.Of(fact, field)
        where value is not null
        select Value(field, source, value.Value, fact.Origin, IsOfCaller(source.PersonKey!, fact.Person, caller) ? [] : [new(source.PersonKey!, fact.Person)]);

    private static IEnumerable<PrefilledValue> OfMarriages(CompiledField field, FieldSource source, KnownFacts known) =>
        source.Holder is not "civilStatus.marriage" ? [] : known.Marriages.Select(marriage => (source.Path, source.Keys) switch
        {
            ("exists", [var wife, var husband]) =>
                Value(field, source, JsonSerializer.SerializeToElement(true), marriage.Origin, Couple(wife, husband, marriage)),
            ("entry", [var wife, var husband]) => Value(field, source, marriage.Entry, marriage.Origin, Couple(wife, husband, marriage)),
            ("husband.personalNumber", [var wife]) =>
                Value(field, source, JsonSerializer.SerializeToElement(marriage.Husband), marriage.Origin, [new(wife, marriage.Wife)]),
            _ => null,
        }).OfType<PrefilledValue>();

    private static PersonNamed[] Couple(string wife, string husband, KnownMarriage marriage) => [new(wife, marriage.Wife), new(husband, marriage.Husband)];

    // The account itself says who asks.
    private static bool IsOfCaller(string key, string person, Caller? caller) => key is FieldSource.RequesterNumber && person == caller?.PersonalNumber;

    private static PrefilledValue Value(CompiledField field, FieldSource source, JsonElement value, FactOrigin from, PersonNamed[] of) => new(
        field.Field.Key, value, from.Source, from.Source is PrefillSource.Register && field.Field.LockWhenPrefilled, from.Dossier, from.On,
        of is [] ? null : of, source.When, from.Register, from.Reference, source.IsSuggestion ? true : null);
}
