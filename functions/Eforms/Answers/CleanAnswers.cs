using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json;
using PublicAdmin.Eforms.Rules;
using PublicAdmin.Platform;

namespace PublicAdmin.Eforms.Answers;

/// <summary>
/// Answers as they are kept: in the order of the form, without what nobody saw or filled in, texts in one writing (NFC), computed fields reckoned here.
/// </summary>
internal static class CleanAnswers
{
    private static readonly JsonWriterOptions Writing = new() { Encoder = OfficeJson.Options.Encoder };

    /// <returns>UTF-8.</returns>
    public static ReadOnlyMemory<byte> Write(CompiledForm form, AnswerSheet sheet, bool[] shown)
    {
        var buffer = new ArrayBufferWriter<byte>(2_048);
        using (var json = new Utf8JsonWriter(buffer, Writing))
        {
            json.WriteStartObject();
            for (var place = 0; place < shown.Length; place++)
            {
                if (shown[place])
                {
                    Field(json, form.Fields[place], sheet[place], new RuleScope(sheet));
                }
            }

            json.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }

    private static void Field(Utf8JsonWriter json, CompiledField field, JsonElement answer, RuleScope scope)
    {
        if (field.Computed is { } computed)
        {
            Computed(json, field.Key, computed(scope));
        }
        else if (Values.IsFilled(answer))
        {
            json.WritePropertyName(field.Key);
            Answer(json, field, answer, scope);
        }
    }

    private static void Computed(Utf8JsonWriter json, JsonEncodedText key, Value value)
    {
        switch (value.Kind)
        {
            case ValueKind.Text:
                json.WriteString(key, value.Text);
                break;
            case ValueKind.Flag:
                json.WriteBoolean(key, value.Low > 0);
                break;
            case ValueKind.Number when value.Low == value.High:
                json.WriteNumber(key, value.Low);
                break;
        }
    }

    private static void Answer(Utf8JsonWriter json, CompiledField field, JsonElement answer, RuleScope scope)
    {
        switch (answer.ValueKind)
        {
            case JsonValueKind.String:
                json.WriteStringValue(Values.Written(answer));
                break;
            case JsonValueKind.Object when field.Parts.Length > 0:
                Entry(json, field.Parts, answer, scope with { Item = answer });
                break;
            case JsonValueKind.Array when field.Parts.Length > 0:
                json.WriteStartArray();
                foreach (var entry in answer.EnumerateArray())
                {
                    Entry(json, field.Parts, entry, scope with { Item = entry });
                }

                json.WriteEndArray();
                break;
            default:
                answer.WriteTo(json);
                break;
        }
    }

    private static void Entry(Utf8JsonWriter json, ImmutableArray<CompiledField> parts, JsonElement entry, RuleScope scope)
    {
        json.WriteStartObject();
        foreach (var part in parts)
        {
            if (part.IsShown(scope))
            {
                Field(json, part, part.In(entry), scope);
            }
        }

        json.WriteEndObject();
    }
}
