using System.Text.Json;
using PublicAdmin.Dossiers;
using PublicAdmin.Eforms.Prefill;
using PublicAdmin.Eforms.Rules;
using PublicAdmin.Eforms.Templates;
using PublicAdmin.Platform;

namespace PublicAdmin.Eforms.Corrections;

/// <summary>
/// Đối chiếu với cơ sở dữ liệu: holds the answers against what the filer's account and the results used again vouched for, and what registers said of the
/// applicant. Of anybody else no register was asked.
/// </summary>
internal static class RegisterFacts
{
    private const string Account = "Tài khoản định danh điện tử (VNeID)";

    /// <summary>Where an answer and a register differ, by key: what the register holds.</summary>
    public static IReadOnlyDictionary<string, HeldFact> Of(CompiledForm form, JsonElement answers, Dossier dossier, IReadOnlyList<Paper> papers)
    {
        var facts = papers.Select(paper => paper.Record).OfType<DatabaseRecord>()
            .SelectMany(record => record.Facts.Where(fact => fact.Path is not null).Select(fact => (Record: record, Fact: fact))).ToList();
        var held = new Dictionary<string, HeldFact>();
        foreach (var field in form.Fields)
        {
            var (key, said) = (field.Field.Key, AnswerReading.TextOf(field.Field, answers));
            if (said.Length > 0 && dossier.Form?.Held?.FirstOrDefault(one => one.Field == key) is { } account && !Agree(said, account.Text))
            {
                held[key] = new(account.Text, account.Source ?? Account, account.Reference);
            }

            var paths = PathsOf(field, answers, dossier.Applicant.PersonalNumber).ToList();
            if (said.Length > 0 && facts.FirstOrDefault(one => paths.Contains(one.Fact.Path!)) is { Fact: not null } found && !Agree(said, found.Fact.Value)
                && !(RegisterText.Read(field, found.Fact.Value, found.Fact.Path!) is { } meant && Agree(said, AnswerText.Of(field.Field, meant))))
            {
                held[key] = new(found.Fact.Value, found.Record.Source, found.Record.Reference, found.Record.At.Here());
            }
        }

        return held;
    }

    // population(motherPersonalNumber).fullName names the applicant where that number is the applicant's; filer.fullName where the requester is.
    private static IEnumerable<string> PathsOf(CompiledField field, JsonElement answers, string applicant) => field.Sources
        .Where(source => !source.IsSuggestion && source.PersonKey is { } key && answers.TryGetProperty(key, out var number)
            && Values.TextOf(number) == applicant)
        .Select(source => source.Path);

    // A year or a month alone agrees with a day in it.
    private static bool Agree(string said, string held) => SameWords.Are(said, held) || held.EndsWith($"/{said}", StringComparison.Ordinal);
}
