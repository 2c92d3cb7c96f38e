using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Petitions;

/// <summary>
/// POST /api/offices/{office}/petitions/{id}/answer: a head or supervisor answers, or refuses, once; not whoever acted on the dossier it is about.
/// </summary>
public sealed class AnswerPetition(PetitionDesk desk, TimeProvider clock)
{
    [Function(nameof(AnswerPetition)), AllowedTo(Role.Leader, Role.Supervisor), Accepts(typeof(PetitionAnswerForm)), Answers(200, typeof(PetitionView))]
    [Refuses(typeof(PetitionRefusals), nameof(PetitionRefusals.NotYours), nameof(PetitionRefusals.Unknown), nameof(PetitionRefusals.Answered),
        nameof(PetitionRefusals.ConcernsYou), nameof(PetitionRefusals.ActorsUnknown)), Refuses(typeof(FieldRefusals)), Refuses(typeof(HttpRefusals))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/offices/{office}/petitions/{id}/answer")] HttpRequest request, string office, string id,
        CancellationToken ct)
    {
        var caller = request.Caller();
        if (PetitionScope.RefuseAnswering(caller, office) is { } notYours)
        {
            return notYours.ToProblem();
        }

        if (!(await request.ReadAsync<PetitionAnswerForm>(ct)).Then(Check).Try(out var form, out var refusal))
        {
            return refusal.ToProblem();
        }

        return (await desk.AnswerAsync(office, id, form, caller, ct)).Try(out var petition, out refusal)
            ? TypedResults.Json(PetitionView.Of(petition, clock.Today(), PetitionScope.SeesContact(caller)), OfficeJson.Options) : refusal.ToProblem();
    }

    private static Result<PetitionAnswerForm> Check(PetitionAnswerForm form) =>
        HttpQueries.First(Fields.Text("text", form.Text, 4_000), Fields.Text("published", form.Published, 1_000)) is { } refusal ? refusal : form;
}

/// <param name="Text">To the petitioner, at most 4,000 characters.</param>
/// <param name="Published">What everybody may read, at most 1,000 characters: no name, nothing that points at a person.</param>
/// <param name="Refused">It is no petition the law knows, and the text says why.</param>
public sealed record PetitionAnswerForm(string Text, string Published, bool Refused = false);
