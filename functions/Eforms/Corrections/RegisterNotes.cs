using System.Text.Json;
using System.Text.RegularExpressions;
using PublicAdmin.Dossiers;
using PublicAdmin.Eforms.Answers;
using PublicAdmin.Eforms.Prefill;
using PublicAdmin.Eforms.Rules;
using PublicAdmin.Platform;

namespace PublicAdmin.Eforms.Corrections;

/// <summary>
/// Rules that compare answers with what a register says of the applicant, or that ask whether one holds something: said to the office once it was asked.
/// </summary>
internal static partial class RegisterNotes
{
    /// <summary>Null where every such rule is kept, or the register was not asked.</summary>
    public static IReadOnlyList<FormNote>? Of(CompiledForm form, JsonElement answers, Dossier dossier, IReadOnlyList<Paper> papers)
    {
        var facts = papers.Select(paper => paper.Record).OfType<DatabaseRecord>().SelectMany(record => record.Facts).ToList();
        var asking = form.Rules.Where(rule => Asks(form, $"{rule.Rule.When}{rule.Rule.Check}")).ToDictionary(rule => $"{form.Definition.Id}.{rule.Rule.Id}");
        var known = (dossier.Form!.Asked ?? []).ToDictionary(answer => answer.Question, answer => answer.Found ? OutsideValues.Held : "");
        foreach (Match name in asking.Values.SelectMany(rule => Asked().Matches($"{rule.Rule.Check}")))
        {
            if (answers.TryGetProperty(name.Groups["key"].Value, out var number) && Values.TextOf(number) == dossier.Applicant.PersonalNumber
                && ValueOf(name.Groups["path"].Value, facts) is { } value)
            {
                known[name.Groups["name"].Value] = value;
            }
        }

        var day = DateOnly.FromDateTime(dossier.SubmittedAt.Here().DateTime);
        FormNote[] broken = known.Count is 0 ? []
            : [.. AnswerCheck.Check(form, answers, day, dossier.Form!.Case, new(known)).Notes.Where(note => asking.ContainsKey(note.Code))];
        return broken.Length > 0 ? broken : null;
    }

    private static bool Asks(CompiledForm form, string rule) =>
        Asked().IsMatch(rule) || form.Questions.Any(question => rule.Contains($"\"{question.Name}\"", StringComparison.Ordinal));

    private static string? ValueOf(string path, List<RecordFact> facts) => path switch
    {
        "maritalStatus" => facts.Find(fact => fact.Path == path) is { } status ? RegisterText.CodeIn("marital-statuses", status.Value) : null,
        "permanentResidence.commune" => facts.Find(fact => fact.Path is "permanentResidence" or "residence") is { } home
            ? RegisterText.CommuneIn(home.Value) : null,
        _ => null,
    };

    [GeneratedRegex("\"(?<name>population\\((?<key>[A-Za-z]+)\\)\\.(?<path>[A-Za-z.]+))\"")]
    private static partial Regex Asked();
}
