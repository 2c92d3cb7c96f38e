using System.Text.Json;
using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Eforms.Definitions;
using PublicAdmin.Eforms.Rules;
using PublicAdmin.Identity;
using PublicAdmin.Platform;

namespace PublicAdmin.Eforms.Corrections;

/// <summary>Holds corrected answers against the very form a dossier keeps, by the day it was filed: what may be filed may be corrected to.</summary>
internal sealed class AnswerCorrector(FormBook forms, DossierStore dossiers)
{
    /// <summary>A <see cref="WantedCorrections"/>.</summary>
    public async Task<Result<AnswerCorrection[]>> CorrectAsync(
        Dossier dossier, IReadOnlyDictionary<string, JsonElement> wanted, Stamp stamp, CancellationToken ct)
    {
        if (dossier.Form is not { } pin || forms.Find(pin.Id, pin.Version) is not { } form || await dossiers.AnswersAsync(dossier, ct) is not { } filed)
        {
            return CorrectionRefusals.NothingFilledIn.With(dossier.Code);
        }

        if (form.Fields.Where(field => wanted.ContainsKey(field.Key)).Select(field => Refused(field, stamp)).OfType<Refusal>().FirstOrDefault() is { } refused)
        {
            return refused;
        }

        var verdict = forms.Check(form, Laid(filed.Now, wanted), DateOnly.FromDateTime(dossier.SubmittedAt.Here().DateTime), pin.Case,
            OutsideValues.OfOffice(pin.Commune));
        if (verdict.Errors is [var first, ..])
        {
            return CorrectionRefusals.Invalid.At(PathOf(first.Field), verdict.Errors.Count)
                .Knowing("errors", verdict.Errors.Select(error => error with { Field = PathOf(error.Field) }).ToList());
        }

        var changes = Changes(filed.Now, JsonElement.Parse(verdict.Answers!));
        return changes.Length is 0 ? CorrectionRefusals.ChangesNothing.At("answers") : changes;
    }

    private static Refusal? Refused(FormField field, Stamp stamp) =>
        field.Type is FieldType.Photo || field.Computed is not null
            ? CorrectionRefusals.NotCorrectable.At($"answers.{field.Key}", field.Label.ToText())
            : field.Sensitive && stamp.As != nameof(Role.Officer) ? CorrectionRefusals.NotYourField.At($"answers.{field.Key}", field.Label.ToText())
            : null;

    private static JsonElement Laid(JsonElement now, IReadOnlyDictionary<string, JsonElement> wanted) => JsonSerializer.SerializeToElement(
        now.EnumerateObject().Where(answer => !wanted.ContainsKey(answer.Name)).Select(answer => KeyValuePair.Create(answer.Name, answer.Value))
            .Concat(wanted.Where(answer => answer.Value.ValueKind is not JsonValueKind.Null)).ToDictionary());

    private static AnswerCorrection[] Changes(JsonElement before, JsonElement after) =>
    [
        .. before.EnumerateObject().Concat(after.EnumerateObject()).Select(answer => answer.Name).Distinct()
            .Select(key => new AnswerCorrection(key, Of(before, key), Of(after, key)))
            .Where(one => one is not { Before: { } was, After: { } will } || !JsonElement.DeepEquals(was, will)),
    ];

    private static JsonElement? Of(JsonElement answers, string key) => answers.TryGetProperty(key, out var answer) ? answer : null;

    // Named as the request names them.
    private static string PathOf(string field) => field.StartsWith("form.", StringComparison.Ordinal) ? $"answers.{field["form.".Length..]}" : "answers";
}
