using System.Text.Json;
using PublicAdmin.Eforms.Definitions;
using PublicAdmin.Eforms.Rules;

namespace PublicAdmin.Eforms.Answers;

/// <summary>Holds answers against the form they belong to: the truth, of which what the pages say beforehand is only the comfort.</summary>
internal static class AnswerCheck
{
    /// <param name="form">The form of the day, or the one a dossier keeps.</param>
    /// <param name="answers">A JSON object.</param>
    /// <param name="today">The day of filing, in Vietnam.</param>
    /// <param name="formCase">The case chosen; null for none.</param>
    /// <param name="outside">What rules ask for besides the answers.</param>
    public static FormVerdict Check(CompiledForm form, JsonElement answers, DateOnly today, string? formCase, OutsideValues? outside = null) =>
        Check(form, answers, new AnswerSheet(form.Table, today, formCase, outside));

    /// <param name="sheet">Empty; afterwards what somebody filling in the form sees.</param>
    public static FormVerdict Check(CompiledForm form, JsonElement answers, AnswerSheet sheet)
    {
        var errors = new List<FormError>();
        if (answers.ValueKind is not JsonValueKind.Object)
        {
            return new([FormError.Of(AnswerRefusals.WrongKind.At("form", form.Definition.Name.ToText()))], [], null);
        }

        errors.AddRange(sheet.Fill(answers).Select(name => FormError.Of(AnswerRefusals.Unknown.At($"form.{name}", name))));
        var shown = Shown(form, sheet);
        Shapes(form, sheet, shown, errors);
        Cases(form, sheet, errors);
        var notes = Rules(form, new RuleScope(sheet), errors);
        return new(errors, notes, errors.Count > 0 ? null : CleanAnswers.Write(form, sheet, shown));
    }

    /// <summary>Which rules certainly are broken, of whatever level: what the shared vectors are held against.</summary>
    public static IEnumerable<string> BrokenRules(CompiledForm form, JsonElement answers, DateOnly today, OutsideValues? outside = null)
    {
        var sheet = new AnswerSheet(form.Table, today, null, outside);
        sheet.Fill(answers);
        return form.Rules.Where(rule => rule.IsBroken(new RuleScope(sheet))).Select(rule => rule.Rule.Id);
    }

    /// <summary>What somebody filling in the form sees: the answers without what is hidden, and which fields are shown, by their places.</summary>
    public static (AnswerSheet Sheet, IReadOnlyList<bool> Shown) Seen(CompiledForm form, JsonElement answers, DateOnly today, string? formCase)
    {
        var sheet = new AnswerSheet(form.Table, today, formCase);
        sheet.Fill(answers);
        return (sheet, Shown(form, sheet));
    }

    // What is hidden reads as empty for everything that depends on it, so nobody is asked because of an answer nobody sees.
    private static bool[] Shown(CompiledForm form, AnswerSheet sheet)
    {
        var shown = new bool[form.Table.Count];
        foreach (var place in form.Order)
        {
            shown[place] = form.Fields[place].IsShown(new RuleScope(sheet));
            if (!shown[place] || form.Fields[place].Computed is not null)
            {
                sheet[place] = default;
            }
        }

        return shown;
    }

    private static void Shapes(CompiledForm form, AnswerSheet sheet, bool[] shown, List<FormError> errors)
    {
        var check = new ShapeCheck(errors);
        for (var place = 0; place < shown.Length; place++)
        {
            if (shown[place] && form.Fields[place].Computed is null)
            {
                check.Check(form.Paths[place], form.Fields[place], sheet[place], new RuleScope(sheet));
            }
        }
    }

    private static void Cases(CompiledForm form, AnswerSheet sheet, List<FormError> errors)
    {
        if (sheet.Case is not { } formCase || form.Definition.Cases.FirstOrDefault(one => one.Id == formCase)?.Answers is not { } answers)
        {
            return;
        }

        foreach (var (key, wanted) in answers)
        {
            if (form.Table.TryGet(key, out var place, out var field) && !Same(sheet[place], wanted))
            {
                errors.Add(FormError.Of(AnswerRefusals.Case.At($"form.{key}", field.Label.ToText())));
            }
        }
    }

    private static bool Same(JsonElement given, JsonElement wanted) => given.ValueKind is not JsonValueKind.Undefined && JsonElement.DeepEquals(given, wanted);

    private static List<FormNote> Rules(CompiledForm form, RuleScope scope, List<FormError> errors)
    {
        var notes = new List<FormNote>();
        foreach (var compiled in form.Rules)
        {
            if (!compiled.IsBroken(scope))
            {
                continue;
            }

            var rule = compiled.Rule;
            var code = $"{form.Definition.Id}.{rule.Id}";
            if (rule.Level is RuleLevel.Block)
            {
                errors.Add(new($"form.{rule.At[0]}", code, rule.Message.ToText()));
            }
            else
            {
                notes.Add(new(code, rule.Level, [.. rule.At.Select(at => $"form.{at}")], rule.Message.ToText(), rule.Law));
            }
        }

        return notes;
    }
}
