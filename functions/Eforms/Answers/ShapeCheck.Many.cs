using System.Text.Json;
using PublicAdmin.Eforms.Rules;
using PublicAdmin.Platform;

namespace PublicAdmin.Eforms.Answers;

/// <summary>Answers with parts: several choices, tables, lists, composites.</summary>
internal sealed partial class ShapeCheck
{
    private const int DefaultMost = 100;

    private void Choices(CompiledField field, JsonElement json)
    {
        if (!Expect(json.ValueKind is JsonValueKind.Array, field))
        {
            return;
        }

        var chosen = json.EnumerateArray().Select(Values.TextOf).ToList();
        if (chosen.Any(code => code is null || !field.Codes!.Contains(code)) || chosen.Distinct().Count() < chosen.Count)
        {
            Refuse(AnswerRefusals.Choice, field);
        }
    }

    private void Matrix(CompiledField field, JsonElement json)
    {
        if (!Expect(json.ValueKind is JsonValueKind.Object, field))
        {
            return;
        }

        foreach (var cell in json.EnumerateObject())
        {
            if (!field.Codes!.Contains(cell.Name) || !field.Columns!.Contains(Values.TextOf(cell.Value) ?? ""))
            {
                RefuseAt(cell.Name, AnswerRefusals.Choice, field.Field.Label.ToText());
            }
        }
    }

    private void List(CompiledField field, JsonElement json, RuleScope scope)
    {
        if (!Expect(json.ValueKind is JsonValueKind.Array, field))
        {
            return;
        }

        var (fewest, most) = (field.Field.MinItems ?? 0, field.Field.MaxItems ?? DefaultMost);
        if (json.GetArrayLength() is var count && (count < fewest || count > most))
        {
            Refuse(AnswerRefusals.Count, field, fewest, most);
            return;
        }

        var n = 0;
        foreach (var entry in json.EnumerateArray())
        {
            _path.Enter(n++);
            if (Expect(entry.ValueKind is JsonValueKind.Object, field))
            {
                Entry(field, entry, scope with { Item = entry });
            }

            _path.Leave();
        }
    }

    private void Composite(CompiledField field, JsonElement json, RuleScope scope)
    {
        if (!Expect(json.ValueKind is JsonValueKind.Object, field))
        {
            return;
        }

        Entry(field, json, scope with { Item = json });
        foreach (var (part, refusal) in CompositeRules.Broken(field.Field, json))
        {
            RefuseAt(part, refusal, field.Parts.First(one => one.Field.Key == part).Field.Label.ToText());
        }
    }

    private void Entry(CompiledField field, JsonElement json, RuleScope scope)
    {
        var known = 0;
        foreach (var part in field.Parts)
        {
            known += part.In(json).ValueKind is JsonValueKind.Undefined ? 0 : 1;
        }

        if (known < json.GetPropertyCount())
        {
            Strange(field, json);
        }

        foreach (var part in field.Parts)
        {
            if (part.IsShown(scope))
            {
                Check(part.Field.Key, part, part.In(json), scope);
            }
        }
    }

    private void Strange(CompiledField field, JsonElement json)
    {
        foreach (var name in json.EnumerateObject().Select(property => property.Name).Where(name => !field.Parts.Any(part => part.Field.Key == name)))
        {
            RefuseAt(name, AnswerRefusals.Unknown, name);
        }
    }

    private void RefuseAt(string part, RefusalCode code, object said)
    {
        _path.Enter(part);
        errors.Add(FormError.Of(code.At(_path.ToString(), said)));
        _path.Leave();
    }
}
