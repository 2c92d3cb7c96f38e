using System.Text.Json;
using PublicAdmin.Eforms.Definitions;
using PublicAdmin.Eforms.Rules;
using PublicAdmin.Platform;

namespace PublicAdmin.Eforms.Answers;

/// <summary>Holds each answer against the type of its field, down into lists and composites.</summary>
internal sealed partial class ShapeCheck(List<FormError> errors)
{
    private const decimal Largest = 1_000_000_000_000_000;

    public void Check(string path, CompiledField field, JsonElement json, RuleScope scope)
    {
        if (!Values.IsFilled(json))
        {
            if (field.IsRequired(scope))
            {
                Refuse(AnswerRefusals.Missing, path, field);
            }

            return;
        }

        switch (field.Field.Type)
        {
            case FieldType.List:
                List(path, field, json, scope);
                break;
            case FieldType.MultiChoice:
                Choices(path, field, json);
                break;
            case FieldType.Matrix:
                Matrix(path, field, json);
                break;
            case FieldType.Integer or FieldType.Number or FieldType.Money or FieldType.Area:
                Number(path, field, json);
                break;
            case FieldType.YesNo:
                Expect(json.ValueKind is JsonValueKind.True or JsonValueKind.False, path, field);
                break;
            case var type when type is FieldType.Group || Composites.IsComposite(type):
                Composite(path, field, json, scope);
                break;
            default:
                Text(path, field, json);
                break;
        }
    }

    private void Text(string path, CompiledField field, JsonElement json)
    {
        if (!Expect(json.ValueKind is JsonValueKind.String, path, field))
        {
            return;
        }

        var text = json.GetString()!.Trim().Normalize();
        var longest = TextShapes.LongestOf(field.Field);
        if (text.Length > longest)
        {
            Refuse(AnswerRefusals.TooLong, path, field, longest);
        }
        else if (TextShapes.Broken(text, field) is { } broken)
        {
            Refuse(broken, path, field);
        }
    }

    private void Number(string path, CompiledField field, JsonElement json)
    {
        if (!Expect(json.ValueKind is JsonValueKind.Number, path, field))
        {
            return;
        }

        var decimals = field.Field.Type is FieldType.Integer or FieldType.Money ? 0 : field.Field.Decimals ?? 2;
        var low = field.Field.Min ?? (field.Field.Type is FieldType.Number or FieldType.Integer ? -Largest : 0);
        var high = field.Field.Max ?? Largest;
        if (!json.TryGetDecimal(out var number) || number < low || number > high || decimal.Round(number, decimals) != number)
        {
            Refuse(AnswerRefusals.NumberRange, path, field, low, high, decimals);
        }
    }

    private bool Expect(bool holds, string path, CompiledField field)
    {
        if (!holds)
        {
            Refuse(AnswerRefusals.WrongKind, path, field);
        }

        return holds;
    }

    private void Refuse(RefusalCode code, string path, CompiledField field, params object?[] more) =>
        errors.Add(FormError.Of(code.At(path, [field.Field.Label.ToText(), .. more])));
}
