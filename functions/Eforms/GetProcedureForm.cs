using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Eforms.Definitions;
using PublicAdmin.Eforms.Schemas;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;
using PublicAdmin.Procedures;

namespace PublicAdmin.Eforms;

/// <summary>GET /api/procedures/{code}/form: the procedure's own form as data, and the JSON Schema of its answers.</summary>
public sealed class GetProcedureForm(FormBook forms, ProcedureCatalogue procedures, KeptAnswers answers, TimeProvider clock)
{
    [Function(nameof(GetProcedureForm)), AllowedTo(Role.Anyone), Answers(200, typeof(ProcedureForm)), Answers(304)]
    [Refuses(typeof(EformRefusals), nameof(EformRefusals.NoForm), nameof(EformRefusals.CaseUnknown))]
    [Refuses(typeof(ProcedureRefusals), nameof(ProcedureRefusals.Unknown)), Refuses(typeof(HttpRefusals), nameof(HttpRefusals.QueryInvalid))]
    [Reads("case", "Id of the case (trường hợp): its answers are fixed in the schema.")]
    [Reads("day", "The day of filing, yyyy-MM-dd; today unless said.")]
    public IResult Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/procedures/{code}/form")] HttpRequest request, string code) =>
        answers.Of(request, forms.State, () => Make(request, code));

    private IResult Make(HttpRequest request, string code)
    {
        if (request.Read("day", out DateOnly? asked) is { } refusal)
        {
            return refusal.ToProblem();
        }

        var day = asked ?? clock.Today();
        return procedures.Find(code, day) is { } procedure ? Make(request, procedure, day) : ProcedureRefusals.Unknown.With(code).ToProblem();
    }

    private IResult Make(HttpRequest request, ProcedureVersion procedure, DateOnly day)
    {
        if (forms.Of(procedure.Code, day) is not { } form)
        {
            return EformRefusals.NoForm.With(procedure.Code).ToProblem();
        }

        var wanted = request.Query["case"].ToString();
        var one = form.Cases.FirstOrDefault(one => one.Id == wanted);
        return one is null && wanted.Length > 0
            ? EformRefusals.CaseUnknown.At("case", wanted).ToProblem()
            : TaggedJson.Public(new ProcedureForm(
                procedure.Code, form, AnswerSchema.Of(forms.Ready(form), one), FormParts.ListsOf(form), FormParts.CompositesOf(form), one?.Id));
    }
}

/// <param name="Definition">Sections, fields, labels, conditions and rules.</param>
/// <param name="Schema">JSON Schema 2020-12 of the answers.</param>
/// <param name="Lists">Code lists it chooses from: GET /api/lists/{id}.</param>
/// <param name="Composites">The parts of each composite type the form uses, such as address.</param>
/// <param name="Case">The case asked for.</param>
public sealed record ProcedureForm(
    string Procedure,
    FormDefinition Definition,
    JsonElement Schema,
    IReadOnlyList<string> Lists,
    IReadOnlyDictionary<FieldType, FormField[]> Composites,
    string? Case = null);
