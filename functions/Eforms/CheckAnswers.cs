using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Eforms.Answers;
using PublicAdmin.Eforms.Definitions;
using PublicAdmin.Eforms.Rules;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;
using PublicAdmin.Procedures;

namespace PublicAdmin.Eforms;

/// <summary>
/// POST /api/procedures/{code}/form: holds answers against the procedure's own form without filing them; a draft learns here what it still lacks.
/// </summary>
public sealed class CheckAnswers(FormBook forms, ProcedureCatalogue procedures, TimeProvider clock)
{
    [Function(nameof(CheckAnswers)), AllowedTo(Role.Citizen, Role.Clerk, Role.System), Accepts(typeof(AnswersForm))]
    [Answers(200, typeof(CheckedForm)), Refuses(typeof(HttpRefusals))]
    [Refuses(typeof(EformRefusals), nameof(EformRefusals.NoForm)), Refuses(typeof(ProcedureRefusals), nameof(ProcedureRefusals.Unknown))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/procedures/{code}/form")] HttpRequest request, string code, CancellationToken ct)
    {
        var read = await request.ReadAsync<AnswersForm>(ct);
        if (!read.Try(out var sent, out var refusal))
        {
            return refusal.ToProblem();
        }

        var made = Check(code, sent);
        return made.Try(out var answer, out refusal) ? TypedResults.Json(answer, OfficeJson.Options) : refusal.ToProblem();
    }

    private Result<CheckedForm> Check(string code, AnswersForm sent)
    {
        if (procedures.Find(code, clock.Today()) is not { } procedure)
        {
            return ProcedureRefusals.Unknown.With(code);
        }

        if (forms.Of(procedure.Code, clock.Today()) is not { } form)
        {
            return EformRefusals.NoForm.With(procedure.Code);
        }

        var verdict = forms.Check(form, sent.Answers, clock.Today(), sent.Case, OutsideValues.OfOffice(sent.Commune));
        return new CheckedForm(form.Id, form.Version, verdict.Errors, [.. verdict.Notes.Where(note => note.Level is not RuleLevel.Office)]);
    }
}

/// <param name="Answers">As a filing carries them; may be half filled in.</param>
/// <param name="Case">The case chosen.</param>
/// <param name="Commune">GSO code of the commune whose office will be competent; rules about it say nothing without it.</param>
public sealed record AnswersForm(JsonElement Answers, string? Case = null, string? Commune = null);

/// <param name="Errors">What keeps it from being filed now.</param>
/// <param name="Advice">What should be read before.</param>
public sealed record CheckedForm(string Form, string Version, IReadOnlyList<FormError> Errors, IReadOnlyList<FormNote> Advice);
