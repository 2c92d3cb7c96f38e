using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Eforms.Answers;
using PublicAdmin.Eforms.Rules;
using PublicAdmin.Eforms.Templates;
using PublicAdmin.Identity;
using PublicAdmin.Platform;

namespace PublicAdmin.Eforms.Prefill;

/// <summary>An earlier result a form was filled in from, as <see cref="ReadResult"/> named it.</summary>
public sealed record ReusedResult(string Dossier, string Proof);

/// <summary>
/// Kết quả được dùng lại: what results say goes into a form as a proposal; where the citizen then answers otherwise, the office is told what the result says.
/// </summary>
public sealed class ReusedResults(FormBook forms, DossierStore dossiers, IssuedFacts issued, KeyedHashes hashes)
{
    /// <summary>So many go into one form.</summary>
    public const int Most = 5;

    private const string Purpose = "reused-result";

    internal ReadResult ProofOf(ResultFacts result, Caller caller) =>
        new(result.Dossier.ToString(), result.Number, result.On, result.Agency, hashes.Of(Purpose, $"{caller.Id}\n{result.Dossier}"));

    internal KnownFacts FactsOf(ResultFacts result) =>
        forms.Find(result.Form, result.Version) is { } form ? FactReader.OfResult(forms.Ready(form), result) : KnownFacts.None;

    /// <summary>Adds to a pin which results were used again, and where the answers say otherwise.</summary>
    /// <param name="answers">As they are kept, UTF-8.</param>
    /// <param name="used">As they were sent.</param>
    public async Task<Result<FormPin>> NoteAsync(
        FormPin pin, ReadOnlyMemory<byte> answers, DateOnly today, IReadOnlyList<ReusedResult> used, Caller caller, CancellationToken ct)
    {
        if (used.Count > Most || used.Any(one => !IsProven(one, caller)))
        {
            return EformRefusals.ResultUnproven.At("results");
        }

        var known = KnownFacts.None;
        foreach (var one in used)
        {
            var dossier = DossierCode.TryParse(one.Dossier, out var code) ? (await dossiers.FindAsync(code, ct))?.Dossier : null;
            if (dossier is null || await issued(dossier, ct) is not { } result)
            {
                return KnownRefusals.ResultUnusable.At("results"); // Revoked meanwhile.
            }

            known = known.And(FactsOf(result));
        }

        HeldAnswer[] held = [.. pin.Held ?? [], .. Otherwise(forms.Ready(forms.Find(pin.Id, pin.Version)!), answers, today, pin.Case, known)];
        return pin with { Held = held.Length > 0 ? held : null, Reused = [.. used.Select(one => one.Dossier)] };
    }

    private static IEnumerable<HeldAnswer> Otherwise(CompiledForm form, ReadOnlyMemory<byte> answers, DateOnly today, string? formCase, KnownFacts known)
    {
        var json = JsonElement.Parse(answers.Span);
        var scope = new RuleScope(AnswerCheck.Seen(form, json, today, formCase).Sheet);
        foreach (var field in form.Fields.Where(field => json.TryGetProperty(field.Field.Key, out _)))
        {
            var said = AnswerText.Of(field.Field, json.GetProperty(field.Field.Key));
            var knows = field.Sources.Where(source => !source.IsSuggestion && source.IsNow(scope))
                .SelectMany(source => PrefillMaker.OfSource(field, source, null, known)).FirstOrDefault(value => IsOf(value, json));
            if (knows is not null && AnswerText.Of(field.Field, knows.Value) is var text && !SameWords.Are(text, said))
            {
                yield return new(field.Field.Key, text, knows.Register, knows.Reference);
            }
        }
    }

    private static bool IsOf(PrefilledValue value, JsonElement answers) =>
        (value.If ?? []).All(one => answers.TryGetProperty(one.Field, out var number) && Values.TextOf(number) == one.Number);

    private bool IsProven(ReusedResult one, Caller caller) => CryptographicOperations.FixedTimeEquals(
        Encoding.UTF8.GetBytes(hashes.Of(Purpose, $"{caller.Id}\n{one.Dossier}")), Encoding.UTF8.GetBytes(one.Proof));
}
