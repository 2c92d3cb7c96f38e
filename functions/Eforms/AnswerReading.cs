using System.Text.Json;
using PublicAdmin.Eforms.Definitions;
using PublicAdmin.Eforms.Templates;

namespace PublicAdmin.Eforms;

/// <summary>A section of a form as it was filled in, in words: codes by their names, addresses whole.</summary>
public sealed record ReadSection(string Id, Label Title, IReadOnlyList<ReadLine> Lines);

/// <param name="Key">Of the field.</param>
/// <param name="Text">Vietnamese, as a paper prints it; empty for what a correction took away.</param>
/// <param name="HandedIn">What the citizen had filled in, when a correction stands in its place; empty for nothing.</param>
/// <param name="Held">What a register holds instead, for staff; null where it agrees or was not asked.</param>
public sealed record ReadLine(string Key, Label Label, string Text, string? HandedIn = null, HeldFact? Held = null);

/// <summary>What a register says of the same fact.</summary>
/// <param name="Source">The system that answered, or the account somebody signed in with.</param>
/// <param name="Reference">The record's own number there.</param>
public sealed record HeldFact(string Text, string Source, string? Reference = null, DateTimeOffset? At = null);

/// <summary>Answers for whoever reads them beside the papers.</summary>
internal static class AnswerReading
{
    /// <summary>Sections with anything in them, in the order of the form.</summary>
    public static IReadOnlyList<ReadSection> Of(
        FormDefinition form, JsonElement handedIn, JsonElement now, IReadOnlyDictionary<string, HeldFact> held) =>
        [.. form.Sections.Select(section => new ReadSection(section.Id, section.Title, [.. LinesOf(section, handedIn, now, held)]))
            .Where(section => section.Lines.Count > 0)];

    /// <summary>An answer in words; empty for none.</summary>
    public static string TextOf(FormField field, JsonElement answers) => answers.TryGetProperty(field.Key, out var answer) ? AnswerText.Of(field, answer) : "";

    private static IEnumerable<ReadLine> LinesOf(
        FormSection section, JsonElement handedIn, JsonElement now, IReadOnlyDictionary<string, HeldFact> held) => section.Fields
        .Select(field => LineOf(field, TextOf(field, handedIn), TextOf(field, now), held.GetValueOrDefault(field.Key)))
        .Where(line => line.Text.Length > 0 || line.HandedIn is { Length: > 0 });

    private static ReadLine LineOf(FormField field, string handedIn, string now, HeldFact? held) =>
        new(field.Key, field.Label, now, handedIn == now ? null : handedIn, held);
}
