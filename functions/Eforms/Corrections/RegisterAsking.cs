using System.Text.Json;
using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Eforms.Rules;
using PublicAdmin.Procedures;

namespace PublicAdmin.Eforms.Corrections;

/// <summary>What the rules of a dossier's form ask registers; see <see cref="RegisterRules"/>.</summary>
internal sealed class RegisterAsking(FormBook forms, DossierStore dossiers)
{
    /// <summary>Results of this office that answer a question by themselves, by its matter.</summary>
    private static readonly Dictionary<string, string[]> IssuedHere = new()
    {
        ["civilStatus.currentMarriage"] = ["1.000894"],
        ["civilStatus.birth"] = ["1.001193", "1.004884"],
        ["socialProtection.disability"] = ["1.001699", "1.001653"],
    };

    public RegisterRules Lent => new(pin => QuestionsOf(pin).Count > 0, OfAsync);

    private async Task<IReadOnlyList<RegisterQuestion>> OfAsync(Dossier dossier, CancellationToken ct)
    {
        if (dossier.Form is not { } pin || QuestionsOf(pin) is not { Count: > 0 } asked || await dossiers.AnswersAsync(dossier, ct) is not { } filed)
        {
            return [];
        }

        return [.. asked.Select(one => Of(one, filed.Now)).OfType<RegisterQuestion>()];
    }

    // Nobody is asked about an answer that was left empty.
    private static RegisterQuestion? Of(FoundQuestion asked, JsonElement answers)
    {
        var values = asked.Keys.Select(key => answers.TryGetProperty(key, out var answer) ? Values.TextOf(answer) : null).ToList();
        if (values.Exists(string.IsNullOrEmpty))
        {
            return null;
        }

        var component = new Component(
            string.Join('.', values.Skip(1).Prepend(asked.Matter)), new(asked.Matter, asked.Matter), Required: false, ComponentForm.FromDatabase,
            Database: asked.Database, ResultOf: IssuedHere.GetValueOrDefault(asked.Matter));
        return new(asked.Name, component, values[0]!);
    }

    private IReadOnlyList<FoundQuestion> QuestionsOf(FormPin pin) => forms.Find(pin.Id, pin.Version) is { } form ? forms.Ready(form).Questions : [];
}
