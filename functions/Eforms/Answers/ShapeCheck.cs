using System.Text.Json;
using PublicAdmin.Eforms.Definitions;
using PublicAdmin.Eforms.Rules;
using PublicAdmin.Platform;

namespace PublicAdmin.Eforms.Answers;

/// <summary>Holds each answer against the type of its field, down into lists and composites.</summary>
internal sealed partial class ShapeCheck(List<FormError> errors)
{
    private const decimal Largest = 1_000_000_000_000_000;

    private readonly AnswerPath _path = new();

    /// <param name="name">The field's name, or whatever refusals shall begin with.</param>
    /// <param name="field">What is asked for.</param>
    /// <param name="json">What was answered; undefined for nothing.</param>
    /// <param name="scope">What else was answered.</param>
    public void Check(string name, CompiledField field, JsonElement json, RuleScope scope)
    {
        _path.Enter(name);
        Check(field, json, scope);
        _path.Leave();
    }

    private void Check(CompiledField field, JsonElement json, RuleScope scope)
    {
        if (!Values.IsFilled(json))
        {
            if (field.IsRequired(scope))
            {
                Refuse(AnswerRefusals.Missing, field);
            }

            return;
        }

        switch (field.Field.Type)
        {
            case FieldType.List:
                List(field, json, scope);
                break;
            case FieldType.MultiChoice:
                Choices(field, json);
                break;
            case FieldType.Matrix:
                Matrix(field, json);
                break;
            case FieldType.Integer or FieldType.Number or FieldType.Money or FieldType.Area:
                Number(field, json);
                break;
            case FieldType.YesNo:
                Expect(json.ValueKind is JsonValueKind.True or JsonValueKind.False, field);
                break;
            case var type when type is FieldType.Group || Composites.IsComposite(type):
                Composite(field, json, scope);
                break;
            default:
                Text(field, json);
                break;
        }
    }

    private void Text(CompiledField field, JsonElement json)
    {
        if (!Expect(json.ValueKind is JsonValueKind.String, field))
        {
            return;
        }

        var text = Values.Written(json);
        var longest = TextShapes.LongestOf(field.Field);
        if (text.Length > longest)
        {
            Refuse(AnswerRefusals.TooLong, field, longest);
        }
        else if (TextShapes.Broken(text, field) is { } broken)
        {
            Refuse(broken, field);
        }
    }

    private void Number(CompiledField field, JsonElement json)
    {
        if (!Expect(json.ValueKind is JsonValueKind.Number, field))
        {
            return;
        }

        var decimals = field.Field.Type is FieldType.Integer or FieldType.Money ? 0 : field.Field.Decimals ?? 2;
        var low = field.Field.Min ?? (field.Field.Type is FieldType.Number or FieldType.Integer ? -Largest : 0);
        var high = field.Field.Max ?? Largest;
        if (!json.TryGetDecimal(out var number) || number < low || number > high || decimal.Round(number, decimals) != number)
        {
            Refuse(AnswerRefusals.NumberRange, field, low, high, decimals);
        }
    }

    private bool Expect(bool holds, CompiledField field)
    {
        if (!holds)
        {
            Refuse(AnswerRefusals.WrongKind, field);
        }

        return holds;
    }

    private void Refuse(RefusalCode code, CompiledField field, params object?[] more) =>
        errors.Add(FormError.Of(code.At(_path.ToString(), [field.Field.Label.ToText(), .. more])));
}
