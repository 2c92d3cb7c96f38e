using System.Text.Json;
using System.Text.RegularExpressions;
using PublicAdmin.Dossiers;
using PublicAdmin.Eforms.Definitions;
using PublicAdmin.Eforms.Rules;
using PublicAdmin.Platform;

namespace PublicAdmin.Eforms.Corrections;

/// <summary>
/// Đối chiếu với cơ sở dữ liệu: holds the answers against what the filer's account vouched for and what registers said of the applicant. Of anybody else no
/// register was asked.
/// </summary>
internal static partial class RegisterFacts
{
    private const string RequesterNumber = "requesterPersonalNumber";

    private const string Account = "Tài khoản định danh điện tử (VNeID)";

    /// <summary>Where an answer and a register differ, by key: what the register holds.</summary>
    public static IReadOnlyDictionary<string, HeldFact> Of(FormDefinition form, JsonElement answers, Dossier dossier, IReadOnlyList<Paper> papers)
    {
        var facts = papers.Select(paper => paper.Record).OfType<DatabaseRecord>()
            .SelectMany(record => record.Facts.Where(fact => fact.Path is not null).Select(fact => (Record: record, Fact: fact))).ToList();
        var held = new Dictionary<string, HeldFact>();
        foreach (var field in form.Fields)
        {
            var said = AnswerReading.TextOf(field, answers);
            if (said.Length > 0 && dossier.Form?.Held?.FirstOrDefault(one => one.Field == field.Key) is { } account && !Agree(said, account.Text))
            {
                held[field.Key] = new(account.Text, Account);
            }

            var paths = PathsOf(field, answers, dossier.Applicant.PersonalNumber).ToList();
            if (said.Length > 0 && facts.FirstOrDefault(one => paths.Contains(one.Fact.Path!)) is { Fact: not null } found && !Agree(said, found.Fact.Value))
            {
                held[field.Key] = new(found.Fact.Value, found.Record.Source, found.Record.Reference, found.Record.At.Here());
            }
        }

        return held;
    }

    // population(motherPersonalNumber).fullName names the applicant where that number is the applicant's; filer.fullName where the requester is.
    private static IEnumerable<string> PathsOf(FormField field, JsonElement answers, string applicant) =>
        from source in field.Prefill.Select(SourceOf).OfType<string>()
        let match = Source().Match(source)
        where match.Success
        let number = match.Groups["key"].Success ? match.Groups["key"].Value : RequesterNumber
        where answers.TryGetProperty(number, out var value) && Values.TextOf(value) == applicant
        select match.Groups["path"].Value;

    private static string? SourceOf(JsonElement source) =>
        source.ValueKind is JsonValueKind.Object ? source.TryGetProperty("from", out var from) ? Values.TextOf(from) : null : Values.TextOf(source);

    // A year or a month alone agrees with a day in it.
    private static bool Agree(string said, string held) => SameWords.Are(said, held) || held.EndsWith($"/{said}", StringComparison.Ordinal);

    [GeneratedRegex(@"^(population\((?<key>\w+)\)|filer)\.(?<path>\w+)\z")]
    private static partial Regex Source();
}
