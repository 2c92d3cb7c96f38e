using System.Text.Json;
using PublicAdmin.Eforms.Definitions;
using PublicAdmin.Platform;

namespace PublicAdmin.Eforms.Answers;

/// <summary>Tệp kèm tờ khai: a file that an answer names, such as a portrait.</summary>
/// <param name="Field">Where the answer stands, as refusals name it: <c>form.bridePhoto</c>, <c>form.heirs[0].photo</c>.</param>
/// <param name="Name">What is asked for, and in which part of the form.</param>
/// <param name="Upload">What was answered.</param>
public sealed record AnsweredFile(string Field, Text Name, string Upload);

/// <summary>Finds the files named in answers, into lists and groups, so that no question of this kind can be forgotten.</summary>
internal static class AnsweredFiles
{
    /// <param name="answers">As <see cref="CleanAnswers"/> wrote them: only what somebody saw and filled in.</param>
    public static IReadOnlyList<AnsweredFile> Of(CompiledForm form, ReadOnlyMemory<byte> answers)
    {
        if (!form.AsksForFiles)
        {
            return [];
        }

        using var json = JsonDocument.Parse(answers);
        return [.. form.Definition.Sections.SelectMany(section => Of("form", section.Title, section.Fields, json.RootElement))];
    }

    private static IEnumerable<AnsweredFile> Of(string path, Label part, IEnumerable<FormField> fields, JsonElement holder)
    {
        foreach (var field in fields)
        {
            if (holder.ValueKind is JsonValueKind.Object && holder.TryGetProperty(field.Key, out var answer))
            {
                foreach (var file in Of($"{path}.{field.Key}", part, field, answer))
                {
                    yield return file;
                }
            }
        }
    }

    private static IEnumerable<AnsweredFile> Of(string path, Label part, FormField field, JsonElement answer) => (field.Type, answer.ValueKind) switch
    {
        (FieldType.Photo, JsonValueKind.String) => [new AnsweredFile(path, NameOf(part, field), answer.GetString()!)],
        (_, JsonValueKind.Array) => answer.EnumerateArray().SelectMany((entry, n) => Of($"{path}[{n}]", part, field.Fields, entry)),
        _ => Of(path, part, field.Fields, answer),
    };

    private static Text NameOf(Label part, FormField field) =>
        new($"{field.Label.Vi} – {part.Vi}", $"{field.Label.ToText().En} – {part.ToText().En}");
}
