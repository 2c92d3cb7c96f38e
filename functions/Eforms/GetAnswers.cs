using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Eforms.Definitions;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Eforms;

/// <summary>GET /api/dossiers/{code}/answers: the e-form as the citizen handed it in, with the version of the form it is read by.</summary>
public sealed class GetAnswers(DossierReader reader, DossierStore dossiers, FormBook forms)
{
    [Function(nameof(GetAnswers))]
    [AllowedTo(Role.Citizen, Role.System, Role.Clerk, Role.Officer, Role.Leader, Role.Registrar, Role.Supervisor, Role.Auditor)]
    [Answers(200, typeof(DossierAnswers)), Refuses(typeof(DossierRefusals), nameof(DossierRefusals.NotFound), nameof(DossierRefusals.AuthorityUnproven))]
    [Refuses(typeof(EformRefusals), nameof(EformRefusals.NothingFilledIn))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/dossiers/{code}/answers")] HttpRequest request, string code,
        CancellationToken ct)
    {
        var opened = await reader.OpenAsync(code, request.Caller(), "answers", ct);
        if (!opened.Try(out var stored, out var refusal))
        {
            return refusal.ToProblem();
        }

        return await dossiers.FormAsync(stored.Dossier.Code, ct) is { } text
            ? TypedResults.Json(DossierAnswers.Of(stored.Dossier, FormOf(stored.Dossier), JsonElement.Parse(text), request.Caller()), OfficeJson.Options)
            : EformRefusals.NothingFilledIn.With(code).ToProblem();
    }

    private FormDefinition? FormOf(Dossier dossier) => dossier.Form is { } pin ? forms.Find(pin.Id, pin.Version) : null;
}

/// <summary>What was filled in.</summary>
/// <param name="Form">By which form it is read; null for free text filed before the procedure had a form of its own.</param>
/// <param name="Sections">The same in words, by the sections of the form; null without one.</param>
/// <param name="Withheld">Keys of sensitive answers the caller does not see: they are for the officer in charge.</param>
public sealed record DossierAnswers(
    string Code, FormPin? Form, FormDefinition? Definition, JsonElement Answers, IReadOnlyList<string>? Withheld = null,
    IReadOnlyList<ReadSection>? Sections = null)
{
    internal static DossierAnswers Of(Dossier dossier, FormDefinition? form, JsonElement answers, Caller reader)
    {
        string[] withheld = MaySeeAll(dossier, reader) ? [] : [.. form?.Fields.Where(field => field.Sensitive).Select(field => field.Key) ?? []];
        var shown = withheld.Length is 0
            ? answers
            : JsonSerializer.SerializeToElement(
                answers.EnumerateObject().Where(answer => !withheld.Contains(answer.Name)).ToDictionary(one => one.Name, one => one.Value));
        return new(dossier.Code.ToString(), dossier.Form, form, shown, withheld.Length is 0 ? null : withheld,
            form is null ? null : AnswerReading.Of(form, shown));
    }

    private static bool MaySeeAll(Dossier dossier, Caller reader) =>
        reader.Kind is not CallerKind.Staff || reader.Has(Role.Officer, dossier.Holding) || reader.Has(Role.Leader, dossier.Holding);
}
