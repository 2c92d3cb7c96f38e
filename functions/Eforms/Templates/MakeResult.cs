using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Forms.Results;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Eforms.Templates;

/// <summary>POST /api/dossiers/{code}/result-content: makes the result from the dossier's form, ready to be proposed.</summary>
public sealed class MakeResult(DossierReader reader, DossierStore dossiers, FormBook forms, KeyedHashes hashes)
{
    [Function(nameof(MakeResult)), AllowedTo(Role.Officer, Role.Leader), Accepts(typeof(ResultWanted))]
    [Answers(200, typeof(ResultDraft)), Refuses(typeof(DossierRefusals), nameof(DossierRefusals.NotFound), nameof(DossierRefusals.AuthorityUnproven))]
    [Refuses(typeof(EformRefusals), nameof(EformRefusals.NothingFilledIn), nameof(EformRefusals.TemplateUnknown)), Refuses(typeof(HttpRefusals))]
    [Refuses(typeof(ResultContentRefusals), nameof(ResultContentRefusals.MadeElsewhere))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/dossiers/{code}/result-content")] HttpRequest request, string code,
        CancellationToken ct)
    {
        var read = await request.ReadAsync<ResultWanted>(ct);
        if (!read.Try(out var wanted, out var refusal))
        {
            return refusal.ToProblem();
        }

        var opened = await reader.OpenAsync(code, request.Caller(), "result-content", ct);
        if (!opened.Try(out var stored, out refusal))
        {
            return refusal.ToProblem();
        }

        var made = await MakeAsync(stored.Dossier, wanted, ct);
        return made.Try(out var draft, out refusal) ? TypedResults.Json(draft, OfficeJson.Options) : refusal.ToProblem();
    }

    private async Task<Result<ResultDraft>> MakeAsync(Dossier dossier, ResultWanted wanted, CancellationToken ct)
    {
        if (ResultTemplate.Of(dossier.Procedure.Code).FirstOrDefault(template => wanted.Template is null || template.Id == wanted.Template) is not { } template)
        {
            return EformRefusals.TemplateUnknown.At("template", wanted.Template);
        }

        if (template.Elsewhere)
        {
            return ResultContentRefusals.MadeElsewhere.At("template", template.Name.ToText());
        }

        if (dossier.Form is not { } pin || forms.Find(pin.Id, pin.Version) is not { } form || await dossiers.AnswersAsync(dossier, ct) is not { } filed)
        {
            return EformRefusals.NothingFilledIn.With(dossier.Code);
        }

        var given = wanted.Given ?? new Dictionary<string, string>();
        return ResultMaker.Make(template, form, filed.Now, given, dossier.AnswersMark(), hashes);
    }
}

/// <summary>Which result, and what the officer gives.</summary>
/// <param name="Template">One of GET /api/procedures/{code}/results; its first unless said.</param>
/// <param name="Given">By key of the line: number of a register, decision, grounds.</param>
public sealed record ResultWanted(string? Template = null, IReadOnlyDictionary<string, string>? Given = null);
