using System.Runtime.InteropServices;
using System.Text.Json;
using PublicAdmin.Dossiers;
using PublicAdmin.Eforms;
using PublicAdmin.Eforms.Answers;
using PublicAdmin.Eforms.Definitions;
using PublicAdmin.Eforms.Prefill;
using PublicAdmin.Eforms.Rules;
using PublicAdmin.Identity;
using PublicAdmin.Platform;

namespace PublicAdmin.Submission;

/// <summary>The e-form of a filing as it will be kept.</summary>
/// <param name="Json">The answers, UTF-8; null when none were sent.</param>
/// <param name="Pin">By which form they are read.</param>
/// <param name="Notes">What the filer should hear although it was taken.</param>
/// <param name="Files">Uploads that answers name.</param>
/// <param name="Fee">How many copies the form asks for: what the fee counts with unless the filing says otherwise.</param>
public sealed record CheckedAnswers(
    ReadOnlyMemory<byte>? Json = null,
    FormPin? Pin = null,
    IReadOnlyList<FormNote>? Notes = null,
    IReadOnlyList<AnsweredFile>? Files = null,
    FeeFactsForm? Fee = null);

/// <summary>Holds the e-form of a filing against the procedure's own form of the day; the same for a citizen, a clerk and a portal.</summary>
internal static class FilingAnswers
{
    private const string Copies = "copies";

    /// <param name="commune">Of the competent agency; null when nobody knows it yet.</param>
    public static Result<CheckedAnswers> Check(FilingForm filing, string procedure, FormBook forms, DateOnly today, Caller caller, string? commune)
    {
        if (filing.Form is not { ValueKind: not (JsonValueKind.Null or JsonValueKind.Undefined) } sent)
        {
            return new CheckedAnswers();
        }

        if (forms.Of(procedure, today) is not { } form)
        {
            return new CheckedAnswers(JsonMarshal.GetRawUtf8Value(sent).ToArray());
        }

        if (Outdated(filing, form) is { } refusal)
        {
            return refusal;
        }

        var ready = forms.Ready(form);
        var asked = ready.AsksTheOffice ? commune : null;
        var sheet = new AnswerSheet(ready.Table, today, filing.FormCase, OutsideValues.OfOffice(asked));
        var verdict = AnswerCheck.Check(ready, sent, sheet);
        if (verdict.Errors is [var first, ..])
        {
            return SubmissionRefusals.FormInvalid.At(first.Field, verdict.Errors.Count).Knowing("errors", verdict.Errors);
        }

        var pin = new FormPin(form.Id, form.Version, filing.FormCase, Held: AccountFacts.Otherwise(ready, sheet, caller), Commune: asked);
        return new CheckedAnswers(
            verdict.Kept, pin, ForTheFiler(verdict.Notes), AnsweredFiles.Of(ready, verdict.Kept!.Value), FeeOf(sheet));
    }

    private static FeeFactsForm? FeeOf(AnswerSheet sheet) =>
        sheet.At(Copies) is { ValueKind: JsonValueKind.Number } copies && copies.TryGetInt32(out var count) ? new FeeFactsForm(count) : null;

    private static Refusal? Outdated(FilingForm filing, FormDefinition form) =>
        filing.FormVersion is { } version && version != form.Version ? SubmissionRefusals.FormOutdated.At("formVersion", version, form.Version)
        : filing.FormCase is { } one && !form.Cases.Any(known => known.Id == one) ? EformRefusals.CaseUnknown.At("formCase", one)
        : null;

    // What only the officer sees after look-ups is not for the filer.
    private static IReadOnlyList<FormNote>? ForTheFiler(IReadOnlyList<FormNote> notes) =>
        notes.Count > 0 && notes.Where(note => note.Level is not RuleLevel.Office).ToArray() is { Length: > 0 } some ? some : null;
}
