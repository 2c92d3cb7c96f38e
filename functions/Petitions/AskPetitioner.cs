using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Petitions;

/// <summary>
/// POST /api/offices/{office}/petitions/{id}/question: a head or supervisor asks the petitioner once what is not clear, within five working days; the term
/// for the answer runs on.
/// </summary>
public sealed class AskPetitioner(PetitionTalk talk, TimeProvider clock)
{
    [Function(nameof(AskPetitioner)), AllowedTo(Role.Leader, Role.Supervisor), Accepts(typeof(PetitionQuestionForm)), Answers(200, typeof(PetitionView))]
    [Refuses(typeof(PetitionRefusals), nameof(PetitionRefusals.NotYours), nameof(PetitionRefusals.Unknown), nameof(PetitionRefusals.Answered),
        nameof(PetitionRefusals.Asked), nameof(PetitionRefusals.AskedTooLate), nameof(PetitionRefusals.ConcernsYou), nameof(PetitionRefusals.ActorsUnknown))]
    [Refuses(typeof(FieldRefusals)), Refuses(typeof(HttpRefusals))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/offices/{office}/petitions/{id}/question")] HttpRequest request, string office,
        string id, CancellationToken ct)
    {
        var caller = request.Caller();
        if (PetitionScope.RefuseAnswering(caller, office) is { } notYours)
        {
            return notYours.ToProblem();
        }

        if (!(await request.ReadAsync<PetitionQuestionForm>(ct)).Then(Check).Try(out var form, out var refusal))
        {
            return refusal.ToProblem();
        }

        return (await talk.AskAsync(office, id, form.Text.Trim().Normalize(), caller, ct)).Try(out var petition, out refusal)
            ? TypedResults.Json(PetitionView.Of(petition, clock.Today(), PetitionScope.SeesContact(caller)), OfficeJson.Options) : refusal.ToProblem();
    }

    private static Result<PetitionQuestionForm> Check(PetitionQuestionForm form) => Fields.Text("text", form.Text, 2_000) is { } refusal ? refusal : form;
}

/// <param name="Text">At most 2,000 characters; the petitioner reads it with code and secret.</param>
public sealed record PetitionQuestionForm(string Text);
