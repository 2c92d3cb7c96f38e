using System.Globalization;
using System.Text.Json;
using PublicAdmin.Eforms.Definitions;
using PublicAdmin.Forms.Results;
using PublicAdmin.Platform;

namespace PublicAdmin.Eforms.Templates;

/// <summary>A result made from a dossier's form.</summary>
/// <param name="Content">To be proposed as it is, once nothing is missing.</param>
/// <param name="Missing">What the officer still has to give.</param>
public sealed record ResultDraft(ResultContent Content, IReadOnlyList<MissingLine> Missing);

/// <param name="From">Where the officer finds it: register, population, council …</param>
public sealed record MissingLine(string Key, Label Label, string From);

/// <summary>Makes results from data: what the citizen filled in is taken over, the officer gives only the officer's.</summary>
internal static class ResultMaker
{
    private const string NotFilledIn = "…";

    /// <param name="given">The officer's values by key.</param>
    /// <param name="dossier">What it is bound to, see <see cref="Dossiers.AnswerDecisions.AnswersMark"/>.</param>
    public static ResultDraft Make(
        ResultTemplate template, FormDefinition form, JsonElement answers, IReadOnlyDictionary<string, string> given, string dossier, KeyedHashes hashes)
    {
        var lines = new List<FormResultLine>();
        var missing = new List<MissingLine>();
        foreach (var field in template.Fields)
        {
            var said = FromForm(field, form, answers) ?? Fixed(field) ?? Captions(field);
            var value = said ?? given.GetValueOrDefault(field.Key, "").Trim();
            if (said is null && value.Length is 0 && !field.IsOptional)
            {
                missing.Add(new(field.Key, field.Label, field.From.Keys.First()));
            }

            if (value.Length > 0 || !field.IsOptional)
            {
                lines.Add(new(field.Key, field.Label.Vi, Printed(field, value), said is null, field.Beside, BoxOf(field)));
            }
        }

        var content = new FormResult(template.Id, template.Name.Vi, lines, "");
        return new(content with { Proof = FormResultProof.Of(content, dossier, hashes) }, missing);
    }

    private static string Printed(TemplateField field, string value) => field.Uppercase ? value.ToUpper(CultureInfo.GetCultureInfo("vi-VN")) : value;

    // Null when the form does not say: it is the officer's then.
    private static string? FromForm(TemplateField field, FormDefinition form, JsonElement answers)
    {
        if (!field.From.TryGetValue("form", out var named) || form.Fields.FirstOrDefault(one => one.Key == named.GetString()) is not { } source)
        {
            return null;
        }

        var answer = answers.TryGetProperty(source.Key, out var value) ? value : default;
        var text = InnerOf(field, source) is { } inner ? Parts(inner, answer) : Joined(AnswerText.Entries(source, answer));
        var more = field.More.Select(part => PartOf(part, form, answers)).Where(said => said.Length > 0);
        return text.Length is 0 ? NotFilledIn : string.Join(", ", [field.YearOnly ? text.Split('/')[^1] : text, .. more]);
    }

    private static string PartOf(TemplatePart part, FormDefinition form, JsonElement answers) =>
        form.Fields.FirstOrDefault(one => one.Key == part.Form) is { } source && answers.TryGetProperty(source.Key, out var value)
        && AnswerText.Of(source, value) is { Length: > 0 } said ? part.Vi.Replace("{0}", said, StringComparison.Ordinal) : "";

    // "of": "changes.from" is one column of a list.
    private static FormField? InnerOf(TemplateField field, FormField source) =>
        field.From.TryGetValue("of", out var part) && part.GetString()!.Split('.') is [_, var key] ? source.Fields.FirstOrDefault(one => one.Key == key) : null;

    private static string Parts(FormField part, JsonElement list) => list.ValueKind is JsonValueKind.Array
        ? Joined(list.EnumerateArray().Select(entry => entry.TryGetProperty(part.Key, out var value) ? AnswerText.Of(part, value) : NotFilledIn))
        : "";

    private static string? Fixed(TemplateField field) => field.From.TryGetValue("fixed", out var words) ? words.ToString() : null;

    private static string? Captions(TemplateField field) => field.Box is { } box ? Joined(box.Captions) : null;

    private static FormResultBox? BoxOf(TemplateField field) => field.Box is { } box ? new(box.Height, box.Width) : null;

    // Each entry of a list on a line of its own.
    private static string Joined(IEnumerable<string> entries) => string.Join('\n', entries);
}
