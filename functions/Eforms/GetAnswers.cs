using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Eforms.Answers;
using PublicAdmin.Eforms.Corrections;
using PublicAdmin.Eforms.Definitions;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Eforms;

/// <summary>GET /api/dossiers/{code}/answers: the e-form as the citizen handed it in, with the version of the form it is read by.</summary>
public sealed class GetAnswers(DossierReader reader, DossierStore dossiers, FormBook forms)
{
    [Function(nameof(GetAnswers))]
    [AllowedTo(RoleSet.PaperReaders)]
    [Answers(200, typeof(AnswersView)), Refuses(typeof(DossierRefusals), nameof(DossierRefusals.NotFound), nameof(DossierRefusals.AuthorityUnproven))]
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

        if (await dossiers.AnswersAsync(stored.Dossier, ct) is not { } filed)
        {
            return EformRefusals.NothingFilledIn.With(code).ToProblem();
        }

        var read = await ReadAsync(stored.Dossier, await WithinAsync(stored.Dossier, filed, ct), request.Caller(), ct);
        return TypedResults.Json(AnswersView.Of(stored.Dossier, read, request.Caller()), OfficeJson.Options);
    }

    private async Task<FiledAnswers> WithinAsync(Dossier dossier, FiledAnswers filed, CancellationToken ct) =>
        dossier.Whole() is { } part && await dossiers.FindAsync(part.Case, ct) is { } whole && await dossiers.AnswersAsync(whole.Dossier, ct) is { } all
            ? filed.Within(all)
            : filed;

    private async Task<ReadAnswers> ReadAsync(Dossier dossier, FiledAnswers filed, Caller reader, CancellationToken ct)
    {
        var form = dossier.Form is { } pin ? forms.Find(pin.Id, pin.Version) : null;
        var read = new ReadAnswers(form, filed, MaySeeAll(dossier, reader));
        if (form is null || reader.Kind is not CallerKind.Staff)
        {
            return read;
        }

        var (ready, papers) = (forms.Ready(form), await dossiers.PapersAsync(dossier.Code, ct));
        return read with { Held = RegisterFacts.Of(ready, read.Now, dossier, papers), Notes = RegisterNotes.Of(ready, filed.Now, dossier, papers) };
    }

    private static bool MaySeeAll(Dossier dossier, Caller reader) =>
        reader.Kind is not CallerKind.Staff || reader.Has(Role.Officer, dossier.Holding) || reader.Has(Role.Leader, dossier.Holding);
}

/// <summary>What was filled in.</summary>
/// <param name="Form">By which form it is read; null for free text filed before the procedure had a form of its own.</param>
/// <param name="Answers">As the citizen handed them in.</param>
/// <param name="Sections">In words, by the sections of the form, as they stand after corrections; null without one.</param>
/// <param name="Withheld">Keys of sensitive answers the caller does not see: they are for the officer in charge.</param>
/// <param name="Corrected">The answers as they stand; null when none was corrected.</param>
/// <param name="Corrections">Oldest first; null when there is none.</param>
/// <param name="Lists">Code lists the form chooses from, for those who may correct it.</param>
/// <param name="Composites">The parts of composite answers, for the same.</param>
/// <param name="Notes">Rules that do not go with what a register says of the applicant, for staff.</param>
public sealed record AnswersView(
    string Code, FormPin? Form, FormDefinition? Definition, JsonElement Answers, IReadOnlyList<string>? Withheld = null,
    IReadOnlyList<ReadSection>? Sections = null, JsonElement? Corrected = null, IReadOnlyList<CorrectionView>? Corrections = null,
    IReadOnlyList<string>? Lists = null, IReadOnlyDictionary<FieldType, FormField[]>? Composites = null, IReadOnlyList<FormNote>? Notes = null)
{
    internal static AnswersView Of(Dossier dossier, ReadAnswers read, Caller reader)
    {
        var answers = new AnswersView(
            dossier.Code.ToString(), dossier.Form is { } pin ? pin with { Held = null, Asked = null } : null, read.Form,
            read.HandedIn, read.Withheld.Count is 0 ? null : read.Withheld, read.Sections,
            read.Filed.Corrections.Count is 0 ? null : read.Now, read.Corrections,
            Notes: read.Notes);
        return read.Form is { } form && reader.Kind is CallerKind.Staff
            ? answers with { Lists = FormParts.ListsOf(form), Composites = FormParts.CompositesOf(form) } : answers;
    }
}
