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
/// <param name="Text">The answers, JSON; null when none were sent.</param>
/// <param name="Pin">By which form they are read.</param>
/// <param name="Notes">What the filer should hear although it was taken.</param>
/// <param name="Files">Uploads that answers name.</param>
public sealed record CheckedAnswers(
    string? Text = null, FormPin? Pin = null, IReadOnlyList<FormNote>? Notes = null, IReadOnlyList<AnsweredFile>? Files = null)
{
    private const string Copies = "copies";

    /// <summary>How many copies the form asks for: what the fee counts with unless the filing says otherwise.</summary>
    public FeeFactsForm? Fee
    {
        get
        {
            if (Text is null || Pin is null)
            {
                return null;
            }

            using var answers = JsonDocument.Parse(Text);
            return answers.RootElement.TryGetProperty(Copies, out var copies) && copies.TryGetInt32(out var count) ? new FeeFactsForm(count) : null;
        }
    }
}

/// <summary>Holds the e-form of a filing against the procedure's own form of the day; the same for a citizen, a clerk and a portal.</summary>
internal static class FilingAnswers
{
    /// <param name="commune">Of the competent agency; null when nobody knows it yet.</param>
    public static Result<CheckedAnswers> Check(FilingForm filing, string procedure, FormBook forms, DateOnly today, Caller caller, string? commune)
    {
        if (FilingRules.FormText(filing.Form) is not { } text)
        {
            return new CheckedAnswers();
        }

        if (forms.Of(procedure, today) is not { } form)
        {
            return new CheckedAnswers(text);
        }

        if (Outdated(filing, form) is { } refusal)
        {
            return refusal;
        }

        var verdict = forms.Check(form, filing.Form!.Value, today, filing.FormCase, OutsideValues.OfOffice(commune));
        if (verdict.Errors is [var first, ..])
        {
            return SubmissionRefusals.FormInvalid.At(first.Field, verdict.Errors.Count).Knowing("errors", verdict.Errors);
        }

        var ready = forms.Ready(form);
        var held = AccountFacts.Otherwise(ready, verdict.Answers!, today, filing.FormCase, caller);
        return new CheckedAnswers(
            verdict.Answers, new FormPin(form.Id, form.Version, filing.FormCase, Held: held, Commune: ready.AsksTheOffice ? commune : null),
            ForTheFiler(verdict.Notes), AnsweredFiles.Of(form, verdict.Answers!));
    }

    private static Refusal? Outdated(FilingForm filing, FormDefinition form) =>
        filing.FormVersion is { } version && version != form.Version ? SubmissionRefusals.FormOutdated.At("formVersion", version, form.Version)
        : filing.FormCase is { } one && !form.Cases.Any(known => known.Id == one) ? EformRefusals.CaseUnknown.At("formCase", one)
        : null;

    // What only the officer sees after look-ups is not for the filer.
    private static IReadOnlyList<FormNote>? ForTheFiler(IReadOnlyList<FormNote> notes) =>
        notes.Where(note => note.Level is not RuleLevel.Office).ToArray() is { Length: > 0 } some ? some : null;
}
