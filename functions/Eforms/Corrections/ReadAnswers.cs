using System.Text.Json;
using PublicAdmin.Dossiers;
using PublicAdmin.Eforms.Answers;
using PublicAdmin.Eforms.Definitions;
using PublicAdmin.Eforms.Templates;
using PublicAdmin.Platform;

namespace PublicAdmin.Eforms.Corrections;

/// <summary>One correction, for whoever may read the dossier.</summary>
/// <param name="As">In which capacity; who by name stands in the event.</param>
public sealed record CorrectionView(DateTimeOffset At, string As, string? Office, string Reason, IReadOnlyList<CorrectedLine> Lines);

/// <param name="Before">In words; empty for nothing.</param>
/// <param name="After">In words; empty for what was taken away.</param>
public sealed record CorrectedLine(string Key, Label Label, string Before, string After);

/// <summary>A dossier's answers as far as one reader sees them.</summary>
/// <param name="Form">By which they are read; null for free text.</param>
/// <param name="SeesAll">Also what is for the officer in charge only.</param>
internal sealed record ReadAnswers(FormDefinition? Form, FiledAnswers Filed, bool SeesAll)
{
    /// <summary>What registers hold instead, by key.</summary>
    public IReadOnlyDictionary<string, HeldFact> Held { get; init; } = new Dictionary<string, HeldFact>();

    /// <summary>Rules that do not go with what a register says.</summary>
    public IReadOnlyList<FormNote>? Notes { get; init; }

    public IReadOnlyList<string> Withheld { get; } = SeesAll ? [] : [.. Form?.Fields.Where(field => field.Sensitive).Select(field => field.Key) ?? []];

    public JsonElement HandedIn => Shown(Filed.HandedIn);

    public JsonElement Now => Shown(Filed.Now);

    public IReadOnlyList<ReadSection>? Sections => Form is null ? null : AnswerReading.Of(Form, HandedIn, Now, Held);

    public IReadOnlyList<CorrectionView>? Corrections => Form is null || Filed.Corrections.Count is 0 ? null : [.. Filed.Corrections.Select(ViewOf)];

    private JsonElement Shown(JsonElement answers) => Withheld.Count is 0 ? answers : JsonSerializer.SerializeToElement(
        answers.EnumerateObject().Where(answer => !Withheld.Contains(answer.Name)).ToDictionary(one => one.Name, one => one.Value));

    private CorrectionView ViewOf(AnswersCorrected corrected) => new(
        corrected.Stamp.At.Here(), corrected.Stamp.As, corrected.Stamp.Office, corrected.Reason,
        [.. corrected.Corrections.Where(one => !Withheld.Contains(one.Field)).Select(LineOf).OfType<CorrectedLine>()]);

    private CorrectedLine? LineOf(AnswerCorrection one) => Form!.Fields.FirstOrDefault(field => field.Key == one.Field) is { } field
        ? new(field.Key, field.Label, TextOf(field, one.Before), TextOf(field, one.After))
        : null;

    private static string TextOf(FormField field, JsonElement? answer) => answer is { } value ? AnswerText.Of(field, value) : "";
}
