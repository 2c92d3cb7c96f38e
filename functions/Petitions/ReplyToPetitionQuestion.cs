using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Petitions;

/// <summary>POST /api/petitions/{id}/reply: with its secret, the petitioner says once what the office asked.</summary>
public sealed class ReplyToPetitionQuestion(PetitionTalk talk, TimeProvider clock)
{
    [Function(nameof(ReplyToPetitionQuestion)), AllowedTo(Role.Anyone), Limited("petition-tracking", 60, 10)]
    [Accepts(typeof(PetitionReplyForm), MaxBytes = 32_768), Answers(200, typeof(OwnPetition))]
    [Refuses(typeof(PetitionRefusals), nameof(PetitionRefusals.NotFound), nameof(PetitionRefusals.NothingAsked), nameof(PetitionRefusals.Replied),
        nameof(PetitionRefusals.Answered))]
    [Refuses(typeof(FieldRefusals)), Refuses(typeof(HttpRefusals))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/petitions/{id}/reply")] HttpRequest request, string id, CancellationToken ct)
    {
        if (!(await request.ReadAsync<PetitionReplyForm>(ct)).Then(Check).Try(out var form, out var refusal))
        {
            return refusal.ToProblem();
        }

        return (await talk.ReplyAsync(id.ToUpperInvariant(), form, ct)).Try(out var petition, out refusal)
            ? TypedResults.Json(OwnPetition.Of(petition, clock.Today()), OfficeJson.Options) : refusal.ToProblem();
    }

    private static Result<PetitionReplyForm> Check(PetitionReplyForm form) => Fields.Text("text", form.Text, 4_000) is { } refusal ? refusal : form;
}

/// <param name="Secret">Of the petition.</param>
/// <param name="Text">At most 4,000 characters.</param>
public sealed record PetitionReplyForm(string Secret, string Text);
