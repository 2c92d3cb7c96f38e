using System.Text.Json;
using PublicAdmin.Eforms.Definitions;
using PublicAdmin.Eforms.Templates;

namespace PublicAdmin.Eforms;

/// <summary>A section of a form as it was filled in, in words: codes by their names, addresses whole.</summary>
public sealed record ReadSection(Label Title, IReadOnlyList<ReadLine> Lines);

/// <param name="Key">Of the field.</param>
/// <param name="Text">Vietnamese, as a paper prints it.</param>
public sealed record ReadLine(string Key, Label Label, string Text);

/// <summary>Answers for whoever reads them beside the papers.</summary>
internal static class AnswerReading
{
    /// <summary>Sections with anything in them, in the order of the form.</summary>
    public static IReadOnlyList<ReadSection> Of(FormDefinition form, JsonElement answers) =>
        [.. form.Sections.Select(section => new ReadSection(section.Title, [.. LinesOf(section, answers)])).Where(section => section.Lines.Count > 0)];

    private static IEnumerable<ReadLine> LinesOf(FormSection section, JsonElement answers) => section.Fields
        .Select(field => new ReadLine(field.Key, field.Label, answers.TryGetProperty(field.Key, out var answer) ? AnswerText.Of(field, answer) : ""))
        .Where(line => line.Text.Length > 0);
}
