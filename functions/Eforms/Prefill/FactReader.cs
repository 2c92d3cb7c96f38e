using System.Globalization;
using System.Text.Json;
using PublicAdmin.Dossiers;
using PublicAdmin.Eforms.Definitions;
using PublicAdmin.Eforms.Rules;
using PublicAdmin.Platform;

namespace PublicAdmin.Eforms.Prefill;

/// <summary>
/// Reads what answers and records say of whom. Which answer says what is written in the form itself: a field that would be prefilled from
/// <c>population(bridePersonalNumber).fullName</c> says, once answered, the name of the person with the bride's number.
/// </summary>
internal static class FactReader
{
    private const string Marriage = "ket-hon";
    private const string Wife = "bridePersonalNumber";
    private const string Husband = "groomPersonalNumber";

    public static KnownFacts OfEarlier(CompiledForm form, Dossier dossier, JsonElement answers) => new(
        [.. OfAnswers(form, answers, new(PrefillSource.EarlierDossier, dossier.Code.ToString(), DateOnly.FromDateTime(dossier.SubmittedAt.Here().DateTime)))],
        []);

    /// <summary>Of the person a register was asked about.</summary>
    public static KnownFacts OfRecord(string person, DatabaseRecord record)
    {
        var origin = new FactOrigin(
            PrefillSource.Register, On: DateOnly.FromDateTime(record.At.Here().DateTime), Register: record.Source, Reference: record.Reference);
        return new(
            [
                .. record.Facts.Where(fact => fact.Path is not null)
                    .Select(fact => new PersonFact(person, fact.Path!, null, JsonSerializer.SerializeToElement(fact.Value), origin)),
            ],
            []);
    }

    public static KnownFacts OfResult(CompiledForm form, ResultFacts result)
    {
        var origin = new FactOrigin(PrefillSource.EarlierResult, result.Dossier.ToString(), result.On, result.Agency, result.Number);
        var facts = OfAnswers(form, result.Answers, origin).ToList();
        if (form.Definition.Id is not Marriage || NumberIn(result.Answers, Wife) is not { } wife || NumberIn(result.Answers, Husband) is not { } husband)
        {
            return new(facts, []);
        }

        var on = result.On.ToString("O", CultureInfo.InvariantCulture);
        var entry = JsonSerializer.SerializeToElement(new { number = result.Number, date = on, agency = result.Agency });
        var number = form.Fields.Single(field => field.Field.Key == Wife).Field;
        PersonFact Spouse(string of, string other) => new(of, "spouse.personalNumber", number, JsonSerializer.SerializeToElement(other), origin);
        return new([.. facts, Spouse(wife, husband), Spouse(husband, wife)], [new(wife, husband, entry, origin)]);
    }

    private static IEnumerable<PersonFact> OfAnswers(CompiledForm form, JsonElement answers, FactOrigin origin) =>
        from field in form.Fields
        where field.Field is { Sensitive: false, Type: not FieldType.Photo } && answers.TryGetProperty(field.Field.Key, out var value) && Values.IsFilled(value)
        from source in field.Sources.Where(source => source is { When: null, IsSuggestion: false, PersonKey: not null, Path.Length: > 0 })
        let person = NumberIn(answers, source.PersonKey!)
        where person is not null
        select new PersonFact(person, source.Path, field.Field, answers.GetProperty(field.Field.Key), origin);

    private static string? NumberIn(JsonElement answers, string key) =>
        answers.TryGetProperty(key, out var number) && Values.TextOf(number) is { Length: > 0 } text ? text : null;
}
