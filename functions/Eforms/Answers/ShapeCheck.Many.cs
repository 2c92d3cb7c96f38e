using System.Text.Json;
using PublicAdmin.Eforms.Rules;

namespace PublicAdmin.Eforms.Answers;

/// <summary>Answers with parts: several choices, tables, lists, composites.</summary>
internal sealed partial class ShapeCheck
{
    private const int DefaultMost = 100;

    private void Choices(string path, CompiledField field, JsonElement json)
    {
        if (!Expect(json.ValueKind is JsonValueKind.Array, path, field))
        {
            return;
        }

        var chosen = json.EnumerateArray().Select(Values.TextOf).ToList();
        if (chosen.Any(code => code is null || !field.Codes!.Contains(code)) || chosen.Distinct().Count() < chosen.Count)
        {
            Refuse(AnswerRefusals.Choice, path, field);
        }
    }

    private void Matrix(string path, CompiledField field, JsonElement json)
    {
        if (!Expect(json.ValueKind is JsonValueKind.Object, path, field))
        {
            return;
        }

        var cells = json.EnumerateObject();
        foreach (var cell in cells.Where(cell => !field.Codes!.Contains(cell.Name) || !field.Columns!.Contains(Values.TextOf(cell.Value) ?? "")))
        {
            Refuse(AnswerRefusals.Choice, $"{path}.{cell.Name}", field);
        }
    }

    private void List(string path, CompiledField field, JsonElement json, RuleScope scope)
    {
        if (!Expect(json.ValueKind is JsonValueKind.Array, path, field))
        {
            return;
        }

        var (fewest, most) = (field.Field.MinItems ?? 0, field.Field.MaxItems ?? DefaultMost);
        if (json.GetArrayLength() is var count && (count < fewest || count > most))
        {
            Refuse(AnswerRefusals.Count, path, field, fewest, most);
            return;
        }

        var n = 0;
        foreach (var entry in json.EnumerateArray())
        {
            var at = $"{path}[{n++}]";
            if (Expect(entry.ValueKind is JsonValueKind.Object, at, field))
            {
                Entry(at, field.Parts, entry, scope with { Item = entry });
            }
        }
    }

    private void Composite(string path, CompiledField field, JsonElement json, RuleScope scope)
    {
        if (!Expect(json.ValueKind is JsonValueKind.Object, path, field))
        {
            return;
        }

        Entry(path, field.Parts, json, scope with { Item = json });
        foreach (var (part, refusal) in CompositeRules.Broken(field.Field, json))
        {
            errors.Add(FormError.Of(refusal.At($"{path}.{part}", field.Parts.First(one => one.Field.Key == part).Field.Label.ToText())));
        }
    }

    private void Entry(string path, IReadOnlyList<CompiledField> parts, JsonElement json, RuleScope scope)
    {
        foreach (var name in json.EnumerateObject().Select(property => property.Name).Where(name => !parts.Any(part => part.Field.Key == name)))
        {
            errors.Add(FormError.Of(AnswerRefusals.Unknown.At($"{path}.{name}", name)));
        }

        foreach (var part in parts.Where(part => part.IsShown(scope)))
        {
            Check($"{path}.{part.Field.Key}", part, json.TryGetProperty(part.Field.Key, out var value) ? value : default, scope);
        }
    }
}
